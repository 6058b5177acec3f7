package org.yimen.casework.paper;

import java.util.List;
import org.yimen.casework.form.Form;
import org.yimen.casework.form.Form.Question;
import org.yimen.casework.form.Form.Section;
import tools.jackson.databind.JsonNode;

/** 入户调查表, filled in (民发〔2021〕57号 第十六条): two investigators and a member of the family sign it. */
final class VisitPaper {

  private final Form form;
  private final AnswerWords words;

  VisitPaper(Form form, AnswerWords words) {
    this.form = form;
    this.words = words;
  }

  Draft of(CaseFacts facts, CaseFacts.Visited visit) {
    Draft draft = new Draft("社会救助家庭入户调查表");
    draft.grid(
        new Draft.Grid()
            .put("申请人", facts.application().family().applicant())
            .put("所在地", facts.place().town() + facts.place().village())
            .put("调查日期", Phrases.day(visit.on()))
            .put("调查方式", kind(visit.kind()))
            .put("调查地点", visit.place())
            .put("调查人员", String.join("、", visit.investigators())));
    for (Section section : form.sections()) {
      if (section.of().equals("household")) {
        section(draft, section, section.title(), visit.answers());
      } else if (isFirstOfMembers(section)) {
        members(draft, visit.answers());
      }
    }
    if (!visit.note().isEmpty()) {
      draft.heading("调查记录");
      draft.body(visit.note());
    }
    draft.note("没有填写的项目不列出。");
    ending(draft, visit.signedBy());
    return draft;
  }

  static void ending(Draft draft, String signedBy) {
    draft.body("以上内容与调查时所见、家庭成员所述一致。");
    draft.grid(
        new Draft.Grid()
            .put("调查人员签名（一）", "\n")
            .put("调查人员签名（二）", "\n")
            .put("在场家庭成员签名（按指印）", signedBy.isEmpty() ? "\n" : "在场：" + signedBy + "\n签名：")
            .put("日期", Phrases.DAY));
  }

  private boolean isFirstOfMembers(Section section) {
    return form.sections().stream()
        .filter(one -> one.of().equals("member"))
        .findFirst()
        .filter(section::equals)
        .isPresent();
  }

  private void members(Draft draft, JsonNode household) {
    List<Question> questions = form.questions("member");
    int number = 1;
    for (JsonNode member : household.path("members")) {
      draft.heading("家庭成员 %d：%s".formatted(number++, member.path("name").asString("")));
      table(draft, questions, member);
    }
  }

  private void section(Draft draft, Section section, String heading, JsonNode given) {
    if (section.questions().stream().anyMatch(one -> !words.of(one, given).isEmpty())) {
      draft.heading(heading);
      table(draft, section.questions(), given);
    }
  }

  private void table(Draft draft, List<Question> questions, JsonNode given) {
    Draft.Grid grid = new Draft.Grid();
    for (Question question : questions) {
      String said = words.of(question, given);
      if (!said.isEmpty()) {
        grid.put(question.title(), said);
      }
    }
    if (!grid.isEmpty()) {
      draft.grid(grid);
    }
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "district" -> "区民政局入户";
      case "telephone" -> "电话（视频）";
      default -> "入户";
    };
  }
}

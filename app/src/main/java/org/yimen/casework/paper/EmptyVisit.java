package org.yimen.casework.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yimen.casework.form.Form;
import org.yimen.casework.form.Form.Question;
import org.yimen.casework.form.Form.Section;

/** 入户调查表 to be filled in by hand, made of the same definition as the form on the phone. */
final class EmptyVisit {

  private static final int NARROW = 4;
  private static final int ROWS = 4;
  private static final String TICK = "□";

  private final Form form;

  EmptyVisit(Form form) {
    this.form = form;
  }

  Draft of(int members) {
    Draft draft = new Draft("社会救助家庭入户调查表");
    draft.subtitle("（表格版本 %d；□ 内打√，其余填写；带括号的项目按条件填写）".formatted(form.version()));
    draft.grid(
        new Draft.Grid()
            .put("受理编号", "")
            .put("申请人", "")
            .put("乡镇（街道）", "")
            .put("村（社区）", "")
            .put("调查日期", Phrases.DAY)
            .put("调查方式", "□入户　□电话（视频）"));
    boolean asked = false;
    for (Section section : form.sections()) {
      if (section.of().equals("household")) {
        draft.heading(section.title());
        questions(draft, section.questions());
      } else if (!asked) {
        asked = true;
        for (int i = 1; i <= members; i++) {
          member(draft, i);
        }
      }
    }
    draft.heading("调查记录");
    draft.grid(new Draft.Grid().whole("记录", "\n".repeat(ROWS)));
    VisitPaper.ending(draft, "");
    return draft;
  }

  private void member(Draft draft, int number) {
    for (Section section : form.sections()) {
      if (section.of().equals("member")) {
        draft.heading(
            section.title().equals("家庭成员")
                ? "家庭成员 %d".formatted(number)
                : "家庭成员 %d　%s".formatted(number, section.title()));
        questions(draft, section.questions());
      }
    }
  }

  private void questions(Draft draft, List<Question> questions) {
    Draft.Grid grid = new Draft.Grid();
    for (Question question : questions) {
      if (question.type().equals("group")) {
        grid.whole(
            label(question, questions),
            question.questions().stream()
                .map(one -> one.title() + "：" + line(one))
                .collect(Collectors.joining("　")));
      } else if (question.type().equals("text") && question.required()) {
        grid.whole(label(question, questions), " ");
      } else if (!question.type().equals("list")) {
        grid.put(label(question, questions), room(question));
      }
    }
    if (!grid.isEmpty()) {
      draft.grid(grid);
    }
    questions.stream()
        .filter(one -> one.type().equals("list"))
        .forEach(one -> list(draft, one, questions));
  }

  /** A row an item: a column each where they are few, else the first and room for the others. */
  private void list(Draft draft, Question list, List<Question> around) {
    List<Question> columns = list.questions();
    String none = list.none().isEmpty() ? "，没有就不填" : "；%s %s".formatted(TICK, list.none());
    draft.heading("%s（每项一行%s）".formatted(label(list, around), none));
    columns.stream()
        .filter(one -> !one.options().isEmpty())
        .forEach(one -> draft.note(one.title() + "：" + String.join("、", one.options().values())));
    List<String> head = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    boolean few = columns.size() <= NARROW;
    for (Question one : few ? columns : columns.subList(0, 1)) {
      head.add(one.title());
      widths.add(25);
    }
    if (!few) {
      head.add(
          "写明：" + columns.stream().skip(1).map(Question::title).collect(Collectors.joining("、")));
      widths.add(75);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(head.stream().map(one -> few ? " " : "\n").toList());
    }
    draft.table(widths, head, rows);
  }

  /** The title; in brackets after which answer it is asked. */
  private static String label(Question question, List<Question> around) {
    String conditions =
        question.showIf().entrySet().stream()
            .map(one -> condition(one, around))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("，"));
    return conditions.isEmpty()
        ? question.title()
        : "%s（%s）".formatted(question.title(), conditions);
  }

  private static String condition(Map.Entry<String, List<String>> shown, List<Question> around) {
    return around.stream()
        .filter(one -> one.id().equals(shown.getKey()))
        .findFirst()
        .map(
            one ->
                shown.getValue().equals(List.of("true"))
                    ? "“%s”为是".formatted(one.title())
                    : shown.getValue().size() > 2
                        ? "按“%s”".formatted(one.title())
                        : shown.getValue().stream()
                            .map(code -> one.options().getOrDefault(code, code))
                            .collect(Collectors.joining("、")))
        .orElse("");
  }

  /** Room within a line of others. */
  private static String line(Question question) {
    String room = room(question);
    return room.isBlank() ? "＿＿＿＿" : room;
  }

  private static String room(Question question) {
    return switch (question.type()) {
      case "yesNo" -> "□是 □否";
      case "choice", "choices" ->
          question.options().values().stream()
              .map(title -> TICK + title)
              .collect(Collectors.joining("　"));
      case "date" -> "　　　年　　月　　日";
      default -> " ";
    };
  }
}

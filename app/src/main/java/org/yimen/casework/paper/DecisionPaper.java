package org.yimen.casework.paper;

import java.util.List;
import org.yimen.casework.decision.Reasons;

/**
 * 确认通知书 and 不予确认决定书 (民发〔2021〕57号 第二十条、第二十一条、第三十八条; 社会救助暂行办法 第六十五条). Its reasons are whole, whoever
 * prints it: the family has a right to all of them.
 */
final class DecisionPaper {

  private DecisionPaper() {}

  static Draft of(CaseFacts facts, CaseFacts.Decided decided) {
    return decided.confirmed() ? confirmed(facts, decided) : refused(facts, decided);
  }

  private static Draft confirmed(CaseFacts facts, CaseFacts.Decided decided) {
    Draft draft = new Draft("社会救助确认通知书");
    draft.plain(facts.application().family().applicant() + "：");
    draft.body(
        "您家的社会救助申请（受理编号 %s）已经调查核实%s。根据《最低生活保障审核确认办法》（民发〔2021〕57号）第二十条等规定，确认如下："
            .formatted(facts.application().number(), facts.proposed() == null ? "" : "并公示"));
    draft.grid(
        new Draft.Grid()
            .put("救助类别", Phrases.category(decided.category()))
            .put("保障人数", decided.persons() + "人")
            .put("每月金额", decided.monthlyFen() == 0 ? "—" : Phrases.yuan(decided.monthlyFen()))
            .put("发放（起算）月份", Phrases.month(decided.paidFrom()))
            .whole(
                "有效期",
                decided.validUntil() == null
                    ? "至定期核查作出变更决定为止"
                    : "至" + Phrases.day(decided.validUntil())));
    reasons(draft, "确认的理由和依据", decided);
    draft.heading("您家的义务");
    draft.body("家庭人口、收入、财产状况发生变化的，应当及时告知村（社区）或者乡镇人民政府（街道办事处）；请配合定期核查（《社会救助暂行办法》第十三条）。");
    return ending(draft, facts, decided);
  }

  private static Draft refused(CaseFacts facts, CaseFacts.Decided decided) {
    Draft draft = new Draft("社会救助不予确认决定书");
    draft.plain(facts.application().family().applicant() + "：");
    draft.body(
        "您家的社会救助申请（受理编号 %s）已经调查核实。按所申请的“%s”及其后各类别的条件审核，根据《最低生活保障审核确认办法》（民发〔2021〕57号）第二十一条，决定不予确认。"
            .formatted(facts.application().number(), Phrases.category(decided.category())));
    reasons(draft, "不予确认的理由和依据", decided);
    draft.body("家庭情况发生变化的，可以随时重新申请；未变化的材料不用重复提交。遇到突发性、紧迫性、临时性困难的，可以申请临时救助。");
    return ending(draft, facts, decided);
  }

  private static void reasons(Draft draft, String heading, CaseFacts.Decided decided) {
    draft.heading(heading);
    List<String> sentences = Reasons.sentences(decided.reason());
    for (int i = 0; i < sentences.size(); i++) {
      draft.body("%d．%s。".formatted(i + 1, sentences.get(i)));
    }
  }

  private static Draft ending(Draft draft, CaseFacts facts, CaseFacts.Decided decided) {
    draft.heading("救济途径");
    draft.body(remedies(facts.place().county()));
    draft.seal(facts.decider() + "（盖章）", Phrases.day(decided.on()));
    served(draft, decided.servedOn() == null ? Phrases.DAY : Phrases.day(decided.servedOn()));
    return draft;
  }

  /** 行政复议法 第二十条, 第二十四条; 行政诉讼法 第四十六条. */
  static String remedies(String county) {
    return "对本决定不服的，可以自收到之日起六十日内向%s人民政府申请行政复议，或者自收到之日起六个月内依法向人民法院提起行政诉讼（《社会救助暂行办法》第六十五条、《最低生活保障审核确认办法》第三十八条）。"
        .formatted(county);
  }

  /** The slip on which the family signs that it has it. */
  static void served(Draft draft, String on) {
    draft.grid(
        new Draft.Grid()
            .put("送达人", "")
            .put("送达方式", "□当面　□邮寄　□其他")
            .put("受送达人签名", "")
            .put("送达日期", on));
  }
}

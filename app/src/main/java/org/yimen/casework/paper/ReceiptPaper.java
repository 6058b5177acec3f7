package org.yimen.casework.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.Application;

/** What the family takes home: that it has applied, and once everything that is missing. */
final class ReceiptPaper {

  private ReceiptPaper() {}

  /** 受理回执. */
  static Draft receipt(CaseFacts facts) {
    Application.Family family = facts.application().family();
    CaseFacts.Done registered = facts.last("register");
    Draft draft = new Draft("社会救助申请受理回执");
    draft.plain(family.applicant() + "：");
    draft.body(
        "您家于%s提出的社会救助申请，本机关已经登记，受理编号为 %s。一次申请，六类救助同步审核认定，不用分别申请。"
            .formatted(day(registered), facts.application().number()));
    draft.grid(
        new Draft.Grid()
            .put("申请人", family.applicant())
            .put("申请类别", Phrases.category(family.appliedFor()))
            .put("申请方式", handedIn(family))
            .put("所在村（社区）", facts.place().town() + facts.place().village())
            .put("登记日期", day(registered))
            .put("受理日期", Phrases.day(facts.application().acceptedOn()))
            .whole("诉求", family.request())
            .whole("类别转换", family.consent() ? "同意：不符合所申请类别的，转入符合的类别，不再重复提交材料。" : "不同意：只审核所申请的类别。"));
    draft.heading("请您知悉：");
    draft.body("一、" + limit(facts));
    draft.body("二、请配合调查：按规定提交材料、承诺所填情况真实、由成年家庭成员和赡养、抚养、扶养义务人签署核对授权、配合入户调查（《最低生活保障审核确认办法》第九条）。");
    draft.body("三、通过政务平台能查到的材料不要求您提交；材料不齐的，由受理机关一次性告知（同办法第十条）。");
    draft.body("四、申请不收取任何费用。凭受理编号可以向受理机关查询办理进度；凭登记时另页打印的查询凭条（查询码和查询密码）可以在网上自己查看，凭条遗失的可以换发。");
    draft.seal(facts.place().office() + "（盖章）", day(registered));
    draft.sign("经办人：%s　　　　申请人（受托人）签收：%s".formatted(who(registered), Phrases.SIGNED));
    return draft;
  }

  private static String limit(CaseFacts facts) {
    CaseFacts.Limit limit = facts.limit();
    if (facts.application().acceptedOn() == null || limit == null) {
      return "材料齐全的当即受理，自受理之日起三十个工作日内（委托乡镇确认的二十个工作日内，特殊情况四十五个工作日内）作出决定。";
    }
    return "已于%s受理，按“%s”最迟%s前作出决定%s。"
        .formatted(
            Phrases.day(facts.application().acceptedOn()),
            limit.name(),
            Phrases.day(limit.due()),
            limit.provisional() ? "（放假安排公布前暂定）" : "");
  }

  /** 一次性告知单 (民发〔2021〕57号 第十条). */
  static Draft missing(CaseFacts facts) {
    CaseFacts.Done asked = facts.last("askPapers");
    Draft draft = new Draft("社会救助申请材料一次性告知单");
    draft.plain(facts.application().family().applicant() + "：");
    draft.body(
        "您家的社会救助申请（受理编号 %s）材料不齐全。根据《最低生活保障审核确认办法》（民发〔2021〕57号）第十条，现将需要补充的全部材料一次告知如下："
            .formatted(facts.application().number()));
    List<List<String>> rows = new ArrayList<>();
    for (String paper : (asked == null ? "" : asked.note()).split("；")) {
      rows.add(List.of(Integer.toString(rows.size() + 1), paper, "□"));
    }
    draft.table(List.of(8, 77, 15), List.of("序号", "需要补充的材料", "已补交"), rows);
    draft.body("以上材料补齐后当即受理。本告知单只出具一次，未列入的材料不再要求补充；能够通过政务平台查询取得的，不用提交。");
    draft.seal(facts.place().office() + "（盖章）", day(asked));
    draft.sign("经办人：%s　　　　申请人（受托人）签收：%s".formatted(who(asked), Phrases.SIGNED));
    return draft;
  }

  static String handedIn(Application.Family family) {
    return switch (family.handedIn()) {
      case "delegate" -> "委托他人：" + family.delegate();
      case "village" -> "村（社区）代为提出";
      case "warning" -> "主动发现";
      default -> "本人申请";
    };
  }

  private static String day(CaseFacts.@Nullable Done done) {
    return done == null ? Phrases.DAY : Phrases.day(done.on());
  }

  private static String who(CaseFacts.@Nullable Done done) {
    return done == null ? Phrases.SIGNED : done.who();
  }
}

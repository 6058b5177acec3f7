package org.yimen.casework.paper;

import java.util.List;

/**
 * 公示单 (民发〔2021〕57号 第十九条、第二十四条; 社会救助暂行办法 第六十一条): made only of what hangs according to {@code
 * casework.public_notice}. No number of the case either, under which more could be asked.
 */
final class NoticePaper {

  private NoticePaper() {}

  static Draft of(CaseFacts facts, CaseFacts.Hung hung) {
    Draft draft =
        new Draft(
            switch (hung.kind()) {
              case "confirmed" -> "社会救助对象公布单";
              case "ending" -> "终止特困人员救助供养公示单";
              default -> "社会救助审核公示单";
            });
    draft.subtitle(facts.place().whole());
    draft.body(opening(hung));
    table(draft, hung);
    draft.body("公示（公布）期：%s至%s。".formatted(Phrases.day(hung.since()), Phrases.day(hung.until())));
    draft.body(
        hung.kind().equals("confirmed")
            ? "认为不符合条件的，可以向乡镇人民政府（街道办事处）或者区民政局反映，受理机关为反映人保密。"
            : "对公示内容有异议的，请在公示期内向村（居）民委员会或者乡镇人民政府（街道办事处）提出，可以不具名；受理机关调查核实并为提出人保密。");
    draft.body("联系人：%s　　联系电话：%s".formatted(Phrases.SIGNED, Phrases.SIGNED));
    draft.seal(facts.place().office() + "（盖章）", Phrases.day(hung.since()));
    draft.note("公示只列上表所示的姓名、人数、类别和金额，不公开住址、身份号码、电话、账户、疾病残疾等个人信息（《社会救助暂行办法》第六十一条）。");
    return draft;
  }

  private static void table(Draft draft, CaseFacts.Hung hung) {
    draft.table(
        List.of(8, 20, 14, 34, 24),
        List.of("序号", "申请人", "人数", "类别", hung.kind().equals("ending") ? "现每月金额" : "每月金额"),
        List.of(
            List.of(
                "1",
                hung.shownName(),
                Integer.toString(hung.persons()),
                Phrases.category(hung.category()),
                hung.monthlyFen() == 0 ? "—" : Phrases.yuan(hung.monthlyFen()))));
  }

  private static String opening(CaseFacts.Hung hung) {
    return switch (hung.kind()) {
      case "confirmed" -> "经审核确认，下列家庭符合社会救助条件，现根据《最低生活保障审核确认办法》第二十四条予以公布。";
      case "ending" -> "经复核，拟终止下列人员的特困救助供养，现根据《特困人员认定办法》（民发〔2021〕43号）予以公示。";
      default -> "经入户调查、信息核对，下列家庭拟纳入社会救助，现根据《最低生活保障审核确认办法》第十九条予以公示，接受群众监督。";
    };
  }
}

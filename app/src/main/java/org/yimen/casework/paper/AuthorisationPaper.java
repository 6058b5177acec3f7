package org.yimen.casework.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yimen.casework.Offices;

/**
 * 授权书 (民发〔2021〕57号 第九条、第十七条; 社会救助暂行办法 第五十八条、第六十一条). The one paper with citizen numbers in full:
 * registers and banks find by the number whose data they may give out, and without it nobody has
 * authorised anything.
 */
final class AuthorisationPaper {

  private static final int ROWS = 6;
  private static final int ADULT = 18;
  private static final List<Integer> WIDTHS = List.of(20, 18, 25, 18, 19);
  private static final List<String> HEAD = List.of("姓名", "与申请人关系", "公民身份号码", "签名（按指印）", "签署日期");

  private AuthorisationPaper() {}

  static Draft of(CaseFacts facts) {
    Offices place = facts.place();
    Draft draft = new Draft("社会救助家庭经济状况核对授权书");
    draft.body(
        "为申请社会救助，我们自愿授权%s、%s及其委托的居民家庭经济状况核对机构，查询、核对我们的家庭经济状况。"
            .formatted(place.bureau(), place.office()));
    draft.heading("一、授权查询的内容");
    draft.body("户籍、纳税记录、社会保险缴纳、不动产登记、市场主体登记、住房公积金缴纳、车船登记等情况，以及银行存款、商业保险、证券、互联网金融资产等信息。");
    draft.heading("二、用途和期限");
    draft.body("查询结果只用于本次社会救助申请的审核确认，以及享受救助期间的定期核查，不得用于其他目的；经办人员对知悉的信息保密，除依法公示的以外不得公开。");
    draft.body("授权自签署之日起生效。未获确认的，至决定作出时止；获得救助的，至停止救助时止。");
    draft.heading("三、授权人");
    draft.body("每名成年家庭成员，以及不在一起生活的赡养、抚养、扶养义务人，均须本人签署；不具备完全民事行为能力的，由监护人代签并注明。");
    draft.table(WIDTHS, HEAD, rows(facts));
    draft.body("我们已阅读并理解以上内容，知道拒不配合核对的，审核确认程序可能终止（《最低生活保障审核确认办法》第二十九条）。");
    draft.sign("经办人：%s　　　　%s".formatted(Phrases.SIGNED, Phrases.DAY));
    draft.note("依据：《社会救助暂行办法》第五十八条、第六十一条，《最低生活保障审核确认办法》（民发〔2021〕57号）第九条、第十七条。");
    return draft;
  }

  private static List<List<String>> rows(CaseFacts facts) {
    Map<String, LocalDate> signed =
        facts.signed().stream()
            .collect(
                Collectors.toMap(
                    one -> one.kind() + one.name(), CaseFacts.Signed::signedOn, (a, b) -> b));
    List<List<String>> rows = new ArrayList<>();
    for (CaseFacts.Member one : facts.members()) {
      if (one.isObligor() || !isMinor(one, facts.today())) {
        LocalDate on = signed.get((one.isObligor() ? "obligor" : "member") + one.name());
        rows.add(
            List.of(
                one.name(),
                one.isObligor()
                    ? "%s的义务人（%s）".formatted(one.owes(), one.relation())
                    : one.relation(),
                one.number(),
                "",
                Phrases.day(on)));
      }
    }
    while (rows.size() < ROWS) {
      rows.add(List.of("\n", "", "", "", ""));
    }
    return rows;
  }

  private static boolean isMinor(CaseFacts.Member member, LocalDate today) {
    return member.born() != null && member.born().plusYears(ADULT).isAfter(today);
  }
}

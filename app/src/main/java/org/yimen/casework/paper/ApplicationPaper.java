package org.yimen.casework.paper;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.Application;
import org.yimen.casework.form.Form;
import org.yimen.casework.investigation.Determinations;
import org.yimen.registry.MaskedNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 申请及审核确认表 (民发〔2021〕57号 第四条、第十九条、第二十条): what the family declares, what was found, and a place for
 * each opinion and seal. Numbers are masked: the authorisation holds them in full.
 */
final class ApplicationPaper {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ROWS = 4;

  private ApplicationPaper() {}

  static Draft of(CaseFacts facts, Form form, AnswerWords words) {
    Draft draft = new Draft("社会救助申请及审核确认表");
    declared(draft, facts);
    found(draft, facts, form, words);
    opinions(draft, facts);
    return draft;
  }

  private static void declared(Draft draft, CaseFacts facts) {
    Application application = facts.application();
    Application.Family family = application.family();
    draft.heading("一、申请");
    draft.grid(
        new Draft.Grid()
            .put("申请人", family.applicant())
            .put("联系电话", family.phone())
            .put("所在地", facts.place().town() + facts.place().village())
            .put("申请日期", Phrases.day(application.isRecheck() ? null : registered(facts)))
            .put("申请类别", Phrases.category(family.appliedFor()))
            .put("申请方式", ReceiptPaper.handedIn(family))
            .whole("申请理由", family.request().isEmpty() ? "\n\n" : family.request())
            .put("类别转换", family.consent() ? "同意转入符合的类别" : "不同意")
            .put("近亲属备案", family.relativeOf().isEmpty() ? "无" : family.relativeOf()));
    members(draft, facts);
    draft.body("本家庭承诺：所提交的材料和陈述的情况真实、完整，同意核对家庭经济状况，配合调查，家庭情况变化时及时告知；不实的，愿承担《社会救助暂行办法》第六十八条规定的责任。");
    draft.sign("申请人（受托人）签名（按指印）：%s　　%s".formatted(Phrases.SIGNED, Phrases.DAY));
  }

  private static void members(Draft draft, CaseFacts facts) {
    List<List<String>> rows = new ArrayList<>();
    for (CaseFacts.Member one : facts.members()) {
      if (!one.isObligor()) {
        String masked = MaskedNumber.of(one.number());
        rows.add(
            List.of(
                Integer.toString(rows.size() + 1),
                one.name(),
                one.relation(),
                one.sex(),
                one.born() == null ? "" : one.born().toString(),
                masked == null ? "" : masked));
      }
    }
    while (rows.size() < ROWS) {
      rows.add(List.of(" ", "", "", "", "", ""));
    }
    draft.table(
        List.of(8, 26, 18, 8, 16, 24),
        List.of("序号", "家庭成员", "与申请人关系", "性别", "出生日期", "公民身份号码"),
        rows);
  }

  private static @Nullable LocalDate registered(CaseFacts facts) {
    CaseFacts.Done done = facts.last("register");
    return done == null ? null : done.on();
  }

  private static void found(Draft draft, CaseFacts facts, Form form, AnswerWords words) {
    draft.heading("二、调查核实");
    CaseFacts.Visited visit = facts.visit();
    Draft.Grid grid =
        new Draft.Grid()
            .put("入户日期", visit == null ? "" : Phrases.day(visit.on()))
            .put("调查人员", visit == null ? "" : String.join("、", visit.investigators()))
            .put("信息核对", checked(facts.passes()));
    Determinations.Made made = facts.made();
    JsonNode household =
        made == null ? JSON.createObjectNode() : JSON.readTree(made.result()).path("household");
    grid.put("人均月收入", yuan(household.path("perCapitaIncomeMonthly")));
    if (visit != null) {
      form.questions("household").stream()
          .filter(one -> one.id().equals("property"))
          .forEach(one -> grid.whole("家庭财产", none(words.of(one, visit.answers()))));
    }
    draft.grid(grid);
  }

  private static String none(String said) {
    return said.isEmpty() ? "未填报" : said;
  }

  private static String checked(@Nullable Boolean passes) {
    return passes == null ? "" : passes ? "未发现不符合规定的信息" : "发现不符合规定的信息，见核对报告";
  }

  private static String yuan(JsonNode number) {
    return number.isNumber()
        ? number.decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString() + "元"
        : "";
  }

  private static void opinions(Draft draft, CaseFacts facts) {
    draft.heading("三、审核确认");
    Determinations.Made made = facts.made();
    Draft.Grid grid = new Draft.Grid();
    grid.whole(
        "乡镇（街道）初审意见",
        made == null || facts.last("propose") == null
            ? room("", "经办人")
            : room(proposal(made), "经办人"));
    CaseFacts.Hung notice = facts.proposed();
    grid.whole(
        "公示情况",
        notice == null
            ? "\n"
            : "%s至%s在村（社区）公示。".formatted(Phrases.day(notice.since()), Phrases.day(notice.until())));
    CaseFacts.Done review = facts.last("review");
    grid.whole(
        "乡镇（街道）审核意见",
        room(
            review == null ? "" : "%s审核：%s".formatted(Phrases.day(review.on()), review.who()),
            "负责人"));
    CaseFacts.Decided decided = facts.decision();
    grid.whole(facts.decider() + "确认意见", room(decided == null ? "" : decision(decided), "负责人"));
    draft.grid(grid);
  }

  private static String proposal(Determinations.Made made) {
    return switch (made.found()) {
      case NONE, UNKNOWN -> "按调查结果，" + made.found().title() + "。";
      default ->
          "按调查结果属于%s，保障%d人，每月%s。"
              .formatted(made.found().title(), made.persons(), amount(made.monthlyFen()));
    };
  }

  private static String decision(CaseFacts.Decided decided) {
    return decided.confirmed()
        ? "%s确认为%s，保障%d人，每月%s，自%s起。"
            .formatted(
                Phrases.day(decided.on()),
                Phrases.category(decided.category()),
                decided.persons(),
                amount(decided.monthlyFen()),
                Phrases.month(decided.paidFrom()))
        : "%s决定不予确认：%s".formatted(Phrases.day(decided.on()), decided.reason());
  }

  private static String amount(long fen) {
    return fen == 0 ? "不发放救助金" : Phrases.yuan(fen);
  }

  private static String room(String said, String who) {
    return "%s\n\n%s签名：%s　　（盖章）　　%s".formatted(said, who, Phrases.SIGNED, Phrases.DAY);
  }
}

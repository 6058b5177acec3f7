package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yimen.casework.paper.PaperText;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

@OnPostgres
class PaperTests extends CaseworkDay {

  private static final String NUMBER = "650199198805010025";
  private static final String PHONE = "13900000000";
  private static final String ACCOUNT = "6222000000000000123";

  /** A mother whose number, account and illness are known, with an obligor. */
  private static Map<String, Object> known(int wage) {
    Map<String, Object> household = new HashMap<>(CaseDesk.family(wage));
    household.put("phone", PHONE);
    household.put("bankAccount", ACCOUNT);
    Map<String, Object> mother = CaseDesk.first(household);
    mother.put("citizenNumber", NUMBER);
    mother.put("ethnicGroup", "维吾尔族");
    mother.put("health", "3");
    mother.put("seriousIllness", true);
    return household;
  }

  private String path(long id, String file) {
    return CaseDesk.PATH + "/" + id + "/papers/" + file;
  }

  private byte[] printed(String user, long id, String file) {
    Desk.Answer answer = cases.as(user).get(path(id, file));
    assertThat(answer.status()).as(file + ": " + answer.text()).isEqualTo(200);
    if (System.getProperty("yimen.papers") != null) {
      keep(id + "-" + user + "-" + file, answer.bytes());
    }
    return answer.bytes();
  }

  private static void keep(String name, byte[] file) {
    try {
      Files.write(Path.of(System.getProperty("yimen.papers"), name), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> ready(String user, long id) {
    Map<String, String> ready = new TreeMap<>();
    cases
        .as(user)
        .get(CaseDesk.PATH + "/" + id + "/papers")
        .json()
        .forEach(one -> ready.put(one.get("kind").asString(), one.get("why").asString()));
    return ready;
  }

  private long decided(int wage) {
    long id = cases.accepted("phone", PHONE, "request", "丈夫去世，孩子上学");
    Map<String, Object> household = known(wage);
    if (wage > 5000) {
      cases.investigated(id, household);
      cases.did("township", id, "proposal", Map.of());
    } else {
      cases.published(id, household);
      cases.noticesAreOver(closeNotices);
    }
    cases.did("deputy", id, "review", Map.of());
    cases.did("district", id, wage > 5000 ? "refusal" : "confirmation", Map.of());
    return id;
  }

  @Test
  void papers_that_do_not_exist_yet_say_what_has_to_happen_first() {
    long id = cases.registered();
    Map<String, String> ready = ready("village", id);
    assertThat(ready.get("receipt")).isEmpty();
    assertThat(ready.get("authorisation")).isEmpty();
    assertThat(ready.get("visit")).contains("还没有登记入户调查");
    assertThat(ready.get("notice")).contains("还没有公示");
    assertThat(ready.get("decision")).contains("还没有作出决定");
    Desk.Answer answer = cases.as("village").get(path(id, "decision.pdf"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/paper-not-yet");
    assertThat(answer.json().get("detail").asString()).contains("确认或不予确认后出具");
    assertThat(cases.as("village").get(path(id, "poem.pdf")).status()).isEqualTo(404);
    assertThat(cases.as("village").get(path(999_999, "receipt.pdf")).status()).isEqualTo(404);
  }

  @Test
  void the_receipt_says_when_it_will_be_decided() {
    long id = cases.accepted();
    String text = PaperText.pdf(printed("village", id, "receipt.pdf"));
    assertThat(text)
        .contains("社会救助申请受理回执", "阿依古丽·买买提:", "受理编号为650107200-2025-0000", "2025年10月13日")
        .contains("最迟2025年11月24日前作出决定", "东沟乡人民政府");
  }

  @Test
  void what_is_missing_is_told_as_a_list() {
    long id = cases.registered();
    cases.did("township", id, "missing-papers", Map.of("papers", List.of("残疾人证", "离婚证")));
    assertThat(PaperText.pdf(printed("township", id, "missing.pdf")))
        .contains("材料一次性告知单", "1残疾人证", "2离婚证", "只出具一次");
  }

  @Test
  void the_confirmation_tells_amount_months_reasons_and_where_to_appeal() {
    long id = decided(600);
    byte[] file = printed("village", id, "decision.pdf");
    assertThat(PaperText.pdf(file))
        .contains("社会救助确认通知书", "最低生活保障家庭", "2人", "2025年11月", "理由和依据", "(", "行政复议", "行政诉讼")
        .contains("达坂城区民政局(盖章)", "受送达人签名")
        .doesNotContain(NUMBER, ACCOUNT, "#");
    assertThat(PaperText.notEmbedded(file)).isEmpty();
    assertThat(PaperText.notDrawn(file)).isZero();
  }

  @Test
  void the_refusal_gives_its_reasons() {
    long id = decided(9000);
    assertThat(PaperText.pdf(printed("district", id, "decision.pdf")))
        .contains("社会救助不予确认决定书", "不予确认的理由和依据", "1.", "行政复议", "可以随时重新申请");
    assertThat(ready("district", id).get("notice")).contains("还没有公示");
  }

  @Test
  void word_holds_the_letters_of_the_pdf_for_every_paper() {
    long id = decided(600);
    for (String kind :
        List.of("receipt", "application", "authorisation", "visit", "notice", "decision")) {
      byte[] pdf = printed("district", id, kind + ".pdf");
      int pages = PaperText.pages(pdf);
      String text = PaperText.pdf(pdf);
      String word = PaperText.word(printed("district", id, kind + ".docx"));
      String edges = "第\\d+页,共%d页".formatted(pages);
      String number = "受理编号:650107200-2025-\\d+";
      String foot = "打印:[^0-9]*2025-10-\\d+:\\d+";
      String once = text.replaceAll(edges, "").replaceFirst(foot, "");
      assertThat(
              PaperText.letters(
                  word.replace("第页,共页", "").replaceAll(number, "").replaceAll(foot, "")))
          .as(kind)
          .isEqualTo(PaperText.letters(once.replaceAll(number, "").replaceAll(foot, "")));
    }
  }

  @Test
  void the_notice_tells_nothing_that_may_not_hang() {
    long id = decided(600);
    String text = PaperText.pdf(printed("village", id, "notice.pdf"));
    assertThat(text).contains("阿*提", "2", "最低生活保障家庭", "达坂城区东沟乡苇子村");
    assertThat(text)
        .doesNotContain(
            "阿依古丽", "650199", NUMBER, PHONE, ACCOUNT, "650107200-2025", "12号", "大病", "努尔江");
    assertThat(text.replaceAll("2025|2026", "")).doesNotContainPattern("[0-9]{6,}");
  }

  @Test
  void only_the_authorisation_shows_a_citizen_number_in_full() {
    long id = decided(600);
    assertThat(PaperText.pdf(printed("village", id, "authorisation.pdf")))
        .contains("阿依古丽·买买提", NUMBER, "户籍、纳税记录、社会保险缴纳", "只用于本次社会救助申请", "2025年10月13日")
        .doesNotContain("努尔江");
    for (String kind : List.of("receipt", "application", "visit", "notice", "decision")) {
      assertThat(PaperText.pdf(printed("district", id, kind + ".pdf")))
          .as(kind)
          .doesNotContain(NUMBER, ACCOUNT);
    }
    assertThat(PaperText.pdf(printed("district", id, "visit.pdf"))).contains("650199********0025");
  }

  @Test
  void who_may_not_see_illnesses_prints_a_visit_without_them() {
    long id = decided(600);
    String village = PaperText.pdf(printed("village", id, "visit.pdf"));
    assertThat(village).contains("健康状况(打印人的岗位不能查看)", "苇子村12号", "示范甲、示范乙");
    assertThat(village).doesNotContain("患有大病");
    assertThat(PaperText.pdf(printed("township", id, "visit.pdf"))).contains("患有大病");
  }

  @Test
  void who_only_leads_prints_what_the_family_gets_and_nothing_that_was_found() {
    long id = decided(600);
    assertThat(cases.as("leader").get(path(id, "decision.pdf")).status()).isEqualTo(200);
    for (String kind : List.of("application", "authorisation", "visit")) {
      Desk.Answer answer = cases.as("leader").get(path(id, kind + ".pdf"));
      assertThat(answer.status()).as(kind).isEqualTo(409);
      assertThat(answer.json().get("detail").asString()).contains("经办、审核、决定的岗位");
    }
  }

  @Test
  void a_hostile_name_is_text_on_every_paper() {
    String name = "<script>&{{expr}}";
    long id = cases.accepted("applicant", name, "request", "=cmd|' /C calc'!A0");
    for (String kind : List.of("receipt", "application", "authorisation")) {
      assertThat(PaperText.pdf(printed("township", id, kind + ".pdf"))).contains(name);
      assertThat(PaperText.word(printed("township", id, kind + ".docx"))).contains(name);
    }
  }

  @Test
  void each_paper_that_is_printed_is_told_to_the_audit() {
    long id = cases.accepted();
    long before = told(id);
    printed("village", id, "receipt.pdf");
    printed("village", id, "receipt.docx");
    assertThat(told(id)).isEqualTo(before + 2);
  }

  private long told(long id) {
    return jdbc.sql(
            "select count(*) from audit.entry where deed = 'case.paper' and object = :object")
        .param("object", "application:" + id)
        .query(Long.class)
        .single();
  }

  @Test
  void the_empty_form_asks_everything_that_the_form_asks() {
    Desk.Answer answer = cases.as("village").get("/api/v1/forms/visit.pdf?members=2");
    assertThat(answer.status()).isEqualTo(200);
    if (System.getProperty("yimen.papers") != null) {
      keep("empty.pdf", answer.bytes());
    }
    String text = PaperText.pdf(answer.bytes());
    assertThat(text).contains("家庭成员1", "家庭成员2", "□是□否", "家庭财产", "在场家庭成员签名");
    assertThat(text).doesNotContain("家庭成员3", "#");
    assertThat(PaperText.notEmbedded(answer.bytes())).isEmpty();
    assertThat(cases.as("village").get("/api/v1/forms/visit.pdf?members=0").status())
        .isEqualTo(400);
  }

  @Test
  void a_re_check_gives_a_notice_with_reasons_and_none_of_the_papers_of_an_application() {
    RecheckDesk rechecks = new RecheckDesk(cases, closeNotices);
    long standing = rechecks.recognised(CaseDesk.family(600));
    long id = rechecks.opened(standing, RecheckDesk.cause("reported"));
    assertThat(ready("village", id).get("change")).contains("没有已经决定的复核");
    assertThat(ready("village", id).get("decision")).contains("定期核查");
    rechecks.investigated(id, CaseDesk.family(9000));
    rechecks.proposed(id, Map.of());
    rechecks.decided(id);
    String text = PaperText.pdf(printed("village", id, "change.pdf"));
    assertThat(text).contains("社会救助停发告知书", "停止发放", "理由和依据", "行政复议", "受送达人签名");
  }

  @Test
  void the_notice_of_a_re_check_bears_the_seal_of_who_decided_it() {
    RecheckDesk rechecks = new RecheckDesk(cases, closeNotices);
    long standing = rechecks.recognised(CaseDesk.family(600));
    long id = rechecks.opened(standing, RecheckDesk.cause("reported"));
    rechecks.investigated(id, CaseDesk.family(9000));
    rechecks.proposed(id, Map.of());
    rechecks.decided(id);
    assertThat(PaperText.pdf(printed("village", id, "change.pdf")))
        .contains("达坂城区民政局(盖章)")
        .doesNotContain("东沟乡人民政府(盖章)");
    jdbc.sql("update casework.decision set delegated = true where application = :id")
        .param("id", id)
        .update();
    assertThat(PaperText.pdf(printed("village", id, "change.pdf")))
        .contains("东沟乡人民政府(盖章)")
        .doesNotContain("民政局(盖章)");
  }
}

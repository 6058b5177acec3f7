package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

@OnPostgres
class ProgressTests extends CaseworkDay {

  private static final String NUMBER = "650199198805010025";
  private static final String PHONE = "13900000000";
  private static final String ACCOUNT = "6222000000000000123";
  private static int addresses = 10;

  /** An application with what stands on the family's slip. */
  private record Registered(long id, String number, String code, String secret) {}

  private Registered registered(Object... changes) {
    Desk.Answer answer = cases.as("village").post(CaseDesk.PATH, CaseDesk.application(changes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    JsonNode receipt = answer.json();
    return new Registered(
        receipt.get("id").asLong(),
        receipt.get("number").asString(),
        receipt.at("/progress/code").asString(),
        receipt.at("/progress/secret").asString());
  }

  /** Somebody at an address that nobody has used. */
  private Stranger somebody() {
    return new Stranger(port, "127.0.1." + addresses++);
  }

  private JsonNode look(Registered one) {
    Stranger.Answer answer = somebody().look(one.code(), one.secret());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> codes(JsonNode list, String field) {
    return list.findValuesAsString(field);
  }

  private static Map<String, Object> ill(int wage) {
    Map<String, Object> household = new HashMap<>(CaseDesk.family(wage));
    household.put("phone", PHONE);
    household.put("bankAccount", ACCOUNT);
    Map<String, Object> mother = CaseDesk.first(household);
    mother.put("citizenNumber", NUMBER);
    mother.put("seriousIllness", true);
    mother.put("illness", "尿毒症");
    return household;
  }

  @Test
  void a_family_sees_what_was_done_who_has_it_until_when_and_what_it_can_do() {
    Registered one = registered("phone", PHONE);
    assertThat(codes(look(one).get("can"), "what"))
        .containsExactly("supplement", "tellChanges", "withdraw", "complain");
    cases.did("township", one.id(), "acceptance", Map.of());
    JsonNode page = look(one);
    assertThat(page.get("number").asString()).isEqualTo(one.number());
    assertThat(page.get("state").asString()).isEqualTo("accepted");
    assertThat(codes(page.get("done"), "step")).containsExactly("register", "accept");
    assertThat(page.at("/now/office").asString()).isEqualTo("东沟乡人民政府");
    assertThat(page.at("/now/post").asString()).isEqualTo("clerk");
    assertThat(codes(page.get("limits"), "name")).contains("低保全流程时限");
    assertThat(codes(page.get("limits"), "due")).contains("2025-11-24");
    assertThat(codes(page.get("can"), "what"))
        .containsExactly("cooperate", "supplement", "tellChanges", "withdraw", "complain");
  }

  @Test
  void it_tells_no_name_number_telephone_account_or_illness_and_no_note_of_a_step() {
    Registered one = registered("phone", PHONE, "request", "丈夫患尿毒症");
    cases.did("township", one.id(), "missing-papers", Map.of("papers", List.of("尿毒症诊断证明")));
    cases.did("village", one.id(), "papers", Map.of());
    cases.did("township", one.id(), "acceptance", Map.of());
    cases.published(one.id(), ill(600));
    JsonNode page = look(one);
    assertThat(page.at("/notice/until").asString()).isEqualTo("2025-10-20");
    assertThat(codes(page.get("can"), "what")).contains("object");
    assertThat(page.toString())
        .doesNotContain(NUMBER, PHONE, ACCOUNT, "尿毒症", "阿依古丽", "12 号", "示范甲");
  }

  @Test
  void what_was_decided_is_told_when_it_was_delivered_with_reasons_but_without_illness() {
    Registered one = registered();
    cases.did("township", one.id(), "acceptance", Map.of());
    cases.published(one.id(), ill(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", one.id(), "review", Map.of());
    assertThat(look(one).at("/now/post").asString()).isEqualTo("decider");
    cases.did("district", one.id(), "confirmation", Map.of());
    JsonNode before = look(one);
    assertThat(before.get("state").asString()).isEqualTo("decided");
    assertThat(before.get("decision").isNull()).isTrue();
    assertThat(codes(before.get("done"), "step")).contains("decided").doesNotContain("confirm");
    assertThat(codes(before.get("can"), "what")).contains("fetchDecision");
    cases.did("village", one.id(), "service", Map.of("servedOn", cases.today().toString()));
    JsonNode page = look(one);
    assertThat(page.get("state").asString()).isEqualTo("confirmed");
    JsonNode decision = page.get("decision");
    assertThat(decision.get("category").asString()).isEqualTo("dibao");
    assertThat(decision.get("reasons").toString()).contains("人均月收入").doesNotContain("病");
    JsonNode sue = page.get("can").get(codes(page.get("can"), "what").indexOf("sue"));
    assertThat(sue.get("until").asString()).isEqualTo(cases.today().plusMonths(6).toString());
    clock.pass(Duration.ofDays(61));
    assertThat(codes(look(one).get("can"), "what")).contains("sue").doesNotContain("reconsider");
  }

  /** Recognised, with the slip that it got when it applied. */
  private Registered recognised() {
    Registered one = registered();
    cases.did("township", one.id(), "acceptance", Map.of());
    cases.published(one.id(), ill(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", one.id(), "review", Map.of());
    cases.did("district", one.id(), "confirmation", Map.of());
    cases.did("village", one.id(), "service", Map.of("servedOn", cases.today().toString()));
    return one;
  }

  @Test
  void a_family_follows_a_re_check_with_the_slip_of_its_application() {
    RecheckDesk rechecks = new RecheckDesk(cases, closeNotices);
    Registered one = recognised();
    assertThat(look(one).get("recheck").isNull()).isTrue();
    long standing = rechecks.list("all").get("items").get(0).get("id").asLong();
    rechecks.opened(standing, RecheckDesk.cause("reported"));
    JsonNode begun = look(one).get("recheck");
    assertThat(begun.get("cause").asString()).isEqualTo("reported");
    assertThat(begun.get("state").asString()).isEqualTo("accepted");
    assertThat(begun.at("/now/post").asString()).isEqualTo("clerk");
    assertThat(codes(begun.get("can"), "what"))
        .contains("cooperate", "tellChanges")
        .doesNotContain("withdraw");
  }

  @Test
  void what_came_of_a_re_check_is_told_when_it_was_delivered() {
    RecheckDesk rechecks = new RecheckDesk(cases, closeNotices);
    Registered one = recognised();
    long standing = rechecks.list("all").get("items").get(0).get("id").asLong();
    long id = rechecks.opened(standing, RecheckDesk.cause("reported"));
    rechecks.investigated(id, ill(9000));
    rechecks.proposed(id, Map.of());
    rechecks.decided(id);

    JsonNode decided = look(one).get("recheck");
    assertThat(decided.get("state").asString()).isEqualTo("decided");
    assertThat(decided.get("decision").isNull()).isTrue();
    assertThat(codes(decided.get("done"), "step"))
        .contains("decided")
        .doesNotContain("decideChange");
    assertThat(codes(decided.get("can"), "what")).contains("fetchDecision");
    rechecks.served(id);

    JsonNode served = look(one).get("recheck");
    assertThat(served.at("/decision/outcome").asString()).isEqualTo("stopped");
    assertThat(served.at("/decision/reasons").toString()).contains("人均月收入").doesNotContain("病");
    assertThat(codes(served.get("can"), "what")).contains("reconsider", "sue");
    assertThat(look(one).toString()).doesNotContain(NUMBER, ACCOUNT, "尿毒症", "阿依古丽", "村里了解到的情况");
  }

  @Test
  void the_slip_of_a_recognised_family_stays_good_and_one_is_issued_where_it_is_re_checked() {
    RecheckDesk rechecks = new RecheckDesk(cases, closeNotices);
    Registered one = recognised();
    clock.pass(Duration.ofDays(400));
    assertThat(look(one).get("state").asString()).isEqualTo("confirmed");
    long standing = rechecks.list("all").get("items").get(0).get("id").asLong();
    long id = rechecks.opened(standing, RecheckDesk.cause("reported"));
    String path = CaseDesk.PATH + "/" + id + "/progress-code";
    assertThat(cases.as("village").get(path).json().get("unit").asString()).isNotBlank();
    Desk.Answer again = cases.as("village").post(path, Map.of("because", "lost"));
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(somebody().look(one.code(), one.secret()).status()).isEqualTo(403);
    Stranger.Answer found =
        somebody().look(again.json().get("code").asString(), again.json().get("secret").asString());
    assertThat(found.json().at("/recheck/cause").asString()).isEqualTo("reported");
  }

  @Test
  void it_says_who_looked_by_unit_and_the_family_itself_too() {
    Registered one = registered();
    cases.file(one.id());
    cases.file(one.id());
    look(one);
    JsonNode looks = look(one).get("looks");
    List<String> told = new ArrayList<>();
    looks.forEach(
        line -> told.add(line.get("unit").asString() + " " + line.get("what").asString()));
    String township = cases.as("township").get("/api/v1/session").json().get("unit").asString();
    assertThat(told).containsExactlyInAnyOrder(township + " case.read", " progress.read");
    assertThat(looks.findValues("times").stream().mapToInt(JsonNode::asInt).sum()).isEqualTo(4);
  }

  @Test
  void a_new_code_takes_the_place_of_the_old_one_and_the_audit_says_so() {
    Registered one = registered();
    String path = CaseDesk.PATH + "/" + one.id() + "/progress-code";
    Desk.Answer again = cases.as("village").post(path, Map.of("because", "lost"));
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(somebody().look(one.code(), one.secret()).status()).isEqualTo(403);
    String code = again.json().get("code").asString();
    String secret = again.json().get("secret").asString();
    assertThat(somebody().look(code, secret).status()).isEqualTo(200);
    assertThat(somebody().look(one.code(), secret).status()).isEqualTo(403);
    assertThat(cases.as("leader").get(path).json().get("unit").asString()).isNotBlank();
    assertThat(
            jdbc.sql(
                    "select why from audit.entry where deed = 'progress.issue' and object = :it order by at")
                .param("it", "application:" + one.id())
                .query(String.class)
                .list())
        .containsExactly("随回执出具", "换发：遗失");
  }

  @Test
  void wrong_unknown_replaced_old_and_malformed_codes_get_the_same_answer() {
    Registered one = registered();
    Registered old = registered("applicant", "古丽巴哈尔·依明");
    cases.did("village", old.id(), "withdrawal", Map.of("because", "暂时不办了"));
    Registered replaced = registered("applicant", "示范乙");
    cases
        .as("village")
        .post(CaseDesk.PATH + "/" + replaced.id() + "/progress-code", Map.of("because", "seen"));
    assertThat(look(old).get("state").asString()).isEqualTo("withdrawn");
    clock.pass(Duration.ofDays(366));
    List<String> said = new ArrayList<>();
    for (String[] typed :
        new String[][] {
          {one.code(), old.secret()},
          {"0000-0000-0000", one.secret()},
          {old.code(), old.secret()},
          {replaced.code(), replaced.secret()},
          {"", ""},
          {"查询码", "'; drop table casework.application --\u0000"},
          {"A".repeat(5_000), "B"}
        }) {
      said.add(somebody().look(typed[0], typed[1]).said());
    }
    assertThat(said.stream().distinct())
        .singleElement()
        .asString()
        .contains("403", "progress-refused");
    assertThat(look(one).get("state").asString()).isEqualTo("received");
  }

  @Test
  void neither_code_nor_secret_is_kept_in_the_database_or_the_log() throws Exception {
    Registered one = registered();
    look(one);
    somebody().look(one.code(), "0000-0000");
    String plain = one.code().replace("-", "");
    for (String table : List.of("casework.progress_code", "casework.step", "audit.entry")) {
      String all =
          String.join(
              "\n",
              jdbc.sql("select row_to_json(t)::text from %s t".formatted(table))
                  .query(String.class)
                  .list());
      assertThat(all).as(table).isNotBlank().doesNotContain(one.code(), one.secret(), plain);
    }
    String log = java.nio.file.Files.readString(java.nio.file.Path.of("target", "test.log"));
    assertThat(log).doesNotContain(one.code(), one.secret(), plain);
  }
}

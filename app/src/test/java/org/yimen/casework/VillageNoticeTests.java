package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

@OnPostgres
class VillageNoticeTests extends CaseworkDay {

  private static final String NUMBER = "650199198805010025";
  private static final String PHONE = "13900000000";
  private static final String ACCOUNT = "6222000000000000123";

  private Desk.Answer page(String area) {
    return new Desk(port).get("/api/v1/public/villages/%s/notices".formatted(area));
  }

  private JsonNode hanging() {
    Desk.Answer answer = page(CaseDesk.VILLAGE);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().get("notices");
  }

  private static Map<String, Object> known() {
    Map<String, Object> household = new HashMap<>(CaseDesk.family(600));
    household.put("phone", PHONE);
    household.put("bankAccount", ACCOUNT);
    Map<String, Object> mother = CaseDesk.first(household);
    mother.put("citizenNumber", NUMBER);
    mother.put("seriousIllness", true);
    mother.put("illness", "尿毒症");
    return household;
  }

  @Test
  void everybody_sees_exactly_what_may_hang_and_where_to_object() {
    long id = cases.accepted("phone", PHONE);
    cases.published(id, known());
    Desk.Answer answer = page(CaseDesk.VILLAGE);
    JsonNode all = answer.json();
    assertThat(all.propertyNames())
        .containsExactlyInAnyOrder(
            "county", "town", "village", "today", "whereToObject", "notices");
    JsonNode one = all.get("notices").get(0);
    assertThat(one.propertyNames())
        .containsExactlyInAnyOrder(
            "kind", "shownName", "persons", "category", "monthlyFen", "since", "until");
    assertThat(one.get("shownName").asString()).isEqualTo("阿＊提");
    assertThat(one.get("until").asString()).isEqualTo("2025-10-20");
    assertThat(all.get("whereToObject").findValuesAsString("office"))
        .containsExactly("苇子村民委员会", "东沟乡人民政府", "达坂城区民政局");
    assertThat(answer.text())
        .doesNotContain(NUMBER, PHONE, ACCOUNT, "尿毒症", "12 号", "阿依古丽")
        .doesNotContain(cases.file(id).json().get("number").asString());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void it_is_gone_the_moment_its_days_are_over_before_anything_has_taken_it_down() {
    cases.published(cases.accepted(), CaseDesk.family(600));
    clock.set(LocalDate.of(2025, 10, 20));
    assertThat(hanging()).hasSize(1);
    clock.set(LocalDate.of(2025, 10, 21));
    assertThat(hanging()).isEmpty();
    assertThat(page(CaseDesk.VILLAGE).text()).doesNotContain("＊");
  }

  @Test
  void it_is_gone_the_moment_an_objection_is_upheld_and_stays_while_one_is_open() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    cases.did(
        "village", id, "objections", Map.of("raisedOn", cases.today().toString(), "text", "有一辆货车"));
    assertThat(hanging()).hasSize(1);
    cases.did(
        "township", id, "objections/settlement", Map.of("result", "upheld", "answer", "重新调查"));
    assertThat(hanging()).isEmpty();
  }

  @Test
  void what_is_hung_up_again_after_an_objection_hangs_once() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    cases.did(
        "village", id, "objections", Map.of("raisedOn", cases.today().toString(), "text", "工资不止"));
    cases.did(
        "township", id, "objections/settlement", Map.of("result", "upheld", "answer", "重新调查"));
    cases.did("village", id, "visits", cases.visit(CaseDesk.family(500)));
    cases.did("township", id, "proposal", Map.of());
    cases.did("township", id, "notice", Map.of());
    assertThat(hanging()).hasSize(1);
    assertThat(cases.file(id).json().at("/records/notices")).hasSize(2);
  }

  @Test
  void it_is_gone_the_moment_the_family_takes_its_application_back() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    cases.did("village", id, "withdrawal", Map.of("because", "暂时不办了"));
    assertThat(hanging()).isEmpty();
    closeNotices.closeOver();
    assertThat(cases.file(id).json().at("/records/notices/0/takenDownAt").isNull()).isFalse();
  }

  @Test
  void what_was_confirmed_hangs_in_its_own_village_only() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", id, "review", Map.of());
    cases.did("district", id, "confirmation", Map.of());
    assertThat(hanging()).hasSize(1);
    assertThat(hanging().get(0).get("kind").asString()).isEqualTo("confirmed");
    assertThat(page("650107201").json().get("notices")).isEmpty();
  }

  @Test
  void an_address_that_is_no_village_says_so_and_nothing_else() {
    for (String area : new String[] {"650107200999", "650107", "1", "650107999", "x'--"}) {
      assertThat(page(area).status()).as(area).isEqualTo(404);
    }
  }

  @Test
  void no_answer_of_the_api_is_kept_by_a_browser_or_proxy() {
    Desk desk = new Desk(port).as("township");
    for (String path :
        new String[] {
          "/api/v1/session", "/api/v1/applications", "/api/v1/forms/visit", "/api/v1/x"
        }) {
      assertThat(desk.get(path).header("Cache-Control")).as(path).isEqualTo("no-store");
    }
    Desk stranger = new Desk(port);
    assertThat(stranger.get("/api/v1/applications").header("Cache-Control")).isEqualTo("no-store");
    assertThat(stranger.post("/api/v1/session", "").header("Cache-Control")).isEqualTo("no-store");
  }
}

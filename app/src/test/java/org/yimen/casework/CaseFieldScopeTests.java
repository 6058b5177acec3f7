package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** What was found of illness, disability and accounts is told to whoever may know it. */
@OnPostgres
class CaseFieldScopeTests extends CaseworkDay {

  private static final String ACCOUNT = "6501990000001234567";
  private static final List<String> MARKS = List.of("慢性肾衰竭", "650199-C-77", "重度残疾", ACCOUNT);

  private long id;

  @BeforeEach
  void a_family_with_an_ill_mother_and_a_disabled_child() {
    jdbc.sql(
            """
            insert into registry.person (id, name, founded_by, birth_date)
            values (771, '努尔江·艾合买提', 'residence', '2015-09-01') on conflict do nothing
            """)
        .update();
    jdbc.sql("update identity.position set role = 'villageWorker' where code = 'weizi-worker'")
        .update();
    id = cases.accepted();
    Map<String, Object> household = CaseDesk.family(100);
    household.put("bankAccount", ACCOUNT);
    Map<String, Object> mother = CaseDesk.first(household);
    mother.put("seriousIllness", true);
    mother.put("illness", "慢性肾衰竭");
    mother.put("disability", List.of(Map.of("category", "physical", "level", 1)));
    mother.put("disabilityCard", "650199-C-77");
    cases.published(id, household);
  }

  private static JsonNode of(Desk.Answer file) {
    return file.json().get("records").get("visits").get(0).get("household");
  }

  private JsonNode seenBy(String user) {
    Desk.Answer file = cases.as(user).get(CaseDesk.PATH + "/" + id);
    assertThat(file.status()).as(file.text()).isEqualTo(200);
    return of(file);
  }

  @Test
  void the_case_file_tells_each_position_what_it_may_know() {
    assertThat(seenBy("checker").toString()).contains("慢性肾衰竭", "650199-C-77", ACCOUNT);
    JsonNode township = seenBy("township");
    assertThat(township.toString()).contains("慢性肾衰竭", "650199-C-77");
    assertThat(township.has("bankAccount")).isFalse();
    JsonNode village = seenBy("village");
    assertThat(village.toString()).contains("650199-C-77", "阿依古丽·买买提");
    assertThat(village.toString()).doesNotContain("慢性肾衰竭", "seriousIllness", ACCOUNT);
  }

  @Test
  void no_address_of_the_case_tells_it_to_a_position_without_these_fields() {
    jdbc.sql(
            """
            insert into identity.role (code, title, permissions)
            values ('blind', '无敏感字段', '{case.read,case.investigate,case.accept}') on conflict do nothing;
            update identity.position set role = 'blind' where code = 'weizi-worker'
            """)
        .update();
    Desk blind = cases.as("village");
    for (String path : List.of("", "/conflicts", "/prefill", "/papers", "/papers/visit.docx")) {
      Desk.Answer answer = blind.get(CaseDesk.PATH + "/" + id + path);
      assertThat(answer.status()).as(path + answer.text()).isLessThan(500);
      assertThat(answer.text()).as(path).doesNotContain(MARKS);
    }
    JsonNode records = blind.get(CaseDesk.PATH + "/" + id).json().get("records");
    assertThat(records.get("determinations").get(0).get("result").toString())
        .doesNotContain("重特大疾病患者", "重度残疾人");
    assertThat(cases.as("township").get(CaseDesk.PATH + "/" + id).text()).contains("残疾");
  }

  @Test
  void what_a_child_has_is_held_back_of_everybody_until_somebody_else_approves() {
    long child = cases.accepted("applicant", "古丽巴哈尔·依明");
    Map<String, Object> household = CaseDesk.family(100);
    @SuppressWarnings("unchecked")
    Map<String, Object> son = ((List<Map<String, Object>>) household.get("members")).get(1);
    son.put("person", 771);
    son.put("disabilityCard", "650199-C-88");
    cases.did("village", child, "visits", cases.visit(household));
    String path = CaseDesk.PATH + "/" + child;
    assertThat(cases.as("checker").get(path).text()).doesNotContain("650199-C-88");
    assertThat(told(child)).isZero();
    jdbc.sql(
            """
            insert into registry.minor_request (household, person, purpose, asked_by, asked_by_name,
              unit, asked_at, decided_by, decided_by_name, decided_at, approved, valid_until)
            values (771, 771, '区级入户', 'checker', '', '', now(), 'leader', '', now(), true, '2025-11-01')
            """)
        .update();
    assertThat(cases.as("checker").get(path).text()).contains("650199-C-88");
    assertThat(told(child)).isEqualTo(1);
    assertThat(cases.as("township").get(path).text()).doesNotContain("650199-C-88");
  }

  private int told(long application) {
    return jdbc.sql(
            "select count(*) from audit.entry where deed = 'minor.read' and object = :object")
        .param("object", "application:" + application)
        .query(Integer.class)
        .single();
  }

  @Test
  void what_two_visits_say_differently_of_account_and_illness_is_told_to_who_settles_it() {
    long twice = cases.accepted("applicant", "古丽巴哈尔·依明");
    Map<String, Object> first = new HashMap<>(CaseDesk.family(100));
    first.put("bankAccount", ACCOUNT);
    first.put("risks", List.of("illness"));
    first.put("riskNote", "户主患肺心病");
    Desk.Answer begun =
        cases
            .as("village")
            .post(
                "/api/v1/field/downloads", Map.of("applications", List.of(twice), "purpose", "入户"));
    Map<String, Object> later = cases.visit(new HashMap<>(CaseDesk.family(100)));
    cases.did("township", twice, "visits", cases.visit(first));
    later.put("download", begun.json().get("families").get(0).get("download").asString());
    Map<String, Object> second = (Map<String, Object>) later.get("household");
    second.put("bankAccount", "6501990000007654321");
    second.put("risks", List.of("disaster"));
    second.put("riskNote", "房屋受灾");
    cases.did("village", twice, "visits", later);
    String path = CaseDesk.PATH + "/" + twice + "/conflicts";
    assertThat(cases.as("township").get(path).text()).contains(ACCOUNT, "肺心病");
    assertThat(cases.as("village").get(path).text())
        .contains("bankAccount", "riskNote", "\"hidden\":true")
        .doesNotContain(ACCOUNT, "7654321", "肺心病");
    assertThat(cases.as("village").get(CaseDesk.PATH + "/" + twice).text())
        .doesNotContain(ACCOUNT, "7654321", "肺心病");
  }
}

package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two phones that took the same family along, and a phone that comes too late. */
@OnPostgres
class MergedVisitTests extends CaseworkDay {

  private FieldDesk phone = new FieldDesk(cases);

  @BeforeEach
  void begin() {
    phone = new FieldDesk(cases);
  }

  /** A case in which everything but the visits is there, visited once. */
  private long visitedOnce() {
    long id = cases.accepted();
    cases.investigated(id, CaseDesk.family(600));
    return id;
  }

  private JsonNode sent(String user, long id, JsonNode family, Consumer<ObjectNode> change) {
    ObjectNode household = FieldDesk.household(family);
    change.accept(household);
    return phone.sent(user, id, phone.visit(family, household));
  }

  private static void wage(ObjectNode household, int yuan) {
    ((ObjectNode) FieldDesk.member(household, 0).get("income").get(0)).put("monthly", yuan);
  }

  private JsonNode conflicts(long id) {
    return cases.as("township").get(CaseDesk.PATH + "/" + id + "/conflicts").json();
  }

  private Desk.Answer settled(String user, long id, JsonNode conflict, Map<String, Object> body) {
    return cases.tried(user, id, "conflicts/" + conflict.get("id").asLong() + "/settlement", body);
  }

  private JsonNode stands(long id) {
    JsonNode visits = cases.file(id).json().get("records").get("visits");
    return visits.get(visits.size() - 1).get("household");
  }

  @Test
  void changes_to_different_matters_come_together_whoever_sends_first() {
    long id = visitedOnce();
    JsonNode one = phone.taken("village", id);
    JsonNode other = phone.taken("township", id);
    sent("village", id, one, household -> household.put("address", "苇子村 13 号"));
    JsonNode receipt =
        sent("township", id, other, household -> FieldDesk.member(household, 1).put("sex", "male"));
    assertThat(receipt.get("merged").asBoolean()).isTrue();
    assertThat(receipt.get("conflicts")).isEmpty();
    assertThat(stands(id).toString()).contains("苇子村 13 号", "\"sex\":\"male\"");
    cases.did("township", id, "proposal", Map.of());
  }

  /** Two sums for the same wage. */
  private JsonNode contradicted(long id) {
    JsonNode one = phone.taken("village", id);
    JsonNode other = phone.taken("village", id);
    sent("village", id, one, household -> wage(household, 700));
    JsonNode receipt = sent("village", id, other, household -> wage(household, 1_200));
    assertThat(receipt.get("message").asString()).contains("1 项", "裁定");
    assertThat(receipt.get("conflicts")).isEqualTo(conflicts(id));
    return conflicts(id).get(0);
  }

  @Test
  void what_contradicts_is_kept_twice_with_the_name_of_who_has_to_settle_it() {
    long id = visitedOnce();
    JsonNode conflict = contradicted(id);
    assertThat(conflict.get("title").asString()).isEqualTo("阿依古丽·买买提：收入（工资）");
    assertThat(conflict.get("theirs").get(0).get("monthly").asInt()).isEqualTo(700);
    assertThat(conflict.get("ours").get(0).get("monthly").asInt()).isEqualTo(1_200);
    assertThat(conflict.get("toSettle").asString()).isEqualTo(clerk());
  }

  private String clerk() {
    return jdbc.sql("select display_name from identity.account where username = 'township'")
        .query(String.class)
        .single();
  }

  @Test
  void nothing_is_proposed_before_it_is_settled_and_then_from_what_was_taken() {
    long id = visitedOnce();
    JsonNode conflict = contradicted(id);
    Desk.Answer blocked = cases.tried("township", id, "proposal", Map.of());
    assertThat(blocked.status()).isEqualTo(409);
    assertThat(blocked.text()).contains("收入（工资）", clerk());
    Map<String, Object> ours = Map.of("take", "ours", "because", "核对工资流水");
    assertThat(settled("village", id, conflict, ours).status()).isEqualTo(403);
    assertThat(settled("township", id, conflict, ours).status()).isEqualTo(200);
    assertThat(settled("township", id, conflict, ours).status()).isEqualTo(409);

    cases.did("township", id, "proposal", Map.of());
    JsonNode made = cases.file(id).json().get("records").get("determinations").get(0);
    // 1,200 for two
    assertThat(made.get("result").get("household").get("perCapitaIncomeMonthly").asDouble())
        .isEqualTo(600.0);
  }

  private Desk.Answer other(long id, JsonNode conflict, Object value) {
    return settled(
        "township", id, conflict, Map.of("take", "other", "value", value, "because", "打电话核实"));
  }

  @Test
  void a_third_answer_needs_a_value_that_the_form_takes() {
    long id = visitedOnce();
    JsonNode one = phone.taken("village", id);
    JsonNode other = phone.taken("village", id);
    sent("village", id, one, household -> household.put("residence", "urban").put("address", "甲"));
    sent("village", id, other, household -> household.put("address", "乙"));
    JsonNode conflict = conflicts(id).get(0);
    assertThat(conflict.get("path").asString()).isEqualTo("address");
    Map<String, Object> nothing = Map.of("take", "other", "because", "核实");
    assertThat(settled("township", id, conflict, nothing).status()).isEqualTo(400);
    assertThat(other(id, conflict, List.of(1)).text()).contains("wrong-answers");
    assertThat(other(id, conflict, "丙").json().get("value").asString()).isEqualTo("丙");
    assertThat(stands(id).get("address").asString()).isEqualTo("丙");
    assertThat(stands(id).get("residence").asString()).isEqualTo("urban");
  }

  @Test
  void what_each_phone_sent_is_kept_as_it_was_sent() {
    long id = visitedOnce();
    JsonNode one = phone.taken("village", id);
    JsonNode other = phone.taken("village", id);
    sent("village", id, one, household -> household.put("address", "甲"));
    sent("village", id, other, household -> FieldDesk.member(household, 1).put("sex", "male"));
    JsonNode visits = cases.file(id).json().get("records").get("visits");
    JsonNode last = visits.get(visits.size() - 1);
    assertThat(last.get("sent").toString()).contains("苇子村 12 号").doesNotContain("甲\"");
    assertThat(last.get("household").get("address").asString()).isEqualTo("甲");
    assertThat(visits.get(visits.size() - 2).get("sent").isNull()).isTrue();
  }

  @Test
  void answers_that_fit_alone_but_not_together_are_told_before_anything_is_proposed() {
    long id = visitedOnce();
    JsonNode one = phone.taken("village", id);
    JsonNode other = phone.taken("village", id);
    sent("village", id, one, household -> FieldDesk.member(household, 1).put("relation", "spouse"));
    sent(
        "village",
        id,
        other,
        household -> FieldDesk.member(household, 1).put("livesTogetherMonths", 30));
    assertThat(cases.tried("township", id, "proposal", Map.of()).text())
        .contains("前后不符", "一起生活的月数");
  }

  @Test
  void a_visit_that_comes_after_the_investigation_is_kept_and_decides_nothing() {
    long id = visitedOnce();
    JsonNode family = phone.taken("village", id);
    cases.did("township", id, "proposal", Map.of());
    JsonNode before = cases.file(id).json();
    ObjectNode household = FieldDesk.household(family);
    wage(household, 9_000);
    Map<String, Object> visit = phone.visit(family, household);
    JsonNode receipt = phone.sent("village", id, visit);
    assertThat(receipt.get("late").asBoolean()).isTrue();
    assertThat(receipt.get("message").asString()).contains("迟到", "退回补充调查");
    assertThat(phone.sent("village", id, visit).get("knownBefore").asBoolean()).isTrue();
    JsonNode after = cases.file(id).json();
    assertThat(after.get("records").get("lateVisits").get(0).toString()).contains("9000");
    assertThat(after.get("records").get("visits")).isEqualTo(before.get("records").get("visits"));
    assertThat(after.get("state").asString()).isEqualTo("proposed");
  }

  @Test
  void a_visit_before_the_case_is_accepted_is_refused_as_ever() {
    long id = cases.registered();
    assertThat(cases.tried("village", id, "visits", cases.visit(CaseDesk.family(600))).status())
        .isEqualTo(409);
  }

  @Test
  void a_download_that_nobody_knows_loses_nothing_either() {
    long id = visitedOnce();
    Map<String, Object> visit = cases.visit(CaseDesk.family(700));
    visit.put("download", java.util.UUID.randomUUID().toString());
    assertThat(phone.sent("village", id, visit).get("conflicts")).hasSize(1);
  }
}

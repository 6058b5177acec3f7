package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A visitor is told in the house of what their position is not shown. */
@OnPostgres
class BlindVisitTests extends CaseworkDay {

  private FieldDesk phone = new FieldDesk(cases);

  @BeforeEach
  void begin() {
    phone = new FieldDesk(cases);
  }

  private JsonNode conflicts(String user, long id) {
    return cases.as(user).get(CaseDesk.PATH + "/" + id + "/conflicts").json();
  }

  private Desk.Answer settled(String user, long id, JsonNode conflict) {
    return cases.tried(
        user,
        id,
        "conflicts/" + conflict.get("id").asLong() + "/settlement",
        Map.of("take", "ours", "because", "看了发票"));
  }

  private JsonNode bills(long id) {
    JsonNode visits = cases.file(id).json().get("records").get("visits");
    return visits.get(visits.size() - 1).at("/household/members/0/expenses");
  }

  /** The receipt of a village worker, to whom another sum was told than the clerk knows. */
  private JsonNode toldOtherwise(long id) {
    Map<String, Object> family = CaseDesk.family(600);
    CaseDesk.first(family).put("expenses", List.of(Map.of("kind", "medical", "amount", 8_600)));
    cases.investigated(id, family);
    JsonNode taken = phone.taken("village", id);
    assertThat(taken.toString()).doesNotContain("8600");
    ObjectNode household = FieldDesk.household(taken);
    FieldDesk.member(household, 0)
        .putArray("expenses")
        .addObject()
        .put("kind", "medical")
        .put("amount", 9_100);
    return phone.sent("village", id, phone.visit(taken, household));
  }

  @Test
  void a_bill_that_a_visitor_is_not_shown_and_tells_otherwise_counts_once_and_is_told_to_nobody() {
    long id = cases.accepted();
    JsonNode receipt = toldOtherwise(id);
    assertThat(receipt.get("message").asString()).contains("1 项", "裁定");
    assertThat(receipt.get("conflicts").get(0).get("hidden").asBoolean()).isTrue();
    assertThat(receipt.toString() + conflicts("village", id)).doesNotContain("8600", "9100");
    assertThat(bills(id).toString()).contains("8600").doesNotContain("9100");
    assertThat(cases.tried("township", id, "proposal", Map.of()).text()).contains("刚性支出");
  }

  @Test
  void who_may_see_both_settles_it() {
    long id = cases.accepted();
    toldOtherwise(id);
    JsonNode conflict = conflicts("township", id).get(0);
    assertThat(conflict.get("theirs").toString()).contains("8600").doesNotContain("9100");
    assertThat(conflict.get("ours").toString()).contains("9100").doesNotContain("8600");
    assertThat(settled("village", id, conflict).status()).isEqualTo(403);
    Desk.Answer answer = settled("township", id, conflict);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(bills(id)).hasSize(1);
    assertThat(bills(id).toString()).contains("9100");
    cases.did("township", id, "proposal", Map.of());
  }

  @Test
  void what_the_last_case_says_and_the_visitor_of_a_re_check_is_not_shown_is_no_less_a_question() {
    RecheckDesk rechecks = new RecheckDesk(cases, closeNotices);
    Map<String, Object> family = CaseDesk.family(600);
    CaseDesk.first(family).put("seriousIllness", true);
    long id = rechecks.opened(rechecks.recognised(family), RecheckDesk.cause("reported"));
    JsonNode taken = phone.taken("village", id);
    ObjectNode household = FieldDesk.household(taken);
    FieldDesk.member(household, 0).put("seriousIllness", false);
    phone.sent("village", id, phone.visit(taken, household));
    JsonNode conflict = conflicts("township", id).get(0);
    assertThat(conflict.get("theirs").asBoolean()).isTrue();
    assertThat(conflict.get("theirsBy").asString()).isEqualTo("此前掌握的资料");
    assertThat(conflict.get("toSettle").asString()).isEqualTo("乡镇（街道）经办人");
  }
}

package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yimen.casework.recheck.DueRechecks;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Recognised families: what they get in which month, and when they are looked at again. */
@OnPostgres
class StandingTests extends CaseworkDay {

  @Autowired DueRechecks due;
  private RecheckDesk desk = new RecheckDesk(cases, null);

  @BeforeEach
  void begin() {
    desk = new RecheckDesk(cases, closeNotices);
  }

  private long monthTotal(String month) {
    return jdbc.sql(
            """
            select coalesce(sum(monthly_fen), 0) from casework.entitlement
            where from_month <= :month and (to_month is null or to_month > :month)
            """)
        .param("month", LocalDate.parse(month))
        .query(Long.class)
        .single();
  }

  @Test
  void a_recognised_family_stands_with_category_amount_first_month_and_next_recheck() {
    long id = desk.recognised(CaseDesk.family(600));
    JsonNode card = desk.card(id);
    JsonNode standing = card.get("standing");
    assertThat(standing.get("category").asString()).isEqualTo("dibao");
    assertThat(standing.get("persons").asInt()).isEqualTo(2);
    assertThat(standing.get("since").asString()).isEqualTo("2025-11-01");
    long monthly = standing.get("monthlyFen").asLong();
    assertThat(monthly).isPositive();
    long sum = 0;
    for (JsonNode amount : card.get("amounts")) {
      assertThat(amount.get("fromMonth").asString()).isEqualTo("2025-11-01");
      sum += amount.get("monthlyFen").asLong();
    }
    assertThat(sum).isEqualTo(monthly);
    assertThat(card.get("people")).hasSize(2);
  }

  @Test
  void an_unstable_income_of_who_can_work_is_looked_at_half_yearly_a_stable_one_yearly() {
    long unstable = desk.recognised(CaseDesk.family(600));
    assertThat(desk.card(unstable).get("standing").get("recheckDue").asString())
        .isEqualTo("2026-04-21");
    Map<String, Object> household = CaseDesk.family(600);
    CaseDesk.first(household).put("employment", "employed");
    long stable = desk.recognised(household);
    assertThat(desk.card(stable).get("standing").get("recheckDue").asString())
        .isEqualTo("2026-10-29");
    assertThat(desk.card(stable).get("recheckBasis").asString()).contains("第三十一条");
  }

  @Test
  void what_a_business_earns_is_unstable_also_of_who_can_not_work() {
    Map<String, Object> household = CaseDesk.family(300);
    CaseDesk.first(household).put("employment", "employed");
    CaseDesk.second(household).put("income", List.of(Map.of("kind", "business", "monthly", 100)));
    long standing = desk.recognised(household);
    assertThat(desk.card(standing).get("standing").get("recheckDue").asString())
        .isEqualTo("2026-04-21");
  }

  @Test
  void who_is_supported_as_tekun_is_looked_at_every_year() {
    long id = desk.recognised(CaseDesk.alone(), "appliedFor", "tekun");
    JsonNode card = desk.card(id);
    assertThat(card.get("recheckName").asString()).isEqualTo("特困人员定期复核时限");
    assertThat(card.get("standing").get("recheckDue").asString()).isEqualTo("2026-10-21");
    assertThat(card.get("amounts").get(0).get("item").asString()).isEqualTo("tekunBasic");
  }

  @Test
  void a_months_total_over_several_families_is_one_query() {
    long first = desk.recognised(CaseDesk.family(600));
    assertThat(monthTotal("2025-10-01")).isZero();
    long one = desk.card(first).get("standing").get("monthlyFen").asLong();
    long second = desk.recognised(CaseDesk.alone(), "appliedFor", "tekun");
    long two = desk.card(second).get("standing").get("monthlyFen").asLong();
    assertThat(monthTotal("2025-11-01")).isEqualTo(one + two);
    long recheck = desk.opened(second, RecheckDesk.cause("voluntary"));
    desk.proposed(recheck, Map.of());
    desk.did("township", recheck, "notice", Map.of());
    cases.noticesAreOver(closeNotices);
    desk.decided(recheck);
    desk.served(recheck);
    assertThat(monthTotal("2025-11-01")).isEqualTo(one + two);
    assertThat(monthTotal("2025-12-01")).isEqualTo(one);
  }

  @Test
  void rechecks_that_fall_due_within_a_month_are_opened_by_themselves_once() {
    long id = desk.recognised(CaseDesk.family(600));
    assertThat(due.openDue()).isZero();
    clock.set(LocalDate.of(2026, 3, 25));
    assertThat(desk.list("soon").get("total").asInt()).isEqualTo(1);
    assertThat(due.openDue()).isEqualTo(1);
    assertThat(due.openDue()).isZero();
    long recheck = desk.card(id).get("openRecheck").asLong();
    Desk.Answer file = cases.file(recheck);
    assertThat(file.json().get("kind").asString()).isEqualTo("recheck");
    assertThat(file.json().get("stateTitle").asString()).isEqualTo("调查核实");
    assertThat(cases.limits(recheck)).containsEntry("收入不稳定家庭的定期复核时限", "2026-04-21");
    assertThat(file.json().get("records").get("authorisations")).hasSize(1);
    assertThat(desk.step("deputy", recheck, "cancellation", Map.of("because", "忙不过来")).text())
        .contains("不能撤销");
    clock.set(LocalDate.of(2026, 4, 22));
    assertThat(desk.list("late").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void numbers_of_rechecks_opened_together_go_on_without_a_gap() {
    desk.recognised(CaseDesk.family(600));
    desk.recognised(CaseDesk.family(600));
    clock.set(LocalDate.of(2026, 4, 15));
    assertThat(due.openDue()).isEqualTo(2);
    assertThat(
            jdbc.sql("select number from casework.application where kind = 'recheck' order by 1")
                .query(String.class)
                .list())
        .containsExactly("650107200-2026-000001", "650107200-2026-000002");
  }

  @Test
  void a_recheck_is_put_off_only_with_a_reason_and_not_for_ever() {
    long id = desk.recognised(CaseDesk.family(600));
    String path = "/api/v1/standings/" + id + "/delay";
    assertThat(cases.as("deputy").post(path, Map.of("until", "2026-06-30", "because", "")).status())
        .isEqualTo(400);
    assertThat(
            cases.as("deputy").post(path, Map.of("until", "2027-06-30", "because", "雪灾封路")).text())
        .contains("最多推迟到 2026-10-21", "第三十一条");
    assertThat(
            cases
                .as("village")
                .post(path, Map.of("until", "2026-06-30", "because", "雪灾封路"))
                .status())
        .isEqualTo(403);
    assertThat(
            cases
                .as("deputy")
                .post(path, Map.of("until", "2026-06-30", "because", "雪灾封路"))
                .status())
        .isEqualTo(200);
    assertThat(desk.card(id).get("standing").get("recheckDue").asString()).isEqualTo("2026-06-30");
    assertThat(desk.card(id).get("delays").get(0).get("because").asString()).isEqualTo("雪灾封路");
  }

  @Test
  void rigid_expenditure_expires_after_twelve_months_by_itself() {
    Map<String, Object> household = CaseDesk.family(2600);
    CaseDesk.first(household)
        .put(
            "expenses",
            new ArrayList<>(
                List.of(
                    new HashMap<>(
                        Map.of("kind", "medical", "amount", 40000, "date", "2025-08-01")))));
    long id = desk.recognised(household, "appliedFor", "rigidExpense");
    JsonNode standing = desk.card(id).get("standing");
    assertThat(standing.get("category").asString()).isEqualTo("rigidExpense");
    assertThat(standing.get("recheckDue").isNull()).isTrue();
    assertThat(standing.get("validUntil").asString()).isEqualTo("2026-10-21");
    clock.set(LocalDate.of(2026, 10, 1));
    assertThat(desk.list("expiring").get("total").asInt()).isEqualTo(1);
    clock.set(LocalDate.of(2026, 10, 22));
    due.openDue();
    assertThat(desk.list("").get("total").asInt()).isZero();
    assertThat(desk.card(id).get("endedBecause").asString()).isEqualTo("expired");
  }

  @Test
  void nobody_of_another_town_sees_the_family() {
    long id = desk.recognised(CaseDesk.family(600));
    jdbc.sql("update casework.standing set area = '650107201200'").update();
    assertThat(desk.list("all").get("total").asInt()).isZero();
    assertThat(cases.as("township").get("/api/v1/standings/" + id).status()).isEqualTo(404);
  }
}

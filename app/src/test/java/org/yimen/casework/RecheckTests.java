package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** What may become of a recognised family, and how. */
@OnPostgres
class RecheckTests extends RecheckDay {

  @Test
  void what_has_not_changed_is_kept_and_the_next_recheck_is_reckoned_from_the_decision() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2026, 4, 1));
    long id = recheck(standing, RecheckDesk.cause("due"), CaseDesk.family(600));
    assertThat(desk.proposed(id, NOTHING).get("outcome").asString()).isEqualTo("kept");
    JsonNode decided = desk.decided(id);
    assertThat(decided.get("outcome").asString()).isEqualTo("kept");
    assertThat(cases.state(id)).isEqualTo("done");
    assertThat(monthly(standing)).isEqualTo(before);
    assertThat(desk.card(standing).get("amounts"))
        .allMatch(one -> one.get("fromMonth").asString().equals("2025-11-01"));
    assertThat(desk.card(standing).get("standing").get("recheckDue").asString())
        .isEqualTo("2026-10-01");
  }

  @Test
  void a_raise_holds_from_the_next_month_without_waiting_for_service() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("reported"), CaseDesk.family(200));
    assertThat(desk.proposed(id, NOTHING).get("outcome").asString()).isEqualTo("raised");
    desk.decided(id);
    assertThat(inMonth(standing, "2025-12-01")).isEqualTo(before);
    assertThat(inMonth(standing, "2026-01-01")).isGreaterThan(before).isEqualTo(monthly(standing));
  }

  @Test
  void a_reduction_has_no_effect_before_the_written_notice_was_served() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("reported"), CaseDesk.family(800));
    JsonNode proposal = desk.proposed(id, NOTHING);
    assertThat(proposal.get("outcome").asString()).isEqualTo("reduced");
    assertThat(proposal.get("reason").asString()).contains("元", "（");
    desk.decided(id);
    assertThat(cases.state(id)).isEqualTo("awaitingService");
    assertThat(inMonth(standing, "2026-03-01")).isEqualTo(before);
    clock.set(LocalDate.of(2026, 1, 15));
    assertThat(desk.step("village", id, "service", Map.of("servedOn", "2026-01-16")).text())
        .contains("送达日期");
    assertThat(desk.step("village", id, "service", Map.of("servedOn", "2025-12-01")).text())
        .contains("送达日期");
    desk.served(id);
    assertThat(inMonth(standing, "2026-01-01")).isEqualTo(before);
    assertThat(inMonth(standing, "2026-02-01")).isLessThan(before).isPositive();
    assertThat(desk.view(id).get("effectiveFrom").asString()).isEqualTo("2026-02-01");
  }

  @Test
  void a_stop_tells_the_family_why_and_where_to_turn_and_closes_what_was() {
    long standing = desk.recognised(CaseDesk.family(600), "consent", true);
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("found"), CaseDesk.family(9000));
    assertThat(desk.proposed(id, NOTHING).get("outcome").asString()).isEqualTo("stopped");
    assertThat(cases.as("township").get(RecheckDesk.PATH + "/" + id + "/paper").text())
        .contains("还没有作出复核决定");
    desk.decided(id);
    JsonNode paper = desk.paper(id);
    assertThat(paper.get("title").asString()).isEqualTo("社会救助停发告知书");
    assertThat(paper.get("sentences").toString()).contains("送达的次月起", "停止发放");
    assertThat(paper.get("reasons").toString()).contains("人均月收入4500元");
    assertThat(paper.get("remedies").asString()).contains("行政复议");
    desk.served(id);
    assertThat(inMonth(standing, "2026-01-01")).isZero();
    JsonNode card = desk.card(standing);
    assertThat(card.get("standing").get("endedOn").asString()).isEqualTo("2026-01-01");
    assertThat(card.get("people"))
        .allMatch(one -> one.get("validTo").asString().equals("2026-01-01"));
    assertThat(desk.tried(standing, RecheckDesk.cause("reported")).status()).isEqualTo(201);
    clock.set(LocalDate.of(2026, 1, 2));
    assertThat(desk.list("").get("total").asInt()).isZero();
  }

  @Test
  void who_visits_or_proposes_does_not_decide() {
    long standing = desk.recognised(CaseDesk.family(600));
    long id = desk.opened(standing, RecheckDesk.cause("reported"));
    cases.did("township", id, "check", Map.of());
    cases.did("checker", id, "check/report", Map.of("passes", true));
    cases.did("district", id, "visits", cases.visit(CaseDesk.family(800)));
    desk.proposed(id, NOTHING);
    desk.did("deputy", id, "review", Map.of());
    Desk.Answer own = desk.step("district", id, "decision", Map.of());
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.text()).contains("另一位");
  }

  @Test
  void nothing_is_proposed_without_a_check_and_a_visit_and_steps_of_applications_are_none_of_it() {
    long standing = desk.recognised(CaseDesk.family(600));
    long id = desk.opened(standing, RecheckDesk.cause("reported"));
    assertThat(desk.step("township", id, "proposal", NOTHING).text()).contains("还没有入户调查");
    assertThat(cases.tried("township", id, "proposal", Map.of()).text()).contains("没有“提出初审意见”这一步");
    assertThat(desk.step("district", id, "decision", Map.of()).status()).isEqualTo(409);
    assertThat(cases.tried("village", id, "withdrawal", Map.of("because", "不办了")).status())
        .isEqualTo(409);
  }

  @Test
  void a_recheck_is_listed_with_what_the_family_is_until_something_else_is_proposed() {
    long standing = desk.recognised(CaseDesk.family(600));
    long id = desk.opened(standing, RecheckDesk.cause("reported"));
    JsonNode lines = cases.as("township").get(CaseDesk.PATH + "?kind=recheck").json().get("items");
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).get("id").asLong()).isEqualTo(id);
    assertThat(lines.get(0).get("category").asString()).isEqualTo("dibao");
  }

  @Test
  void a_family_is_rechecked_once_at_a_time_and_wrong_days_are_told() {
    long standing = desk.recognised(CaseDesk.family(600));
    assertThat(
            desk.tried(standing, RecheckDesk.cause("employed", "happenedOn", "2026-12-01")).text())
        .contains("不能晚于今天");
    assertThat(desk.tried(standing, RecheckDesk.cause("death")).text()).contains("去世日期");
    assertThat(
            desk.tried(
                    standing,
                    RecheckDesk.cause("death", "happenedOn", "2025-10-20", "person", "没有这个人"))
                .text())
        .contains("成员中选择");
    assertThat(desk.tried(standing, RecheckDesk.cause("selfCare")).text()).contains("只适用于特困");
    desk.opened(standing, RecheckDesk.cause("reported"));
    Desk.Answer second = desk.tried(standing, RecheckDesk.cause("found"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text()).contains("不能同时办两件");
  }

  @Test
  void a_small_difference_that_is_not_material_changes_nothing() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("reported"), CaseDesk.family(610));
    JsonNode kept = desk.proposed(id, Map.of("unchangedBecause", "月收入相差十元，属正常波动"));
    assertThat(kept.get("outcome").asString()).isEqualTo("kept");
    assertThat(kept.get("reason").asString()).contains("第三十一条");
    desk.decided(id);
    assertThat(monthly(standing)).isEqualTo(before);
  }
}

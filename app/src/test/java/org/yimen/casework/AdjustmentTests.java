package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yimen.eligibility.ValueDesk;
import org.yimen.platform.IntegrityCheck;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** A new standard raises whom it touches, exactly, once, and takes nothing from anybody. */
@OnPostgres
class AdjustmentTests extends RecheckDay {

  private static final String STANDARD = "dibao.standard.rural";
  private static final String JANUARY = "2026-01-01";

  @Autowired List<IntegrityCheck> checks;

  private AdjustmentDesk adjust = new AdjustmentDesk(cases, new ValueDesk(0));

  @BeforeEach
  void no_other_standards() {
    adjust = new AdjustmentDesk(cases, new ValueDesk(port));
    AdjustmentDesk.noValues(jdbc);
  }

  @Test
  void who_gets_dibao_gets_the_rise_for_each_person_and_the_months_owed() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "850", JANUARY);
    JsonNode found = adjust.look(JANUARY).get("ready");
    assertThat(found).hasSize(1);
    JsonNode family = found.get(0);
    long more = 2 * 50_00;
    assertThat(family.get("before").asLong()).isEqualTo(before);
    assertThat(family.get("after").asLong()).isEqualTo(before + more);
    assertThat(family.get("from").asString()).isEqualTo(JANUARY);
    assertThat(family.get("months").asInt()).isEqualTo(3);
    assertThat(family.get("owed").asLong()).isEqualTo(3 * more);
    assertThat(family.get("because").asString()).contains("农村低保标准由 800 调为 850", "达民发〔2025〕8号");
    assertThat(monthly(standing)).as("looking changes nothing").isEqualTo(before);
    adjust.carriedOut(JANUARY);
    assertThat(monthly(standing)).isEqualTo(before + more);
    assertThat(inMonth(standing, "2025-12-01")).isEqualTo(before);
    assertThat(inMonth(standing, JANUARY)).isEqualTo(before + more);
    JsonNode after = adjust.look(JANUARY);
    assertThat(after.get("ready")).isEmpty();
    assertThat(after.get("done").get("families").asInt()).isEqualTo(1);
    assertThat(after.get("done").get("owed").asLong()).isEqualTo(3 * more);
  }

  @Test
  void it_is_done_once_and_the_next_standard_builds_on_it() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "850", JANUARY);
    adjust.carriedOut(JANUARY);
    Desk.Answer again = adjust.tried("district", JANUARY);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("没有要调整的在册家庭");
    adjust.inForce(STANDARD, "870", "2026-03-01");
    adjust.carriedOut("2026-03-01");
    assertThat(inMonth(standing, "2026-02-01")).isEqualTo(before + 2 * 50_00);
    assertThat(inMonth(standing, "2026-03-01")).isEqualTo(before + 2 * 70_00);
    assertThat(adjust.look(JANUARY).get("ready")).isEmpty();
  }

  @Test
  void an_earlier_standard_is_carried_out_before_a_later_one() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "850", JANUARY);
    adjust.inForce(STANDARD, "870", "2026-03-01");
    Desk.Answer later = adjust.tried("district", "2026-03-01");
    assertThat(later.status()).isEqualTo(400);
    assertThat(later.text()).contains("请先落实 2026-01-01 起的标准");
    adjust.carriedOut(JANUARY);
    adjust.carriedOut("2026-03-01");
    assertThat(inMonth(standing, "2026-02-01")).isEqualTo(before + 2 * 50_00);
    assertThat(inMonth(standing, "2026-03-01")).isEqualTo(before + 2 * 70_00);
  }

  @Test
  void nothing_is_owed_for_months_before_the_family_was_paid() {
    clock.set(LocalDate.of(2025, 12, 10));
    long standing = desk.recognised(CaseDesk.family(600));
    assertThat(desk.card(standing).get("standing").get("since").asString()).isEqualTo(JANUARY);
    clock.set(LocalDate.of(2026, 2, 10));
    adjust.inForce(STANDARD, "850", "2025-11-01");
    JsonNode family = adjust.look("2025-11-01").get("ready").get(0);
    assertThat(family.get("from").asString()).isEqualTo(JANUARY);
    assertThat(family.get("months").asInt()).isEqualTo(2);
  }

  @Test
  void a_lower_standard_takes_nothing_and_a_changed_amount_is_looked_at_first() {
    long standing = desk.recognised(CaseDesk.family(600));
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "780", JANUARY);
    assertThat(adjust.held(JANUARY)).singleElement().asString().contains("减发须先复核并书面告知");
    assertThat(adjust.tried("district", JANUARY).status()).isEqualTo(400);
    List<String> days = List.of("2026-03-01", "2026-03-02", "2026-03-03");
    String mother = desk.person(standing, "阿依古丽·买买提");
    long refused =
        desk.opened(standing, RecheckDesk.cause("jobRefusal", "person", mother, "refusals", days));
    desk.proposed(refused, NOTHING);
    desk.decided(refused);
    desk.served(refused);
    adjust.inForce(STANDARD, "900", "2026-03-01");
    assertThat(adjust.held("2026-03-01")).singleElement().asString().contains("与最近一次调查认定的不一致");
  }

  @Test
  void a_recheck_with_a_proposal_is_finished_first_one_without_is_no_obstacle() {
    long standing = desk.recognised(CaseDesk.family(600));
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "850", JANUARY);
    long open = desk.opened(standing, RecheckDesk.cause("reported"));
    assertThat(adjust.look(JANUARY).get("ready")).hasSize(1);
    desk.investigated(open, CaseDesk.family(500));
    desk.proposed(open, NOTHING);
    assertThat(adjust.held(JANUARY)).singleElement().asString().contains("先办结或者退回");
  }

  @Test
  void each_has_a_signed_decision_a_case_that_is_done_and_a_notice() throws IOException {
    long standing = desk.recognised(CaseDesk.family(600));
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "850", JANUARY);
    adjust.carriedOut(JANUARY);
    JsonNode decision = desk.card(standing).get("decisions").get(0);
    assertThat(decision.get("outcome").asString()).isEqualTo("adjusted");
    assertThat(decision.get("cause").asString()).isEqualTo("standard");
    long id = decision.get("application").asLong();
    assertThat(cases.state(id)).isEqualTo("done");
    JsonNode paper = desk.paper(id);
    assertThat(paper.get("title").asString()).isEqualTo("社会救助标准调整告知书");
    assertThat(paper.get("sentences").get(0).asString()).contains("因救助标准调整", "重新计算了金额");
    assertThat(paper.get("reasons").toString()).contains("补发 3 个月，共 300.00 元");
    for (IntegrityCheck check : checks) {
      assertThat(check.check().faults()).isEmpty();
    }
  }

  @Test
  void only_who_decides_carries_out_and_a_town_only_where_it_is_entrusted() {
    long standing = desk.recognised(CaseDesk.family(600));
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "850", JANUARY);
    Desk mayor = cases.as("mayor");
    assertThat(mayor.get(AdjustmentDesk.PATH + JANUARY).json().get("ready")).hasSize(1);
    assertThat(adjust.tried("mayor", JANUARY).text()).contains("没有受委托确认");
    jdbc.sql("update casework.standing set area = '650107201200' where id = :id")
        .param("id", standing)
        .update();
    assertThat(mayor.get(AdjustmentDesk.PATH + JANUARY).json().get("ready"))
        .as("another town's")
        .isEmpty();
    assertThat(adjust.look(JANUARY).get("ready")).hasSize(1);
    assertThat(adjust.tried("township", JANUARY).status()).isEqualTo(403);
    assertThat(adjust.tried("deputy", JANUARY).status()).isEqualTo(403);
    assertThat(adjust.tried("district", "2026-01-02").text()).contains("某月的第一天");
    assertThat(adjust.tried("district", "2019-01-01").text()).contains("更早的标准变化");
    assertThat(adjust.tried("district", "nonsense").status()).isEqualTo(400);
  }

  @Test
  void the_months_from_which_payment_changes_are_offered_newest_first() {
    clock.set(LocalDate.of(2026, 3, 10));
    adjust.inForce(STANDARD, "850", "2026-01-15");
    adjust.inForce(STANDARD, "870", "2026-03-01");
    JsonNode months = cases.as("district").get(AdjustmentDesk.PATH + "months").json();
    assertThat(months.get(0).get("first").asString()).isEqualTo("2026-03-01");
    assertThat(months.get(1).get("first").asString()).as("whole months").isEqualTo("2026-02-01");
    assertThat(months.get(1).get("values").get(0).asString()).contains("农村低保标准 850");
  }
}

package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.eligibility.ValueDesk;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** A new standard and families of which only a roll's amount is known. */
@OnPostgres
class RollAdjustmentTests extends RollDay {

  private static final String JANUARY = "2026-01-01";

  private AdjustmentDesk adjust = new AdjustmentDesk(cases, new ValueDesk(0));

  @BeforeEach
  void taken_over_in_october() {
    adjust = new AdjustmentDesk(cases, new ValueDesk(port));
    AdjustmentDesk.noValues(jdbc);
    roll.taken();
    clock.set(LocalDate.of(2026, 1, 10));
  }

  @Test
  void the_difference_is_paid_so_the_rise_is_added_for_each_person_covered() {
    adjust.inForce("dibao.standard.rural", "850", JANUARY);
    adjust.carriedOut(JANUARY);
    JsonNode card = roll.cardOf(MOTHER);
    assertThat(card.get("standing").get("monthlyFen").asLong()).isEqualTo(1_600_00);
    assertThat(card.get("amounts").get(0).get("fromMonth").asString()).isEqualTo(JANUARY);
    assertThat(card.get("amounts").get(1).get("toMonth").asString()).isEqualTo(JANUARY);
    assertThat(adjust.look(JANUARY).get("ready")).as("once").isEmpty();
  }

  @Test
  void what_does_not_follow_from_the_amount_is_looked_at_first() {
    adjust.inForce("dibao.standard.rural", "850", JANUARY);
    adjust.inForce("dibao.supplement.oldOrYoung", "90", JANUARY);
    assertThat(adjust.held(JANUARY)).singleElement().asString().contains("只凭金额算不出");
  }

  @Test
  void who_gets_no_money_is_not_touched_and_who_is_without_an_amount_is_looked_at() {
    clock.set(LocalDate.of(2025, 10, 14));
    rolls.family(2, CaseDesk.VILLAGE, "边缘户");
    rolls.says(2, "list.dibaoMargin", 0, "2024-03-10");
    rolls.family(3, CaseDesk.VILLAGE, "没写金额");
    rolls.says(3, "list.dibao", 0, "2024-03-10");
    roll.taken();
    clock.set(LocalDate.of(2026, 1, 10));
    adjust.inForce("dibao.standard.rural", "850", JANUARY);
    JsonNode found = adjust.look(JANUARY);
    assertThat(found.get("ready")).hasSize(1);
    assertThat(found.get("held")).hasSize(1);
    assertThat(found.get("held").get(0).get("applicant").asString()).isEqualTo("没写金额");
  }

  @Test
  void a_standard_for_towns_does_not_touch_the_country() {
    adjust.inForce("dibao.standard.urban", "850", JANUARY);
    JsonNode found = adjust.look(JANUARY);
    assertThat(found.get("ready")).isEmpty();
    assertThat(found.get("held")).isEmpty();
  }

  @Test
  void what_was_carried_out_is_a_table_with_what_is_owed() {
    adjust.inForce("dibao.standard.rural", "850", JANUARY);
    adjust.carriedOut(JANUARY);
    Desk district = cases.as("district");
    Desk.Answer table = district.get(AdjustmentDesk.PATH + JANUARY + "/raised.csv");
    assertThat(table.status()).as(table.text()).isEqualTo(200);
    assertThat(table.text().lines()).hasSize(2);
    assertThat(table.text()).contains(MOTHER, "1500.00", "1600.00", "2026-01", "100.00");
    assertThat(cases.as("deputy").get(AdjustmentDesk.PATH + JANUARY + "/raised.csv").status())
        .isEqualTo(403);
    assertThat(adjust.tried("deputy", JANUARY).status()).isEqualTo(403);
  }
}

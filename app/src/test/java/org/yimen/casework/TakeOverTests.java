package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yimen.casework.recheck.DueRechecks;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/**
 * Who is on a roll comes under watch as the roll says, and is dealt with from then on like others.
 */
@OnPostgres
class TakeOverTests extends RollDay {

  @Autowired DueRechecks due;

  @Test
  void it_stands_with_category_people_amount_and_the_anniversary_as_next_recheck() {
    JsonNode sum = roll.look().get("ready").get(0);
    assertThat(sum.get("category").asString()).isEqualTo("dibao");
    assertThat(sum.get("families").asInt()).isEqualTo(1);
    assertThat(sum.get("monthlyFen").asLong()).isEqualTo(1_500_00);
    assertThat(sum.get("firstRecheck").asString()).isEqualTo("2026-03-10");
    roll.taken();
    JsonNode card = roll.cardOf(MOTHER);
    JsonNode standing = card.get("standing");
    assertThat(standing.get("category").asString()).isEqualTo("dibao");
    assertThat(standing.get("persons").asInt()).isEqualTo(2);
    assertThat(standing.get("monthlyFen").asLong()).isEqualTo(1_500_00);
    assertThat(standing.get("since").asString()).isEqualTo("2024-03-01");
    assertThat(standing.get("recheckDue").asString()).isEqualTo("2026-03-10");
    assertThat(card.get("recheckBasis").asString()).contains("第三十一条");
    assertThat(card.get("takenOver").asString()).isEmpty();
    assertThat(card.get("people")).hasSize(2);
    assertThat(card.get("amounts").get(0).get("fromMonth").asString()).isEqualTo("2025-10-01");
    assertThat(card.get("decisions")).as("nobody decided here").isEmpty();
  }

  @Test
  void it_is_no_application_and_comes_once() {
    roll.taken();
    assertThat(cases.as("township").get(CaseDesk.PATH).json().get("total").asInt()).isZero();
    Desk.Answer again = cases.as("deputy").post(TakeOverDesk.PATH, Map.of());
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text()).contains("没有可以接续的家庭");
    assertThat(roll.look().get("ready")).isEmpty();
    assertThat(desk.list("all").get("total").asInt()).isEqualTo(1);
    long file = roll.cardOf(MOTHER).get("standing").get("application").asLong();
    assertThat(cases.file(file).json().get("kind").asString()).isEqualTo("takenOver");
    assertThat(cases.file(file).json().get("next")).as("nothing can be done with it").isEmpty();
  }

  @Test
  void a_tekun_person_stands_alone_or_in_a_family_of_dibao() {
    rolls.family(2, CaseDesk.VILLAGE, "居一之侄", "居一");
    rolls.saysOf(21, "list.tekun", 1_040_00, "2023-11-02");
    rolls.saysOf(21, "tekun.care", 480_00, null);
    rolls.saysOf(11, "list.tekun", 700_00, "2024-03-10");
    roll.taken();
    JsonNode alone = roll.cardOf("居一");
    assertThat(alone.get("standing").get("category").asString()).isEqualTo("tekun");
    assertThat(alone.get("people")).hasSize(1);
    assertThat(alone.get("amounts"))
        .extracting(one -> one.get("item").asString())
        .containsExactlyInAnyOrder("tekunBasic", "care");
    assertThat(alone.get("standing").get("monthlyFen").asLong()).isEqualTo(1_520_00);
    assertThat(alone.get("recheckName").asString()).isEqualTo("特困人员定期复核时限");
    assertThat(alone.get("standing").get("recheckDue").asString()).isEqualTo("2025-11-02");
    JsonNode mixed = roll.cardOf(MOTHER);
    assertThat(mixed.get("standing").get("monthlyFen").asLong()).isEqualTo(2_200_00);
    assertThat(mixed.get("people"))
        .extracting(one -> one.get("category").asString())
        .containsExactlyInAnyOrder("dibao", "tekun");
  }

  @Test
  void rigid_expenditure_holds_for_twelve_months_and_is_not_rechecked() {
    rolls.family(2, CaseDesk.VILLAGE, "居二");
    rolls.says(2, "list.rigidExpense", 0, "2025-02-03");
    roll.taken();
    JsonNode standing = roll.cardOf("居二").get("standing");
    assertThat(standing.get("validUntil").asString()).startsWith("2026-02-");
    assertThat(standing.get("recheckDue").isNull()).isTrue();
  }

  @Test
  void who_was_in_a_category_before_is_in_one_from_this_month_on() {
    roll.taken();
    long standing = roll.standingOf(MOTHER);
    jdbc.sql("update casework.recognition set valid_to = '2025-10-01' where person = '11'")
        .update();
    rolls.family(2, CaseDesk.VILLAGE, "居二");
    jdbc.sql("update registry.membership set valid_to = '2025-09-01' where person = 11").update();
    jdbc.sql("insert into registry.membership (household, person, source_row) values (2, 11, 1)")
        .update();
    rolls.says(2, "list.dibaoMargin", 0, "2024-05-01");
    roll.taken();
    assertThat(roll.cardOf("居二").get("people")).hasSize(2);
    assertThat(desk.card(standing).get("people")).hasSize(2);
  }

  @Test
  void it_opens_no_minors_details_to_who_took_it_over() {
    roll.taken();
    jdbc.sql("update registry.person set birth_date = '2015-01-01' where id = 11").update();
    String held = "select registry.minor_held_back(11, 'deputy', '2025-10-13')";
    assertThat(jdbc.sql(held).query(Boolean.class).single()).isTrue();
  }

  @Test
  void there_are_no_papers_of_an_application_that_never_was() {
    roll.taken();
    long file = roll.cardOf(MOTHER).get("standing").get("application").asLong();
    assertThat(cases.as("township").get(CaseDesk.PATH + "/" + file + "/papers").json())
        .isNotEmpty()
        .allMatch(one -> !one.get("why").asString().isEmpty());
  }

  @Test
  void a_deputy_takes_over_the_own_town_only_and_others_nothing() {
    jdbc.sql(
            """
            insert into registry.area (code, name, level, parent)
            values ('650107999', '别乡', 'town', '650107'),
              ('650107999201', '别村', 'village', '650107999')
            on conflict do nothing
            """)
        .update();
    rolls.family(2, "650107999201", "居二");
    rolls.says(2, "list.dibao", 1, "2024-01-01");
    assertThat(roll.look().get("ready").get(0).get("families").asInt()).isEqualTo(1);
    assertThat(cases.as("township").get(TakeOverDesk.PATH).status()).isEqualTo(403);
    assertThat(cases.as("township").post(TakeOverDesk.PATH, Map.of()).status()).isEqualTo(403);
    assertThat(
            cases
                .as("district")
                .get(TakeOverDesk.PATH)
                .json()
                .get("ready")
                .get(0)
                .get("families")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void its_recheck_opens_when_due_and_a_decision_takes_the_place_of_the_roll() {
    roll.taken();
    clock.set(LocalDate.of(2026, 2, 20));
    assertThat(due.openDue()).isEqualTo(1);
    long standing = roll.standingOf(MOTHER);
    long recheck = desk.card(standing).get("openRecheck").asLong();
    cases.authorised(recheck);
    desk.investigated(recheck, CaseDesk.family(600));
    assertThat(desk.proposed(recheck, Map.of()).get("outcome").asString()).isEqualTo("reduced");
    desk.decided(recheck);
    desk.served(recheck);
    JsonNode card = desk.card(standing);
    assertThat(card.get("standing").get("monthlyFen").asLong()).isPositive().isLessThan(1_500_00);
    assertThat(card.get("people")).hasSize(2);
    assertThat(card.get("decisions")).hasSize(1);
    long march =
        jdbc.sql(
                """
                select sum(monthly_fen) from casework.entitlement
                where from_month <= '2026-03-01' and (to_month is null or to_month > '2026-03-01')
                """)
            .query(Long.class)
            .single();
    assertThat(march).isEqualTo(card.get("standing").get("monthlyFen").asLong());
  }

  @Test
  void a_death_takes_the_person_out_from_the_month_after() {
    roll.taken();
    long standing = roll.standingOf(MOTHER);
    clock.set(LocalDate.of(2025, 11, 20));
    long recheck =
        desk.opened(
            standing,
            RecheckDesk.cause(
                "death", "person", desk.person(standing, CHILD), "happenedOn", "2025-11-05"));
    cases.authorised(recheck);
    desk.investigated(recheck, CaseDesk.alone());
    desk.proposed(recheck, Map.of());
    desk.decided(recheck);
    desk.served(recheck);
    assertThat(
            jdbc.sql(
                    """
                    select valid_to from casework.recognition
                    where standing = :standing and name = :name
                    """)
                .param("standing", standing)
                .param("name", CHILD)
                .query(LocalDate.class)
                .single())
        .isEqualTo(LocalDate.of(2025, 12, 1));
  }
}

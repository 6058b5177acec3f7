package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** What of the rolls needs a look first, and what is told beside what is taken over. */
@OnPostgres
class HeldBackTests extends RollDay {

  @Test
  void what_has_to_be_looked_into_first_is_held_back_with_the_reason() {
    rolls.family(2, CaseDesk.VILLAGE, "居二");
    rolls.says(2, "list.rigidExpense", 0, "2023-02-03");
    rolls.family(3, CaseDesk.VILLAGE, "居三");
    rolls.says(3, "list.dibao", 1, "2024-01-01");
    rolls.says(3, "list.dibaoMargin", 0, "2024-01-01");
    rolls.family(4, CaseDesk.VILLAGE);
    rolls.says(4, "list.dibao", 1, "2024-01-01");
    rolls.family(5, CaseDesk.VILLAGE, "居五");
    rolls.says(5, "list.rigidExpense", 0, null);
    assertThat(roll.held())
        .hasSize(4)
        .anyMatch(why -> why.contains("届满"))
        .anyMatch(why -> why.contains("两个名册"))
        .anyMatch(why -> why.contains("已去世、迁出"))
        .anyMatch(why -> why.contains("没有写认定日期"));
    roll.taken();
    assertThat(desk.list("all").get("total").asInt()).isEqualTo(1);
    assertThat(roll.held()).hasSize(4);
  }

  @Test
  void who_is_in_a_category_elsewhere_is_not_taken_a_second_time() {
    roll.taken();
    rolls.family(2, CaseDesk.VILLAGE, "居二");
    jdbc.sql("insert into registry.membership (household, person, source_row) values (2, 11, 1)")
        .update();
    rolls.says(2, "list.dibaoMargin", 0, "2024-01-01");
    assertThat(roll.held()).singleElement().asString().contains("另一户");
  }

  @Test
  void whom_the_roll_does_not_cover_is_in_no_category() {
    rolls.saysOf(11, "dibao.notCovered", 0, null);
    jdbc.sql("update registry.fact set amount = 1 where kind = 'size.covered'").update();
    roll.taken();
    JsonNode card = roll.cardOf(MOTHER);
    assertThat(card.get("standing").get("persons").asInt()).isEqualTo(1);
    assertThat(card.get("people")).hasSize(1);
    assertThat(card.get("takenOver").asString()).isEmpty();
  }

  @Test
  void where_nobody_knows_whom_the_roll_covers_the_family_is_held_back() {
    jdbc.sql("update registry.fact set amount = 1 where kind = 'size.covered'").update();
    assertThat(roll.held()).singleElement().asString().contains("名册保障 1 人，台账有 2 人");
    rolls.saysOf(10, "dibao.notCovered", 0, null);
    rolls.saysOf(11, "dibao.notCovered", 0, null);
    assertThat(roll.held()).singleElement().asString().contains("没有享受的成员");
  }

  @Test
  void who_lives_in_two_households_on_rolls_is_taken_with_one_of_them() {
    rolls.family(2, CaseDesk.VILLAGE, "居二");
    jdbc.sql("insert into registry.membership (household, person, source_row) values (2, 11, 1)")
        .update();
    rolls.says(2, "list.dibaoMargin", 0, "2024-01-01");
    assertThat(roll.held()).singleElement().asString().contains("另一户的名册");
    roll.taken();
    assertThat(desk.list("all").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void a_family_with_an_open_application_waits_for_it() {
    cases.accepted("household", 1);
    assertThat(roll.held()).singleElement().asString().contains("正在办理");
  }

  @Test
  void a_day_ahead_is_told_and_where_none_is_known_rechecks_spread_over_the_year() {
    rolls.family(2, CaseDesk.VILLAGE, "居二");
    rolls.says(2, "list.dibao", 1, "2026-01-01");
    assertThat(roll.held()).singleElement().asString().contains("在今天以后");
    rolls.family(14, CaseDesk.VILLAGE, "居十四");
    rolls.says(14, "list.dibao", 1, null);
    roll.taken();
    JsonNode card = roll.cardOf("居十四");
    assertThat(card.get("standing").get("recheckDue").asString()).isEqualTo("2026-07-13");
    assertThat(card.get("takenOver").asString()).contains("没有写起始日");
  }

  @Test
  void where_roll_and_register_differ_the_card_says_so() {
    rolls.family(2, CaseDesk.VILLAGE, "居二", "居二之女");
    rolls.says(2, "list.dibao", 0, "2024-01-01");
    rolls.says(2, "size.covered", 3, null);
    assertThat(roll.look().get("ready").get(0).get("remarked").asInt()).isEqualTo(1);
    roll.taken();
    assertThat(roll.cardOf("居二").get("takenOver").asString())
        .contains("名册保障 3 人，台账只有 2 人")
        .contains("没有写金额");
  }
}

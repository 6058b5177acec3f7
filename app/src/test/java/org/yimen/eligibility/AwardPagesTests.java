package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Who is told what a household would be paid, and what is said where that is not known. */
@OnPostgres
class AwardPagesTests extends ScreenedHamlet {

  private Desk.Answer asked(String user, long household) {
    return asked(user, household, "award");
  }

  @Test
  void an_income_told_gives_the_difference_and_the_supplement_each_with_its_article() {
    Desk.Answer answer = asked("township", Hamlet.LIKELY);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode award = answer.json();
    assertThat(award.get("category").asString()).isEqualTo("dibao");
    assertThat(award.get("indication").asBoolean()).isTrue();
    assertThat(award.get("open").isNull()).isTrue();
    assertThat(award.get("lines"))
        .extracting(line -> line.get("step").asString())
        .containsExactly("difference", "base", "supplement");
    assertThat(award.get("lines").get(0).get("text").asString())
        .isEqualTo("补差：低保标准800元 × 1人 − 家庭月收入500元 = 300元");
    assertThat(award.get("lines").get(2).get("subject").asString()).as("by name").startsWith("张");
    assertThat(award.get("lines"))
        .allSatisfy(line -> assertThat(line.get("basis").get(0).asString()).contains("第二十"));
    assertThat(award.get("monthly").decimalValue()).isEqualByComparingTo("335");
    assertThat(award.get("firstMonth").asString()).matches("\\d{4}-\\d{2}");
    assertThat(award.get("temporaryAid").get(0).get("most").decimalValue())
        .as("five months of the urban standard")
        .isEqualByComparingTo("4000");
  }

  @Test
  void who_may_not_see_illness_sees_that_a_supplement_is_part_of_the_sum_but_not_whose() {
    JsonNode supplement = asked("village", Hamlet.LIKELY).json().get("lines").get(2);
    assertThat(supplement.get("step").asString()).isEqualTo("supplement");
    assertThat(supplement.get("subject").asString()).isEqualTo("household");
    assertThat(supplement.get("amount").isNull()).isTrue();
    assertThat(supplement.get("text").asString()).doesNotContain("重病", "残");
  }

  @Test
  void where_nobody_told_an_income_no_amount_is_invented() {
    JsonNode award = asked("village", Hamlet.UNCLEAR).json();
    assertThat(award.get("category").asString()).isEqualTo("unknown");
    assertThat(award.get("monthly").isNull()).isTrue();
    assertThat(award.get("atLeast").isNull()).isTrue();
    assertThat(award.get("lines").size()).isZero();
    assertThat(award.get("open").asString()).contains("不能算出金额");
  }

  @Test
  void whoever_earns_enough_has_no_lines_and_a_sum_of_nothing() {
    JsonNode award = asked("village", Hamlet.NOT).json();
    assertThat(award.get("category").asString()).isEqualTo("none");
    assertThat(award.get("lines").size()).isZero();
    assertThat(award.get("monthly").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void a_household_outside_ones_area_without_members_or_not_screened_is_not_found() {
    assertThat(asked("village", Hamlet.ELSEWHERE).status()).isEqualTo(404);
    assertThat(asked("district", Hamlet.ELSEWHERE).status()).isEqualTo(200);
    assertThat(asked("district", Hamlet.DESERTED).status()).isEqualTo(404);
    assertThat(asked("district", 99_999_999).status()).isEqualTo(404);
    assertThat(asked("bureau", Hamlet.LIKELY).status()).isEqualTo(403);
  }

  @Test
  void the_incomes_that_the_laws_make_of_the_same_items_stand_side_by_side() {
    JsonNode incomes = asked("township", Hamlet.LIKELY).json().get("incomes");
    assertThat(incomes)
        .extracting(one -> one.get("measure").asString())
        .containsExactly("dibao", "net", "reference", "tekun");
    assertThat(incomes.get(0).get("amount").decimalValue()).isEqualByComparingTo("6000");
    assertThat(incomes.get(3).get("subject").asString()).startsWith("张");
    assertThat(incomes)
        .allSatisfy(one -> assertThat(one.get("basis").asString()).contains("〔2021〕"));
    JsonNode unclear = asked("village", Hamlet.UNCLEAR).json().get("incomes");
    assertThat(unclear.get(0).get("amount").isNull()).isTrue();
  }
}

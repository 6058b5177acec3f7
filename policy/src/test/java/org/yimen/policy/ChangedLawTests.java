package org.yimen.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.law.Changes;
import org.yimen.policy.text.BadFile;

/** Trying other values and fewer conditions leaves the law in force as it is. */
class ChangedLawTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  /** One person in the country with 820 yuan a month; the national example standard is 800. */
  private static Household earning(long fen) {
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.exactly(fen)))
            .build();
    return Household.of(Household.Residence.RURAL, List.of(one)).build();
  }

  private static Law with(Map<String, String> values, String... without) {
    return LAW.changed(Changes.of(LAW.parameters(), values, Set.of(without)));
  }

  @Test
  void a_higher_standard_takes_in_who_was_above_it_and_pays_the_difference() {
    Outcome now = LAW.outcome(earning(820_00), DATE, AREA);
    Outcome then = with(Map.of("dibao.standard.rural", "850")).outcome(earning(820_00), DATE, AREA);
    assertThat(now.category()).isEqualTo(Category.DIBAO_MARGIN);
    assertThat(now.monthlyAllowance()).isNotNull();
    assertThat(now.monthlyAllowance().low()).isZero();
    assertThat(then.category()).isEqualTo(Category.DIBAO);
    assertThat(then.monthlyAllowance().low()).isEqualByComparingTo("30.00");
    assertThat(then.perCapitaMonthly().low()).isEqualByComparingTo("820.00");
    assertThat(now.offLine()).isEqualByComparingTo("0.0250");
    assertThat(then.offLine()).isEqualByComparingTo("0.0353");
    assertThat(LAW.outcome(earning(820_00), DATE, AREA)).isEqualTo(now);
  }

  @Test
  void a_condition_left_out_is_met_by_everybody_and_says_so() {
    Law without = with(Map.of(), "dibao.income");
    Determination determined = without.determine(earning(5_000_00), DATE, AREA);
    assertThat(determined.category()).isEqualTo(Category.DIBAO);
    assertThat(determined.conditions())
        .filteredOn(condition -> condition.id().equals("dibao.income"))
        .singleElement()
        .satisfies(
            condition -> {
              assertThat(condition.result()).isEqualTo(Finding.MET);
              assertThat(condition.text()).isEqualTo("测算中不考虑这一条");
              assertThat(condition.basis()).startsWith(Changes.BASIS);
            });
  }

  @Test
  void another_law_has_another_hash_and_the_same_changes_the_same() {
    Law one = with(Map.of("dibao.standard.rural", "850"));
    assertThat(one.hash()).isNotEqualTo(LAW.hash());
    assertThat(with(Map.of("dibao.standard.rural", "850")).hash()).isEqualTo(one.hash());
    assertThat(LAW.changed(Changes.NONE).hash()).isEqualTo(LAW.hash());
  }

  @Test
  void what_does_not_exist_or_has_the_wrong_type_is_refused_in_words() {
    assertThatThrownBy(() -> with(Map.of("dibao.nothing", "1")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("dibao.nothing");
    assertThatThrownBy(() -> with(Map.of("dibao.standard.rural", "much")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("数字");
    assertThatThrownBy(() -> with(Map.of("dibao.standard.rural", "-1")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("0 到");
    assertThatThrownBy(() -> with(Map.of("dibao.standard.rural", ""))).isInstanceOf(BadFile.class);
    assertThatThrownBy(() -> with(Map.of(), "dibao.nothing"))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("dibao.nothing");
  }
}

package org.yimen.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.policy.columns.AnyHousehold;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.law.DatedValue;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.plan.Decisions;

/** Who is decided together with others is decided as alone. */
class DecidedTogetherTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String[] AREAS = {"650107", "650102001001", "130000"};

  private static Household earning(long fen) {
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.exactly(fen)))
            .build();
    return Household.of(Household.Residence.RURAL, List.of(one)).build();
  }

  @Test
  void many_of_several_places_are_decided_each_as_alone_in_their_order() {
    DatedValue local =
        new DatedValue(
            "新值", "dibao.standard.rural", "1200", DATE, null, AREAS[0], "达民发〔2025〕9号", "第一条");
    Law law = LAW.with(List.of(local));
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < 2 * Block.USUAL + 60; i++) {
      String area = i % 7 == 0 ? null : AREAS[i % 3];
      subjects.add(new Subject(AnyHousehold.of(i, i % 10, DATE), area));
    }
    List<Decision> together = law.decide(subjects, DATE);
    assertThat(together).hasSameSizeAs(subjects);
    for (int i = 0; i < subjects.size(); i++) {
      Subject one = subjects.get(i);
      Decision alone = law.decide(one.household(), DATE, one.area());
      assertThat(together.get(i)).as("household %d", i).isEqualTo(alone);
      assertThat(alone.factsHash()).isEqualTo(Law.factsHash(one.household(), DATE, one.area()));
    }
    Household between = earning(1_000_00);
    assertThat(
            law.decide(List.of(new Subject(between, AREAS[0]), new Subject(between, null)), DATE))
        .as("the local standard holds at its place")
        .extracting(Decision::category)
        .containsExactly(Category.DIBAO, Category.DIBAO_MARGIN);
    assertThat(together.stream().map(Decision::category).distinct().count()).isGreaterThan(3);
  }

  @Test
  void one_beyond_what_columns_hold_is_decided_by_the_tree_and_the_others_are_not_moved() {
    Household huge = earning(Long.MAX_VALUE / 64);
    assertThat(new Block().add(huge)).as("beyond the columns").isFalse();
    List<Subject> subjects =
        List.of(
            new Subject(earning(500_00), AREAS[0]),
            new Subject(huge, AREAS[0]),
            new Subject(earning(900_00), AREAS[0]));
    assertThat(LAW.decide(subjects, DATE))
        .extracting(Decision::category)
        .containsExactly(Category.DIBAO, Category.NONE, Category.DIBAO_MARGIN);
    assertThat(LAW.decide(huge, DATE, AREAS[0])).isEqualTo(LAW.decideByTree(huge, DATE, AREAS[0]));
  }

  @Test
  void decisions_differ_where_facts_day_place_or_law_differ() {
    Decision one = LAW.decide(earning(500_00), DATE, AREAS[0]);
    assertThat(LAW.decide(earning(500_00), DATE, AREAS[0])).isEqualTo(one).hasSameHashCodeAs(one);
    List<Decision> others =
        List.of(
            LAW.decide(earning(500_01), DATE, AREAS[0]),
            LAW.decide(earning(500_00), DATE.plusDays(1), AREAS[0]),
            LAW.decide(earning(500_00), DATE, AREAS[1]),
            LAW.decide(earning(500_00), DATE, null));
    for (Decision other : others) {
      assertThat(other).isNotEqualTo(one);
      assertThat(other.hashCode()).isNotEqualTo(one.hashCode());
      assertThat(other.category()).as("though the answer is the same").isEqualTo(one.category());
    }
    assertThat(one).isNotEqualTo("dibao");
  }

  @Test
  void a_plan_with_another_standard_decides_by_it() {
    Parameter standard = LAW.parameters().find("dibao.standard.rural");
    assertThat(standard).isNotNull();
    Value lower = Value.of(new BigDecimal("400"), null, null, "", "试验");
    Block block = Block.of(List.of(earning(500_00), earning(399_99)));
    Decisions decisions = LAW.plan(DATE, AREAS[0], Map.of(standard, lower)).decisions();
    decisions.decide(block);
    assertThat(decisions.category(0)).isEqualTo(Category.DIBAO_MARGIN);
    assertThat(decisions.category(1)).isEqualTo(Category.DIBAO);
  }

  @Test
  void days_and_places_beyond_what_is_kept_are_decided_all_the_same() {
    Household household = earning(500_00);
    Decision first = LAW.decide(household, DATE, AREAS[0]);
    for (int day = 0; day < 205; day++) {
      assertThat(LAW.decide(household, DATE.plusDays(day), AREAS[0]).category())
          .isEqualTo(Category.DIBAO);
    }
    assertThat(LAW.decide(household, DATE, AREAS[0])).isEqualTo(first);
  }
}

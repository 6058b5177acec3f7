package org.yimen.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;

/** What must hold of any household. */
class LawPropertyTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  @Property
  void decide_and_determine_say_the_same(@ForAll long seed, @ForAll long fog) {
    for (Household household : List.of(Households.exact(seed), Households.vague(seed, fog))) {
      Decision decision = LAW.decide(household, DATE, AREA);
      Determination full = LAW.determine(household, DATE, AREA);
      assertThat(decision.category()).isEqualTo(full.category());
      assertThat(decision.watch()).isEqualTo(full.watch().result());
      assertThat(decision.watchKind()).isEqualTo(full.watch().kind());
      for (int i = 0; i < full.conditions().size(); i++) {
        assertThat(decision.finding(i)).isEqualTo(full.conditions().get(i).result());
      }
      assertThat(decision.factsHash()).isEqualTo(Law.factsHash(household, DATE, AREA));
      assertThat(decision.lawHash()).isEqualTo(LAW.hash());
      assertThat(LAW.decide(household, DATE, AREA)).isEqualTo(decision);
    }
  }

  @Property
  void knowing_less_never_turns_an_answer_round(@ForAll long seed, @ForAll long fog) {
    Determination exact = LAW.determine(Households.exact(seed), DATE, AREA);
    Determination vague = LAW.determine(Households.vague(seed, fog), DATE, AREA);
    assertThat(exact.category()).isNotEqualTo(Category.UNKNOWN);
    nothingTurnsRound(exact.conditions(), vague.conditions());
    vague
        .categories()
        .forEach(
            (category, finding) -> {
              if (finding != Finding.UNKNOWN) {
                assertThat(finding).isEqualTo(exact.categories().get(category));
              }
            });
    if (vague.category() == Category.UNKNOWN) {
      assertThat(vague.missing()).isNotEmpty();
    } else {
      assertThat(vague.category()).isEqualTo(exact.category());
    }
    if (vague.watch().result() != Finding.UNKNOWN) {
      assertThat(vague.watch().result()).isEqualTo(exact.watch().result());
    }
  }

  private static void nothingTurnsRound(
      List<Determination.Condition> exact, List<Determination.Condition> vague) {
    for (int i = 0; i < exact.size(); i++) {
      Determination.Condition known = exact.get(i);
      Determination.Condition open = vague.get(i);
      assertThat(open.id()).isEqualTo(known.id());
      if (open.result() != Finding.UNKNOWN) {
        assertThat(open.result()).as(open.id()).isEqualTo(known.result());
      } else {
        assertThat(open.missing()).as(open.id()).isNotEmpty();
      }
    }
  }

  @Test
  void an_obligor_whose_own_obligors_are_open_is_named_missing() {
    knowing_less_never_turns_an_answer_round(-209, -31);
  }

  @Test
  void where_nobody_surely_counts_the_category_stays_open() {
    Determination vague = LAW.determine(Households.vague(105, 0), DATE, AREA);
    assertThat(vague.category()).isEqualTo(Category.UNKNOWN);
    assertThat(vague.missing()).contains("m0.conscript");
    assertThat(LAW.determine(Households.exact(105), DATE, AREA).category())
        .isEqualTo(Category.NONE);
  }

  @Property
  void exact_facts_leave_nothing_open(@ForAll long seed) {
    Determination determined = LAW.determine(Households.exact(seed), DATE, AREA);
    assertThat(determined.missing()).isEmpty();
    assertThat(determined.conditions()).noneMatch(c -> c.result() == Finding.UNKNOWN);
    assertThat(determined.figures().incomeMonthly().exact()).isTrue();
    assertThat(determined.figures().monthlyAllowance()).isNotNull();
  }

  @Property
  void more_income_never_raises_the_category_or_the_allowance(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 500_000) long more) {
    Determination poorer = LAW.determine(plain(seed, 0), DATE, AREA);
    Determination richer = LAW.determine(plain(seed, more), DATE, AREA);
    assertThat(richer.category().ordinal()).isGreaterThanOrEqualTo(poorer.category().ordinal());
    assertThat(allowance(richer)).isLessThanOrEqualTo(allowance(poorer));
  }

  /** A couple with a child and no obligors outside, so that nobody is a 特困 person. */
  private static Household plain(long seed, long more) {
    long income = Math.floorMod(seed, 400_000);
    Member applicant =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.exactly(income + more)))
            .build();
    Member spouse = Member.of("b", Relation.SPOUSE, LocalDate.of(1981, 1, 1)).build();
    Member child = Member.of("c", Relation.SON, LocalDate.of(2015, 1, 1)).build();
    return Household.of(Household.Residence.RURAL, List.of(applicant, spouse, child)).build();
  }

  private static BigDecimal allowance(Determination determination) {
    Figure figure = determination.figures().monthlyAllowance();
    return figure == null ? BigDecimal.ZERO : figure.low();
  }

  @Property
  void the_allowance_is_exact_to_the_fen(
      @ForAll @IntRange(min = 1, max = 6) int persons,
      @ForAll @LongRange(min = 0, max = 1_000_000) long yearlyFen) {
    List<Member> members = new java.util.ArrayList<>();
    members.add(
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.yearly(IncomeItem.Kind.BUSINESS, Range.exactly(yearlyFen)))
            .build());
    for (int i = 1; i < persons; i++) {
      members.add(Member.of("c" + i, Relation.SON, LocalDate.of(2010 + i, 1, 1)).build());
    }
    Household household = Household.of(Household.Residence.RURAL, members).build();
    Determination determined = LAW.determine(household, DATE, AREA);
    BigDecimal yearly = BigDecimal.valueOf(yearlyFen, 2);
    BigDecimal gap =
        new BigDecimal(9600 * persons)
            .subtract(yearly)
            .max(BigDecimal.ZERO)
            .divide(new BigDecimal(12), 2, RoundingMode.HALF_UP);
    boolean dibao = yearly.compareTo(new BigDecimal(9600 * persons)) < 0;
    assertThat(determined.category() == Category.DIBAO).isEqualTo(dibao);
    assertThat(determined.figures().baseAllowanceMonthly())
        .isEqualTo(
            new Figure(
                dibao ? gap : new BigDecimal("0.00"), dibao ? gap : new BigDecimal("0.00"), true));
    assertThat(determined.figures().perCapitaIncomeMonthly().low())
        .isEqualTo(yearly.divide(new BigDecimal(12 * persons), 2, RoundingMode.HALF_UP));
  }
}

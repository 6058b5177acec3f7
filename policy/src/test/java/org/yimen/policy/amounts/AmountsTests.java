package org.yimen.policy.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.law.Changes;

/** Amounts and months that no determination of one day says. */
class AmountsTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }

  private static Household earning(long yuan) {
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.yuan(yuan)))
            .build();
    return Household.of(Household.Residence.URBAN, List.of(one)).build();
  }

  @Test
  void payment_begins_in_the_month_after_the_decision_also_across_the_year() {
    assertThat(PaidMonths.firstAfterDecision(LocalDate.of(2025, 8, 1)))
        .isEqualTo(YearMonth.of(2025, 9));
    assertThat(PaidMonths.firstAfterDecision(LocalDate.of(2025, 12, 31)))
        .isEqualTo(YearMonth.of(2026, 1));
  }

  @Test
  void W66_a_year_without_payment_leaves_twelve_times_the_amount_outstanding() {
    PaidMonths year = PaidMonths.between(YearMonth.of(2014, 1), YearMonth.of(2014, 12));
    assertThat(year.at(yuan("360"))).isEqualByComparingTo("4320");
  }

  @Test
  void W67_two_who_died_in_march_and_april_were_paid_for_eight_and_seven_months_too_many() {
    YearMonth last = YearMonth.of(2017, 11);
    assertThat(PaidMonths.afterDeath(LocalDate.of(2017, 3, 10), last).count()).isEqualTo(8);
    assertThat(PaidMonths.afterDeath(LocalDate.of(2017, 4, 10), last).count()).isEqualTo(7);
    assertThat(PaidMonths.afterDeath(LocalDate.of(2017, 11, 1), last).count()).isZero();
    assertThat(PaidMonths.afterDeath(LocalDate.of(2018, 2, 1), last).count()).isZero();
  }

  @Test
  void a_standard_raised_in_hindsight_is_paid_back_month_by_month() {
    Law raised =
        LAW.changed(Changes.of(LAW.parameters(), Map.of("dibao.standard.urban", "850"), Set.of()));
    PaidMonths since = PaidMonths.between(YearMonth.of(2025, 7), YearMonth.of(2025, 12));
    BackPay.Sum sum = new BackPay(raised).of(earning(500), since, yuan("300"), AREA);
    assertThat(sum.complete()).isTrue();
    assertThat(sum.total()).isEqualByComparingTo("300");
    assertThat(sum.months()).hasSize(6).allMatch(m -> m.outstanding().compareTo(yuan("50")) == 0);
    assertThat(new BackPay(LAW).of(earning(500), since, yuan("320"), AREA).total()).isZero();
  }

  @Test
  void W56_only_unstable_income_of_people_able_to_work_is_checked_every_half_year() {
    assertThat(Review.rhythm(false, true)).isEqualTo("deadline.recheckUnstable");
    assertThat(Review.rhythm(false, false)).isEqualTo("deadline.recheck");
    assertThat(Review.rhythm(true, true)).isEqualTo("deadline.recheck");
  }

  private static Review review(long income, String paid, LocalDate workedSince) {
    return Review.of(LAW, LAW.determine(earning(income), DATE, AREA), yuan(paid), workedSince);
  }

  @Test
  void a_review_changes_nothing_where_the_amount_stays() {
    assertThat(review(500, "300.00", null).step()).isEqualTo(Review.Step.UNCHANGED);
    Review changed = review(400, "300", null);
    assertThat(changed.step()).isEqualTo(Review.Step.CHANGED);
    assertThat(changed.from()).isEqualTo(YearMonth.of(2025, 9));
    assertThat(changed.monthly()).isEqualByComparingTo("400");
  }

  @Test
  void work_that_lifts_the_income_is_followed_by_at_most_six_more_months() {
    Review grace = review(900, "300", LocalDate.of(2025, 2, 1));
    assertThat(grace.step()).isEqualTo(Review.Step.GRACE);
    assertThat(grace.from()).isEqualTo(YearMonth.of(2025, 9));
    assertThat(review(900, "300", LocalDate.of(2025, 1, 31)).step()).isEqualTo(Review.Step.STOPPED);
    assertThat(review(900, "300", null).step()).isEqualTo(Review.Step.STOPPED);
  }

  @Test
  void three_refusals_cost_only_that_persons_share() {
    JobRefusal family = new JobRefusal(yuan("1000"), 3);
    assertThat(family.after(2, 3)).isEqualByComparingTo("1000");
    assertThat(family.after(3, 3)).isEqualByComparingTo("666.67");
    assertThat(new JobRefusal(yuan("500"), 1).after(4, 3)).isEqualByComparingTo("0");
  }

  @Test
  void W42_ceilings_of_temporary_aid_are_five_and_eight_standards_and_thirty_thousand() {
    TemporaryAid aid = TemporaryAid.on(LAW, DATE, AREA);
    assertThat(aid.ceiling(TemporaryAid.Kind.EMERGENCY, 3)).isEqualByComparingTo("4000");
    assertThat(aid.ceiling(TemporaryAid.Kind.EXPENSE, 3)).isEqualByComparingTo("6400");
    assertThat(aid.ceiling(TemporaryAid.Kind.MAJOR, 3)).isEqualByComparingTo("30000");
    Law each =
        LAW.changed(Changes.of(LAW.parameters(), Map.of("temporaryAid.per", "person"), Set.of()));
    assertThat(TemporaryAid.on(each, DATE, AREA).ceiling(TemporaryAid.Kind.EMERGENCY, 3))
        .isEqualByComparingTo("12000");
  }

  @Test
  void W40_medical_aid_comes_in_three_layers_each_on_what_the_others_leave() {
    MedicalAid terms =
        new MedicalAid(yuan("300"), yuan("0.7"), yuan("0.7"), yuan("3000"), yuan("0.6"));
    MedicalAid.Paid paid = terms.of(yuan("50000"));
    assertThat(paid.basic()).isEqualByComparingTo("34790");
    assertThat(paid.aid()).isEqualByComparingTo("10647");
    assertThat(paid.tilted()).isEqualByComparingTo("937.8");
    assertThat(paid.covered()).isEqualByComparingTo("46374.8");
    assertThat(paid.covered().add(paid.own())).isEqualByComparingTo("50000");
    assertThat(terms.of(yuan("200")).basic()).isZero();
  }

  @Test
  void W76_a_watched_household_is_held_for_half_a_year_with_help_and_never_without_labour() {
    LocalDate identified = LocalDate.of(2025, 2, 1);
    WatchRemoval ready = new WatchRemoval(identified, 1, false, 6, true, 0);
    assertThat(ready.against(LAW, DATE, AREA)).isEmpty();
    assertThat(ready.against(LAW, DATE.minusDays(1), AREA)).hasSize(1);
    assertThat(new WatchRemoval(identified, 0, false, 6, true, 0).against(LAW, DATE, AREA))
        .containsExactly("还没有落实帮扶措施");
    assertThat(new WatchRemoval(identified, 1, true, 6, true, 0).against(LAW, DATE, AREA))
        .containsExactly("整户无劳动能力，暂不标注风险消除");
    assertThat(new WatchRemoval(identified, 1, false, 5, true, 0).against(LAW, DATE, AREA))
        .containsExactly("收入尚未稳定高于当年监测收入线，须满6个月");
    assertThat(new WatchRemoval(identified, 1, false, 5, false, 2).against(LAW, DATE, AREA))
        .hasSize(3);
  }

  @Test
  void back_pay_of_months_in_which_the_income_is_open_is_incomplete_and_nothing_is_invented() {
    Member open =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1)).incomeIncomplete().build();
    Household household = Household.of(Household.Residence.URBAN, List.of(open)).build();
    PaidMonths months = PaidMonths.between(YearMonth.of(2025, 6), YearMonth.of(2025, 7));
    BackPay.Sum sum = new BackPay(LAW).of(household, months, yuan("100"), AREA);
    assertThat(sum.complete()).isFalse();
    assertThat(sum.total()).isEqualByComparingTo("0");
    assertThat(sum.months()).hasSize(2);
    BackPay.Sum known = new BackPay(LAW).of(earning(500), months, yuan("100"), AREA);
    assertThat(known.complete()).isTrue();
    assertThat(known.total()).as("twice 300 less 100").isEqualByComparingTo("400");
  }
}

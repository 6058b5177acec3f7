package org.yimen.policy.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;

/** Which changes of a family end or change what it gets. */
class EndingTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2017, 8, 1);
  private static final String AREA = "650107";

  private static MemberBuilder born(int year) {
    return Member.of("a", Relation.APPLICANT, LocalDate.of(year, 1, 1));
  }

  private static TekunEnding ending(Member member, boolean asMinor) {
    Household household = Household.of(Household.Residence.URBAN, List.of(member)).build();
    return TekunEnding.of(member, LAW.determine(household, DATE, AREA), asMinor);
  }

  @Test
  void W28_a_pupil_of_sixteen_recognised_as_a_minor_keeps_the_support_at_school() {
    assertThat(ending(born(2001).student(Member.Student.SENIOR_HIGH).build(), true))
        .isEqualTo(TekunEnding.KEPT_AS_PUPIL);
    assertThat(ending(born(1998).student(Member.Student.VOCATIONAL).build(), true))
        .isEqualTo(TekunEnding.KEPT_AS_PUPIL);
    assertThat(ending(born(1998).student(Member.Student.COLLEGE).build(), true))
        .isEqualTo(TekunEnding.ENDED);
    assertThat(ending(born(2001).build(), false)).isEqualTo(TekunEnding.ENDED);
  }

  @Test
  void W28_only_the_disabled_woman_who_found_work_loses_the_support() {
    Disability lame = new Disability(Disability.Kind.PHYSICAL, 2);
    IncomeItem wage = IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.yuan(2_000));
    assertThat(ending(born(1998).disabilities(List.of(lame)).income(wage).build(), true))
        .isEqualTo(TekunEnding.ENDED);
    assertThat(ending(born(1952).build(), false)).isEqualTo(TekunEnding.KEPT);
    assertThat(ending(born(1947).build(), false)).isEqualTo(TekunEnding.KEPT);
    assertThat(ending(born(1947).incomeIncomplete().build(), false)).isEqualTo(TekunEnding.OPEN);
  }

  @Test
  void W28_the_day_of_the_eighteenth_birthday_ends_it_for_who_is_at_no_school() {
    MemberBuilder eve = Member.of("a", Relation.APPLICANT, DATE.minusYears(18).plusDays(1));
    assertThat(ending(eve.build(), true)).isEqualTo(TekunEnding.KEPT_AS_PUPIL);
    MemberBuilder day = Member.of("a", Relation.APPLICANT, DATE.minusYears(18));
    assertThat(ending(day.build(), true)).isEqualTo(TekunEnding.ENDED);
  }

  @Test
  void W28_a_pupil_with_an_income_of_his_own_or_other_support_loses_it_at_any_school() {
    MemberBuilder pupil = born(2001).student(Member.Student.SENIOR_HIGH);
    IncomeItem wage = IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.yuan(2_000));
    assertThat(ending(pupil.income(wage).build(), true)).isEqualTo(TekunEnding.ENDED);
    Member orphan =
        born(2001).student(Member.Student.SENIOR_HIGH).flag(Flag.ORPHAN_SUPPORT).build();
    assertThat(ending(orphan, true)).isEqualTo(TekunEnding.ENDED);
  }

  @Test
  void of_two_who_live_together_each_has_an_ending_of_his_own() {
    Member old = born(1947).build();
    Member brother = Member.of("b", Relation.SIBLING, LocalDate.of(1985, 1, 1)).build();
    Household both = Household.of(Household.Residence.URBAN, List.of(old, brother)).build();
    Determination now = LAW.determine(both, DATE, AREA);
    assertThat(TekunEnding.of(brother, now, false)).isEqualTo(TekunEnding.ENDED);
    assertThat(TekunEnding.of(old, now, false)).isNotEqualTo(TekunEnding.ENDED);
    Member stranger = Member.of("x", Relation.SIBLING, LocalDate.of(1985, 1, 1)).build();
    assertThat(TekunEnding.of(stranger, now, false)).isEqualTo(TekunEnding.OPEN);
  }

  private static Member worker(long yuan) {
    return Member.of("a", Relation.APPLICANT, LocalDate.of(1985, 1, 1))
        .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.yuan(yuan)))
        .build();
  }

  private static MemberBuilder daughter() {
    return Member.of("c", Relation.DAUGHTER, LocalDate.of(2011, 1, 1));
  }

  private static Figure paid(List<Asset> property, Member... members) {
    Household household =
        Household.of(Household.Residence.URBAN, List.of(members)).property(property).build();
    Determination determined = LAW.determine(household, DATE, AREA);
    Figure paid = determined.figures().monthlyAllowance();
    assertThat(paid).isNotNull();
    return paid;
  }

  @Test
  void W57_a_birth_and_a_wage_change_the_allowance_a_rented_home_and_the_first_school_day_do_not() {
    Member wife = Member.of("b", Relation.SPOUSE, LocalDate.of(1986, 1, 1)).build();
    Member girl = daughter().build();
    Figure before = paid(List.of(Asset.home()), worker(500), wife, girl);
    Member son = Member.of("d", Relation.SON, LocalDate.of(2017, 7, 1)).build();
    assertThat(paid(List.of(Asset.home()), worker(500), wife, girl, son)).isNotEqualTo(before);
    assertThat(paid(List.of(Asset.home()), worker(1_500), wife, girl)).isNotEqualTo(before);
    assertThat(paid(List.of(), worker(500), wife, girl)).isEqualTo(before);
    Member pupil = daughter().student(Member.Student.COMPULSORY).build();
    assertThat(paid(List.of(Asset.home()), worker(500), wife, pupil)).isEqualTo(before);
    Member gravely =
        Member.of("b", Relation.SPOUSE, LocalDate.of(1986, 1, 1))
            .flag(Flag.SERIOUS_ILLNESS)
            .build();
    assertThat(paid(List.of(Asset.home()), worker(500), gravely, girl)).isNotEqualTo(before);
  }
}

package org.yimen.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What facts can't be, and what is known of them at their bounds. */
class BoundsTests {

  @Test
  void a_range_holds_both_its_ends_and_nothing_beyond() {
    Range range = Range.between(3, 5);
    assertThat(range.contains(3)).isTrue();
    assertThat(range.contains(5)).isTrue();
    assertThat(range.contains(2)).isFalse();
    assertThat(range.contains(6)).isFalse();
    assertThat(range.isExact()).isFalse();
    assertThat(Range.between(5, 5)).isEqualTo(Range.exactly(5));
    assertThat(Range.exactly(5).isExact()).isTrue();
    assertThatThrownBy(() -> Range.between(6, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_amount_of_which_only_the_least_is_known_has_no_upper_end() {
    assertThat(Range.atLeast(7)).isEqualTo(new Range(7, Range.OPEN));
    assertThat(Range.ANY).isEqualTo(Range.atLeast(0));
    assertThat(Range.atLeast(7).contains(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void yuan_are_kept_as_fen_up_to_what_a_number_holds() {
    assertThat(Range.yuan(800)).isEqualTo(Range.exactly(80_000));
    long most = Long.MAX_VALUE / 100;
    assertThat(Range.yuan(most).low()).isEqualTo(most * 100);
    assertThatThrownBy(() -> Range.yuan(most + 1)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void disabilities_have_four_levels() {
    assertThat(new Disability(Disability.Kind.VISUAL, 1).level()).isEqualTo(1);
    assertThat(new Disability(Disability.Kind.VISUAL, 4).level()).isEqualTo(4);
    for (int none : new int[] {0, 5}) {
      assertThatThrownBy(() -> new Disability(Disability.Kind.VISUAL, none))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("level " + none);
    }
  }

  @Test
  void nobody_is_no_household() {
    HouseholdBuilder nobody = Household.of(Household.Residence.URBAN, List.of());
    assertThatThrownBy(nobody::build).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(Household.Residence.class)
  void who_lives_in_the_country_is_a_farmer_unless_said(Household.Residence residence) {
    Member one = Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1)).build();
    HouseholdBuilder builder = Household.of(residence, List.of(one));
    boolean rural = residence == Household.Residence.RURAL;
    assertThat(builder.build().farmer()).isEqualTo(rural);
    assertThat(builder.farmer(!rural).build().farmer()).isEqualTo(!rural);
  }

  @ParameterizedTest
  @EnumSource(Flag.class)
  void a_flag_is_yes_no_or_not_known_and_no_other_flag_with_it(Flag flag) {
    Flags yes = Flags.NONE.with(flag);
    Flags unsure = yes.unsure(flag);
    for (Flag other : Flag.values()) {
      assertThat(yes.has(other)).isEqualTo(other == flag);
      assertThat(yes.isUnsure(other)).isFalse();
      assertThat(unsure.isUnsure(other)).isEqualTo(other == flag);
      assertThat(unsure.has(other)).isFalse();
      assertThat(yes.with(other).has(flag)).isTrue();
      assertThat(unsure.unsure(other).isUnsure(flag)).isTrue();
    }
    assertThat(unsure.with(flag)).isEqualTo(yes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void each_of_the_six_abilities_counts_once(int lost) {
    boolean[] able = new boolean[6];
    for (int i = 0; i < 6; i++) {
      able[i] = i != lost;
    }
    SelfCare one = new SelfCare(able[0], able[1], able[2], able[3], able[4], able[5]);
    assertThat(one.lost()).isEqualTo(1);
    SelfCare others = new SelfCare(!able[0], !able[1], !able[2], !able[3], !able[4], !able[5]);
    assertThat(others.lost()).isEqualTo(5);
  }
}

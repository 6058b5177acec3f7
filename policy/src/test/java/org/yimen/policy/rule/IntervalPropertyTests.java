package org.yimen.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BinaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Finding;

/** Bounds hold whatever the unknown number is, and are no wider than the corners make them. */
class IntervalPropertyTests {

  private static Interval between(int a, int b) {
    return new Interval(Fraction.of(Math.min(a, b)), Fraction.of(Math.max(a, b)));
  }

  private static void corners(
      Interval found, Interval x, Interval y, BinaryOperator<Fraction> operation) {
    List<Fraction> all =
        List.of(
            operation.apply(x.low(), y.low()),
            operation.apply(x.low(), y.high()),
            operation.apply(x.high(), y.low()),
            operation.apply(x.high(), y.high()));
    Fraction least = all.stream().min(Fraction::compareTo).orElseThrow();
    Fraction most = all.stream().max(Fraction::compareTo).orElseThrow();
    assertThat(found.low()).isEqualByComparingTo(least);
    assertThat(found.high()).isEqualByComparingTo(most);
  }

  @Property
  void operations_reach_exactly_from_the_least_to_the_largest_corner(
      @ForAll @IntRange(min = -60, max = 60) int a,
      @ForAll @IntRange(min = -60, max = 60) int b,
      @ForAll @IntRange(min = -60, max = 60) int c,
      @ForAll @IntRange(min = -60, max = 60) int d) {
    Interval x = between(a, b);
    Interval y = between(c, d);
    corners(x.plus(y), x, y, Fraction::plus);
    corners(x.minus(y), x, y, (p, q) -> p.plus(q.negate()));
    corners(x.times(y), x, y, Fraction::times);
    corners(x.max(y), x, y, Fraction::max);
    corners(x.min(y), x, y, Fraction::min);
    Interval positive = between(Math.abs(c) + 1, Math.abs(c) + 1 + Math.abs(d));
    corners(x.divide(positive), x, positive, (p, q) -> p.times(q.inverse()));
    assertThat(x.hull(y).low()).isEqualByComparingTo(x.low().min(y.low()));
    assertThat(x.hull(y).high()).isEqualByComparingTo(x.high().max(y.high()));
    assertThat(x.isExact()).isEqualTo(a == b);
    Finding less = x.less(y);
    assertThat(less == Finding.MET).isEqualTo(Math.max(a, b) < Math.min(c, d));
    assertThat(less == Finding.NOT_MET).isEqualTo(Math.min(a, b) >= Math.max(c, d));
    Finding same = x.same(y);
    assertThat(same == Finding.MET).isEqualTo(a == b && c == d && a == c);
    assertThat(same == Finding.NOT_MET)
        .isEqualTo(Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b));
  }

  @Test
  void where_the_divisor_may_be_nothing_only_the_sign_is_known() {
    Interval upToFour = between(0, 4);
    Interval twelve = Interval.exactly(12);
    assertThat(twelve.divide(upToFour).low()).isEqualByComparingTo(Fraction.of(3));
    assertThat(twelve.divide(upToFour).high().isFinite()).isFalse();
    assertThat(Interval.ZERO.divide(upToFour).high()).isEqualByComparingTo(Fraction.ZERO);
    assertThat(twelve.divide(Interval.ZERO)).isEqualTo(Interval.ANYTHING);
    assertThat(between(-1, 5).divide(upToFour)).isEqualTo(Interval.ANYTHING);
    assertThat(twelve.divide(between(-2, 3))).isEqualTo(Interval.ANYTHING);
  }

  @Test
  void what_may_not_belong_adds_nothing_or_all_of_it() {
    assertThat(Interval.exactly(5).maybe()).isEqualTo(between(0, 5));
    assertThat(between(-3, 4).maybe()).isEqualTo(between(-3, 4));
  }
}

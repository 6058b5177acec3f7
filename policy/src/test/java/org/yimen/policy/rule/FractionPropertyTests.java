package org.yimen.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Arithmetic is exact: whatever the numbers, what big integers say, or an error, never nearly. */
class FractionPropertyTests {
  private static final long BIG = 1_000_000_000_000_000_000L;

  /** Numerator and denominator multiplied out are the same number. */
  private static void same(Fraction found, BigInteger num, BigInteger den) {
    assertThat(big(found.num()).multiply(den)).isEqualTo(num.multiply(big(found.den())));
    assertThat(found.den()).isPositive();
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  @Property
  void sums_products_and_order_are_those_of_big_integers(
      @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long a,
      @ForAll @LongRange(min = 1, max = 1_000_000) long b,
      @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long c,
      @ForAll @LongRange(min = 1, max = 1_000_000) long d) {
    Fraction x = new Fraction(a, b);
    Fraction y = new Fraction(c, d);
    BigInteger left = big(a).multiply(big(d));
    BigInteger right = big(c).multiply(big(b));
    BigInteger den = big(b).multiply(big(d));
    same(x.plus(y), left.add(right), den);
    same(x.times(y), big(a).multiply(big(c)), den);
    same(x.negate(), big(-a), big(b));
    assertThat(x.compareTo(y)).isEqualTo(left.compareTo(right));
    same(x.min(y), left.min(right), den);
    same(x.max(y), left.max(right), den);
    if (c != 0) {
      BigInteger sign = big(right.signum());
      same(x.times(y.inverse()), left.multiply(sign), right.multiply(sign));
    }
  }

  @Property
  void products_that_only_fit_when_reduced_are_exact_as_well(
      @ForAll @LongRange(min = 1, max = 1_000_000) long a,
      @ForAll @LongRange(min = 1, max = 1_000_000) long b) {
    Fraction x = new Fraction(-a * 1_000_003L * 4_000, b);
    Fraction y = new Fraction(b * 3, 1_000_003L * 4_000);
    same(x.times(y), big(a).multiply(big(-3)), BigInteger.ONE);
    same(y.times(x), big(a).multiply(big(-3)), BigInteger.ONE);
  }

  @Property
  void comparing_never_overflows(
      @ForAll @LongRange(min = -BIG, max = BIG) long a,
      @ForAll @LongRange(min = 1, max = BIG) long b,
      @ForAll @LongRange(min = -BIG, max = BIG) long c,
      @ForAll @LongRange(min = 1, max = BIG) long d) {
    assertThat(new Fraction(a, b).compareTo(new Fraction(c, d)))
        .isEqualTo(big(a).multiply(big(d)).compareTo(big(c).multiply(big(b))));
  }

  @Property
  void rounding_is_half_up_once_and_steps_go_upwards(
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long a,
      @ForAll @LongRange(min = 1, max = 1_000) long b,
      @ForAll @LongRange(min = 1, max = 10) long step) {
    Fraction x = new Fraction(a, b);
    assertThat(x.rounded(2))
        .isEqualTo(new BigDecimal(a).divide(new BigDecimal(b), 2, RoundingMode.HALF_UP));
    Fraction up = x.ceil(step);
    assertThat(up.den()).isEqualTo(1);
    assertThat(up.num() % step).isZero();
    assertThat(up.compareTo(x)).isNotNegative();
    assertThat(up.plus(Fraction.of(-step)).compareTo(x)).isNegative();
  }

  @Test
  void what_does_not_fit_is_an_error_and_not_another_number() {
    Fraction huge = new Fraction(Long.MAX_VALUE, 1);
    assertThatThrownBy(() -> huge.plus(Fraction.of(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> huge.times(Fraction.of(3))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Fraction(1, BIG).times(new Fraction(1, BIG)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fraction.of(new BigDecimal("0.1234567890123456789")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void infinity_stays_infinity_and_nothing_of_it_is_nothing() {
    assertThat(Fraction.INFINITE.plus(Fraction.of(5))).isEqualTo(Fraction.INFINITE);
    assertThat(Fraction.of(5).plus(Fraction.MINUS_INFINITE)).isEqualTo(Fraction.MINUS_INFINITE);
    assertThat(Fraction.INFINITE.times(Fraction.ZERO)).isEqualTo(Fraction.ZERO);
    assertThat(Fraction.ZERO.times(Fraction.INFINITE)).isEqualTo(Fraction.ZERO);
    assertThat(Fraction.INFINITE.ceil(5)).isEqualTo(Fraction.INFINITE);
    assertThat(Fraction.INFINITE.isFinite()).isFalse();
    assertThat(Fraction.INFINITE).isGreaterThan(Fraction.of(Long.MAX_VALUE));
    assertThat(Fraction.MINUS_INFINITE).isLessThan(Fraction.of(Long.MIN_VALUE + 1));
    assertThat(Fraction.INFINITE).isGreaterThan(Fraction.MINUS_INFINITE);
    assertThat(Fraction.ZERO.inverse()).isEqualTo(Fraction.INFINITE);
    assertThat(Fraction.of(-4).inverse()).isEqualTo(new Fraction(-1, 4));
    assertThat(Fraction.of(new BigDecimal("12.50"))).isEqualTo(new Fraction(125, 10));
    assertThat(Fraction.of(new BigDecimal("1200"))).isEqualTo(Fraction.of(1200));
  }
}

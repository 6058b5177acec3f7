package org.yimen.policy.plan;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.Place;
import org.yimen.policy.rule.Interval;

/**
 * What a plan knows of a column of numbers before any household is there.
 *
 * @param slot where the column will be; -1: a constant
 * @param place null: a constant
 * @param scale numerators stand for so many parts of one
 * @param den the largest denominator a row may have, or one
 */
record Num(
    int slot,
    @Nullable Place place,
    long scale,
    BigInteger den,
    Span span,
    @Nullable Interval constant) {

  /**
   * Within what numerators lie.
   *
   * @param bottomless there may be rows without a lower bound
   * @param sure every row is exact
   */
  record Span(BigInteger least, BigInteger most, boolean bottomless, boolean sure) {

    static Span of(long least, long most, boolean sure) {
      return new Span(BigInteger.valueOf(least), BigInteger.valueOf(most), false, sure);
    }

    boolean negative() {
      return bottomless || least.signum() < 0;
    }

    Span times(BigInteger factor) {
      return new Span(least.multiply(factor), most.multiply(factor), bottomless, sure);
    }

    Span hull(Span other) {
      return new Span(
          least.min(other.least),
          most.max(other.most),
          bottomless || other.bottomless,
          sure && other.sure);
    }

    BigInteger size() {
      return least.abs().max(most.abs());
    }
  }

  static Num constant(Interval value) {
    return new Num(-1, null, 1, BigInteger.ONE, Span.of(0, 0, value.isExact()), value);
  }

  boolean divided() {
    return !den.equals(BigInteger.ONE);
  }
}

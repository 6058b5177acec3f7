package org.yimen.policy.rule;

import java.util.stream.LongStream;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Range;

/** What is known of a number: it lies between two exact bounds, both included. */
public record Interval(Fraction low, Fraction high) {
  public static final Interval ZERO = exactly(Fraction.ZERO);
  public static final Interval ONE = exactly(Fraction.of(1));

  /** From nothing upwards. */
  public static final Interval ANY = new Interval(Fraction.ZERO, Fraction.INFINITE);

  public static final Interval ANYTHING = new Interval(Fraction.MINUS_INFINITE, Fraction.INFINITE);

  /** Ages, counts and months: the same objects again and again. */
  private static final Interval[] SMALL =
      LongStream.range(0, 128)
          .mapToObj(value -> exactly(Fraction.of(value)))
          .toArray(Interval[]::new);

  public static Interval exactly(Fraction value) {
    return new Interval(value, value);
  }

  public static Interval exactly(long value) {
    if (value >= 0 && value < SMALL.length) {
      return SMALL[(int) value];
    }
    return exactly(Fraction.of(value));
  }

  /** A range of the facts, which counts in parts of a whole (fen of a yuan: 100). */
  public static Interval of(Range range, long parts) {
    Fraction low = new Fraction(range.low(), parts);
    if (range.isExact()) {
      return exactly(low);
    }
    return new Interval(
        low, range.high() == Range.OPEN ? Fraction.INFINITE : new Fraction(range.high(), parts));
  }

  public boolean isExact() {
    return low == high || low.compareTo(high) == 0;
  }

  public Interval plus(Interval other) {
    Fraction sum = low.plus(other.low);
    if (low == high && other.low == other.high) {
      return exactly(sum);
    }
    return new Interval(sum, high.plus(other.high));
  }

  public Interval minus(Interval other) {
    return plus(other.negate());
  }

  public Interval negate() {
    return low == high ? exactly(low.negate()) : new Interval(high.negate(), low.negate());
  }

  public Interval times(Interval other) {
    if (low == high && other.low == other.high) {
      return exactly(low.times(other.low));
    }
    Fraction a = low.times(other.low);
    Fraction b = high.times(other.high);
    if (low.sign() >= 0 && other.low.sign() >= 0) {
      return new Interval(a, b);
    }
    Fraction c = low.times(other.high);
    Fraction d = high.times(other.low);
    return new Interval(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)));
  }

  /** Where the divisor may be nought or less nothing can be said beyond the sign. */
  public Interval divide(Interval by) {
    if (by.low.sign() > 0) {
      return times(
          by.low == by.high
              ? exactly(by.low.inverse())
              : new Interval(by.high.inverse(), by.low.inverse()));
    }
    if (by.low.sign() == 0 && by.high.sign() > 0 && low.sign() >= 0) {
      Fraction least = low.times(by.high.inverse());
      return new Interval(least, high.sign() == 0 ? Fraction.ZERO : Fraction.INFINITE);
    }
    return ANYTHING;
  }

  public Interval max(Interval other) {
    return new Interval(low.max(other.low), high.max(other.high));
  }

  public Interval min(Interval other) {
    return new Interval(low.min(other.low), high.min(other.high));
  }

  /** Everything that either of them may be. */
  public Interval hull(Interval other) {
    return new Interval(low.min(other.low), high.max(other.high));
  }

  /** What it adds to a sum when it is not known whether it belongs there. */
  public Interval maybe() {
    return hull(ZERO);
  }

  public Finding less(Interval other) {
    if (high.compareTo(other.low) < 0) {
      return Finding.MET;
    }
    return low.compareTo(other.high) >= 0 ? Finding.NOT_MET : Finding.UNKNOWN;
  }

  public Finding same(Interval other) {
    if (isExact() && other.isExact() && low.compareTo(other.low) == 0) {
      return Finding.MET;
    }
    return less(other) == Finding.MET || other.less(this) == Finding.MET
        ? Finding.NOT_MET
        : Finding.UNKNOWN;
  }
}

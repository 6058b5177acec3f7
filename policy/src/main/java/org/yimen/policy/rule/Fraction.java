package org.yimen.policy.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number: whole numerator over whole denominator, never divided. A denominator of nought
 * stands for infinity with the numerator's sign.
 *
 * @param den not negative
 */
public record Fraction(long num, long den) implements Comparable<Fraction> {
  public static final Fraction ZERO = new Fraction(0, 1);
  public static final Fraction INFINITE = new Fraction(1, 0);
  public static final Fraction MINUS_INFINITE = new Fraction(-1, 0);

  /** No number of units. */
  public static final long TOO_LARGE = Long.MIN_VALUE;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

  public static Fraction of(long value) {
    return new Fraction(value, 1);
  }

  /** Exact; at most 18 digits. */
  public static Fraction of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() <= 0) {
      return of(plain.longValueExact());
    }
    return new Fraction(
        plain.unscaledValue().longValueExact(), BigInteger.TEN.pow(plain.scale()).longValueExact());
  }

  public boolean isFinite() {
    return den != 0;
  }

  public int sign() {
    return Long.signum(num);
  }

  public Fraction negate() {
    return num == 0 ? this : new Fraction(-num, den);
  }

  public Fraction plus(Fraction other) {
    if (den == 0) {
      return this;
    }
    if (other.den == 0) {
      return other;
    }
    if (den == other.den) {
      return new Fraction(Math.addExact(num, other.num), den);
    }
    long divisor = other.den % den == 0 ? den : gcd(den, other.den);
    long mine = other.den / divisor;
    long theirs = den / divisor;
    return new Fraction(
        Math.addExact(Math.multiplyExact(num, mine), Math.multiplyExact(other.num, theirs)),
        Math.multiplyExact(den, mine));
  }

  /** Infinity times nought is nought: nothing of something unlimited. */
  public Fraction times(Fraction other) {
    if (num == 0 || other.num == 0) {
      return ZERO;
    }
    if (fits(num, other.num) && fits(den, other.den)) {
      return new Fraction(num * other.num, den * other.den);
    }
    Fraction a = new Fraction(num, other.den).reduced();
    Fraction b = new Fraction(other.num, den).reduced();
    return new Fraction(Math.multiplyExact(a.num, b.num), Math.multiplyExact(a.den, b.den));
  }

  /** One over this; nought gives infinity. */
  public Fraction inverse() {
    return num < 0 ? new Fraction(-den, -num) : new Fraction(den, num);
  }

  private static boolean fits(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b >= 0 || a == (int) a && b == (int) b;
  }

  private Fraction reduced() {
    long divisor = gcd(Math.abs(num), den);
    return divisor <= 1 ? this : new Fraction(num / divisor, den / divisor);
  }

  private static long gcd(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** By cross multiplication in 128 bits: nothing is rounded and nothing overflows. */
  @Override
  public int compareTo(Fraction other) {
    if (den == other.den) {
      return den == 0 ? Integer.compare(sign(), other.sign()) : Long.compare(num, other.num);
    }
    long leftHigh = Math.multiplyHigh(num, other.den);
    long rightHigh = Math.multiplyHigh(other.num, den);
    if (leftHigh != rightHigh) {
      return Long.compare(leftHigh, rightHigh);
    }
    return Long.compareUnsigned(num * other.den, other.num * den);
  }

  public Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The next multiple of a whole step, upwards. */
  public Fraction ceil(long step) {
    if (den == 0) {
      return this;
    }
    long unit = Math.multiplyExact(den, step);
    return of(Math.multiplyExact(-Math.floorDiv(-num, unit), step));
  }

  /**
   * Rounded HALF_UP to so many decimals, counted in units of the last one.
   *
   * @return {@link #TOO_LARGE} where that is more than a long holds
   */
  public long units(int decimals) {
    long size = Math.abs(num);
    long parts = POWERS[decimals];
    if (size < 0 || size > Long.MAX_VALUE / parts || den == 0) {
      return TOO_LARGE;
    }
    long whole = size * parts / den;
    long rest = size * parts % den;
    long units = rest >= den - rest ? whole + 1 : whole;
    return num < 0 ? -units : units;
  }

  /** Rounded HALF_UP to so many decimals; figures are rounded here and in {@link #units} only. */
  public BigDecimal rounded(int decimals) {
    long units = decimals < POWERS.length ? units(decimals) : TOO_LARGE;
    if (units != TOO_LARGE) {
      return BigDecimal.valueOf(units, decimals);
    }
    return new BigDecimal(num).divide(new BigDecimal(den), decimals, RoundingMode.HALF_UP);
  }
}

package org.yimen.policy.plan;

import java.math.BigInteger;
import org.yimen.policy.columns.GroupSteps;
import org.yimen.policy.columns.NumberSteps;
import org.yimen.policy.columns.Place;
import org.yimen.policy.plan.Num.Span;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;

/** The same number over another scale, in other rows; and the proof that it fits. */
final class Scales {
  /** Half of what a long holds, so that differences fit as well. */
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(62);

  private final Build build;

  Scales(Build build) {
    this.build = build;
  }

  interface Longs {
    long get();
  }

  static long exact(Longs longs) {
    try {
      return longs.get();
    } catch (ArithmeticException e) {
      throw new TooLarge("小数位数相乘后太多，请减少参数的小数位数");
    }
  }

  Num multiple(Num a, long times) {
    Place place = a.place();
    if (times == 1 || place == null) {
      return a;
    }
    Span span = a.span().times(BigInteger.valueOf(times));
    int slot =
        build.number(
            "x" + times + " " + a.slot(), o -> new NumberSteps.Multiple(o, place, a.slot(), times));
    return proved(new Num(slot, place, a.scale(), a.den(), span, null));
  }

  static Place place(Num a, Num b) {
    Place place = Place.narrower(a.place(), b.place());
    if (place == null) {
      throw new IllegalStateException("two constants");
    }
    return place;
  }

  /** The scale of a column, or the denominator of a constant. */
  static long scale(Num a) {
    Interval value = a.constant();
    if (value == null) {
      return a.scale();
    }
    long low = value.low().isFinite() ? value.low().den() : 1;
    long high = value.high().isFinite() ? value.high().den() : 1;
    return lcm(low, high);
  }

  static long common(Num a, Num b) {
    return lcm(scale(a), scale(b));
  }

  private static long lcm(long a, long b) {
    return exact(() -> Math.multiplyExact(a / gcd(a, b), b));
  }

  /** The same number in rows of that place, over that scale. */
  Num at(Num a, Place place, long scale) {
    Interval value = a.constant();
    if (value != null) {
      return constant(value, place, scale);
    }
    Num there = spread(a, place);
    Num scaled = multiple(there, scale / a.scale());
    return new Num(scaled.slot(), place, scale, scaled.den(), scaled.span(), null);
  }

  private Num constant(Interval value, Place place, long scale) {
    NumberSteps.Constant.Bound low = bound(value.low(), scale);
    NumberSteps.Constant.Bound high = bound(value.high(), scale);
    int slot =
        build.number(
            "const " + low + high + place, o -> new NumberSteps.Constant(o, place, low, high));
    Span span =
        new Span(
            BigInteger.valueOf(low.number()),
            BigInteger.valueOf(Math.max(low.number(), high.number())),
            low.endless(),
            value.isExact());
    return proved(new Num(slot, place, scale, BigInteger.ONE, span, null));
  }

  private static NumberSteps.Constant.Bound bound(Fraction value, long scale) {
    return value.isFinite()
        ? new NumberSteps.Constant.Bound(
            exact(() -> Math.multiplyExact(value.num(), scale / value.den())), false)
        : new NumberSteps.Constant.Bound(0, true);
  }

  private Num spread(Num a, Place place) {
    Place from = a.place();
    if (from == place || from == null) {
      return a;
    }
    Num near = spread(a, GroupSteps.wider(place));
    int slot =
        build.number(
            "spread " + near.slot() + " " + place,
            o -> new GroupSteps.SpreadNumber(o, place, near.slot()));
    return new Num(slot, place, a.scale(), a.den(), a.span(), null);
  }

  static Num proved(Num a) {
    if (a.span().size().max(a.den()).compareTo(MOST) > 0) {
      throw new TooLarge(
          "计算中的数可能超过64位整数（最大约10的"
              + (a.span().size().toString().length() - 1)
              + "次方），请减少参数的小数位数或拆成几条规则");
    }
    return a;
  }

  static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}

package org.yimen.policy.plan;

import java.math.BigInteger;
import org.yimen.policy.columns.ChoiceSteps;
import org.yimen.policy.columns.FractionSteps;
import org.yimen.policy.columns.GroupSteps;
import org.yimen.policy.columns.Limits;
import org.yimen.policy.columns.NumberSteps;
import org.yimen.policy.columns.Place;
import org.yimen.policy.plan.Num.Span;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Numeric;

/**
 * Numbers as whole numerators over scales that are known beforehand. Of every column the largest
 * numerator is known from the limits of the facts, so that nothing can overflow when it runs.
 */
final class Arithmetic {
  /** Half of what a long holds, so that differences fit as well. */
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(62);

  private static final long LARGEST_SHARE = 100_000;

  private final Build build;

  Arithmetic(Build build) {
    this.build = build;
  }

  Num binary(Numeric.Operation operation, Num a, Num b) {
    Interval left = a.constant();
    Interval right = b.constant();
    if (left != null && right != null) {
      return Num.constant(fold(operation, left, right));
    }
    return switch (operation) {
      case PLUS -> plus(a, b, false);
      case MINUS -> plus(a, b, true);
      case TIMES -> times(a, b);
      case DIVIDED -> divided(a, b);
      case LARGER -> extreme(a, b, true);
      case SMALLER -> extreme(a, b, false);
    };
  }

  private static Interval fold(Numeric.Operation operation, Interval a, Interval b) {
    return switch (operation) {
      case PLUS -> a.plus(b);
      case MINUS -> a.minus(b);
      case TIMES -> a.times(b);
      case DIVIDED -> a.divide(b);
      case LARGER -> a.max(b);
      case SMALLER -> a.min(b);
    };
  }

  private static boolean isNought(Num a) {
    Interval value = a.constant();
    return value != null && value.isExact() && value.low().sign() == 0;
  }

  private Num plus(Num a, Num b, boolean minus) {
    if (isNought(b)) {
      return a;
    }
    if (isNought(a)) {
      return minus ? negative(b) : b;
    }
    if ((a.divided() || b.divided()) && minus) {
      return plus(a, negative(b), false);
    }
    Place place = place(a, b);
    Num x = at(a, place, common(a, b));
    Num y = at(b, place, common(a, b));
    BigInteger den = x.den().multiply(y.den());
    Span right = minus ? negative(y.span()) : y.span();
    Span span = sum(x.span().times(y.den()), right.times(x.den()));
    int slot;
    if (den.equals(BigInteger.ONE)) {
      slot =
          build.number(
              key(minus ? "-" : "+", x, y, place),
              o -> new NumberSteps.Plus(o, place, x.slot(), y.slot(), minus));
    } else {
      slot =
          build.number(
              key("+/", x, y, place), o -> new FractionSteps.Plus(o, place, x.slot(), y.slot()));
    }
    return proved(new Num(slot, place, x.scale(), den, span, null));
  }

  private static Span sum(Span a, Span b) {
    return new Span(
        a.least().add(b.least()),
        a.most().add(b.most()),
        a.bottomless() || b.bottomless(),
        a.sure() && b.sure());
  }

  private static Span negative(Span a) {
    return new Span(a.most().negate(), a.least().negate(), a.bottomless() || !a.sure(), a.sure());
  }

  private Num negative(Num a) {
    Interval value = a.constant();
    Place place = a.place();
    if (value != null || place == null) {
      return Num.constant(value == null ? Interval.ANYTHING : value.negate());
    }
    int slot = build.number("neg " + a.slot(), o -> new NumberSteps.Negative(o, place, a.slot()));
    return new Num(slot, place, a.scale(), a.den(), negative(a.span()), null);
  }

  private Num times(Num a, Num b) {
    Interval factor = b.constant() == null ? a.constant() : b.constant();
    Num of = b.constant() == null ? b : a;
    if (factor != null && factor.isExact() && factor.low().isFinite()) {
      return multiple(of, factor.low());
    }
    if (a.divided() || b.divided()) {
      throw new TooLarge("按行不同的商不能再与另一个数相乘，请先相乘、最后再除");
    }
    Num left = b.span().negative() ? b : a;
    Num right = b.span().negative() ? a : b;
    if (right.span().negative()) {
      throw new TooLarge("两个都可能为负的数不能相乘，请用取大(0, …)限定");
    }
    Place place = place(a, b);
    Num x = at(left, place, scale(left));
    Num y = at(right, place, scale(right));
    Span s = x.span();
    BigInteger least =
        s.least().signum() < 0 ? s.least().multiply(y.span().most()) : BigInteger.ZERO;
    BigInteger most = s.most().max(BigInteger.ZERO).multiply(y.span().most());
    boolean bottomless = s.bottomless() || least.signum() < 0 && !y.span().sure();
    Span span = new Span(least, most, bottomless, s.sure() && y.span().sure());
    int slot =
        build.number(
            key("*", x, y, place), o -> new NumberSteps.Product(o, place, x.slot(), y.slot()));
    long scale = exact(() -> Math.multiplyExact(x.scale(), y.scale()));
    return proved(new Num(slot, place, scale, BigInteger.ONE, span, null));
  }

  private interface Longs {
    long get();
  }

  private static long exact(Longs longs) {
    try {
      return longs.get();
    } catch (ArithmeticException e) {
      throw new TooLarge("小数位数相乘后太多，请减少参数的小数位数");
    }
  }

  /** A column times a constant: only the scale changes where it can. */
  private Num multiple(Num a, Fraction factor) {
    if (factor.sign() == 0) {
      return Num.constant(Interval.ZERO);
    }
    if (factor.sign() < 0) {
      return multiple(negative(a), factor.negate());
    }
    long up = factor.num() / gcd(factor.num(), factor.den());
    long down = factor.den() / gcd(factor.num(), factor.den());
    long shared = gcd(up, a.scale());
    long scale = exact(() -> Math.multiplyExact(a.scale() / shared, down));
    Num scaled = multiple(a, up / shared);
    return new Num(scaled.slot(), scaled.place(), scale, scaled.den(), scaled.span(), null);
  }

  private Num multiple(Num a, long times) {
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

  private Num divided(Num a, Num b) {
    Interval by = b.constant();
    if (by != null && by.isExact() && by.low().isFinite() && by.low().sign() > 0) {
      return multiple(a, by.low().inverse());
    }
    if (a.divided() || b.divided()) {
      throw new TooLarge("按行不同的商不能再除，请合并为一次除法");
    }
    Place place = place(a, b);
    Num x = at(a, place, scale(a));
    Num y = at(b, place, scale(b));
    long share = share(y);
    if (share > 0) {
      int slot =
          build.number(
              key("share", x, y, place),
              o -> new FractionSteps.Share(o, place, x.slot(), y.slot(), share));
      long scale = exact(() -> Math.multiplyExact(x.scale(), share));
      Span span = x.span().times(BigInteger.valueOf(share));
      return proved(new Num(slot, place, scale, BigInteger.ONE, span, null));
    }
    long up = y.scale() / gcd(x.scale(), y.scale());
    int slot =
        build.number(
            key("/", x, y, place),
            o -> new FractionSteps.Quotient(o, place, x.slot(), y.slot(), up));
    Span s = x.span().times(BigInteger.valueOf(up));
    boolean bottomless = s.negative() && y.span().least().signum() <= 0 || y.span().negative();
    Span span =
        new Span(s.least(), s.most(), s.bottomless() || bottomless, s.sure() && y.span().sure());
    BigInteger den = y.span().most().max(BigInteger.TWO);
    return proved(new Num(slot, place, x.scale() / gcd(x.scale(), y.scale()), den, span, null));
  }

  /** What all divisors divide, where they are whole, exact, few and never nothing; else 0. */
  private static long share(Num by) {
    Span span = by.span();
    boolean fits = by.scale() == 1 && span.sure() && span.least().signum() > 0;
    if (!fits || span.most().compareTo(BigInteger.valueOf(Limits.SUPPORTED)) > 0) {
      return 0;
    }
    long common = 1;
    for (long i = 2; i <= span.most().longValue(); i++) {
      common = common / gcd(common, i) * i;
    }
    return common <= LARGEST_SHARE ? common : 0;
  }

  private Num extreme(Num a, Num b, boolean larger) {
    if (a.divided() || b.divided()) {
      throw new TooLarge("按行不同的商不能取大或取小，请先取大或取小、最后再除");
    }
    Place place = place(a, b);
    Num x = at(a, place, common(a, b));
    Num y = at(b, place, common(a, b));
    Span s = x.span();
    Span t = y.span();
    Span span =
        larger
            ? new Span(
                s.least().max(t.least()),
                s.most().max(t.most()),
                s.bottomless() && t.bottomless(),
                s.sure() && t.sure())
            : new Span(
                s.least().min(t.least()),
                s.most().max(t.most()),
                s.bottomless() || t.bottomless(),
                s.sure() && t.sure());
    int slot =
        build.number(
            key(larger ? "max" : "min", x, y, place),
            o -> new ChoiceSteps.Extreme(o, place, x.slot(), y.slot(), larger));
    return new Num(slot, place, x.scale(), BigInteger.ONE, span, null);
  }

  static Place place(Num a, Num b) {
    Place place = Place.narrower(a.place(), b.place());
    if (place == null) {
      throw new IllegalStateException("two constants");
    }
    return place;
  }

  private static String key(String what, Num a, Num b, Place place) {
    return what + " " + a.slot() + " " + b.slot() + " " + place;
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

  /** The numbers chosen by a condition. */
  Num pick(Tru condition, Num a, Num b) {
    Place place = Place.narrower(condition.place(), Place.narrower(a.place(), b.place()));
    if (place == null) {
      throw new IllegalStateException("nothing to choose");
    }
    long scale = common(a, b);
    Num x = at(a, place, scale);
    Num y = at(b, place, scale);
    int slot =
        build.number(
            key("if " + condition.slot(), x, y, place),
            o -> new ChoiceSteps.Pick(o, place, condition.slot(), x.slot(), y.slot()));
    Span hull = x.span().hull(y.span());
    Span span = new Span(hull.least(), hull.most(), hull.bottomless(), false);
    return new Num(slot, place, scale, x.den().max(y.den()), span, null);
  }
}

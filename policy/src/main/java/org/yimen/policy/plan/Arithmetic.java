package org.yimen.policy.plan;

import java.math.BigInteger;
import org.yimen.policy.columns.ChoiceSteps;
import org.yimen.policy.columns.FractionSteps;
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
  private static final long LARGEST_SHARE = 100_000;

  private final Build build;
  private final Scales scales;

  Arithmetic(Build build, Scales scales) {
    this.build = build;
    this.scales = scales;
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
    Place place = Scales.place(a, b);
    Num x = scales.at(a, place, Scales.common(a, b));
    Num y = scales.at(b, place, Scales.common(a, b));
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
    return Scales.proved(new Num(slot, place, x.scale(), den, span, null));
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
    Place place = Scales.place(a, b);
    Num x = scales.at(left, place, Scales.scale(left));
    Num y = scales.at(right, place, Scales.scale(right));
    Span s = x.span();
    BigInteger least =
        s.least().signum() < 0 ? s.least().multiply(y.span().most()) : BigInteger.ZERO;
    BigInteger most = s.most().max(BigInteger.ZERO).multiply(y.span().most());
    boolean bottomless = s.bottomless() || least.signum() < 0 && !y.span().sure();
    Span span = new Span(least, most, bottomless, s.sure() && y.span().sure());
    int slot =
        build.number(
            key("*", x, y, place), o -> new NumberSteps.Product(o, place, x.slot(), y.slot()));
    long scale = Scales.exact(() -> Math.multiplyExact(x.scale(), y.scale()));
    return Scales.proved(new Num(slot, place, scale, BigInteger.ONE, span, null));
  }

  /** A column times a constant: only the scale changes where it can. */
  private Num multiple(Num a, Fraction factor) {
    if (factor.sign() == 0) {
      return Num.constant(Interval.ZERO);
    }
    if (factor.sign() < 0) {
      return multiple(negative(a), factor.negate());
    }
    long up = factor.num() / Scales.gcd(factor.num(), factor.den());
    long down = factor.den() / Scales.gcd(factor.num(), factor.den());
    long shared = Scales.gcd(up, a.scale());
    long scale = Scales.exact(() -> Math.multiplyExact(a.scale() / shared, down));
    Num scaled = scales.multiple(a, up / shared);
    return new Num(scaled.slot(), scaled.place(), scale, scaled.den(), scaled.span(), null);
  }

  private Num divided(Num a, Num b) {
    Interval by = b.constant();
    if (by != null && by.isExact() && by.low().isFinite() && by.low().sign() > 0) {
      return multiple(a, by.low().inverse());
    }
    if (a.divided() || b.divided()) {
      throw new TooLarge("按行不同的商不能再除，请合并为一次除法");
    }
    Place place = Scales.place(a, b);
    Num x = scales.at(a, place, Scales.scale(a));
    Num y = scales.at(b, place, Scales.scale(b));
    long share = share(y);
    return share > 0 ? shared(x, y, place, share) : quotient(x, y, place);
  }

  private Num shared(Num x, Num y, Place place, long share) {
    int slot =
        build.number(
            key("share " + share, x, y, place),
            o -> new FractionSteps.Share(o, place, x.slot(), y.slot(), share));
    long scale = Scales.exact(() -> Math.multiplyExact(x.scale(), share));
    Span span = x.span().times(BigInteger.valueOf(share));
    return Scales.proved(new Num(slot, place, scale, BigInteger.ONE, span, null));
  }

  private Num quotient(Num x, Num y, Place place) {
    long common = Scales.gcd(x.scale(), y.scale());
    long up = y.scale() / common;
    int slot =
        build.number(
            key("/" + up, x, y, place),
            o -> new FractionSteps.Quotient(o, place, x.slot(), y.slot(), up));
    Span s = x.span().times(BigInteger.valueOf(up));
    boolean bottomless = s.negative() && y.span().least().signum() <= 0 || y.span().negative();
    Span span =
        new Span(s.least(), s.most(), s.bottomless() || bottomless, s.sure() && y.span().sure());
    BigInteger den = y.span().most().max(BigInteger.TWO);
    return Scales.proved(new Num(slot, place, x.scale() / common, den, span, null));
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
      common = common / Scales.gcd(common, i) * i;
    }
    return common <= LARGEST_SHARE ? common : 0;
  }

  private Num extreme(Num a, Num b, boolean larger) {
    if (a.divided() || b.divided()) {
      throw new TooLarge("按行不同的商不能取大或取小，请先取大或取小、最后再除");
    }
    Place place = Scales.place(a, b);
    Num x = scales.at(a, place, Scales.common(a, b));
    Num y = scales.at(b, place, Scales.common(a, b));
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

  private static String key(String what, Num a, Num b, Place place) {
    return what + " " + a.slot() + " " + b.slot() + " " + place;
  }

  /** The numbers chosen by a condition. */
  Num pick(Tru condition, Num a, Num b) {
    Place place = Place.narrower(condition.place(), Place.narrower(a.place(), b.place()));
    if (place == null) {
      throw new IllegalStateException("nothing to choose");
    }
    long scale = Scales.common(a, b);
    Num x = scales.at(a, place, scale);
    Num y = scales.at(b, place, scale);
    int slot =
        build.number(
            key("if " + condition.slot(), x, y, place),
            o -> new ChoiceSteps.Pick(o, place, condition.slot(), x.slot(), y.slot()));
    Span hull = x.span().hull(y.span());
    Span span = new Span(hull.least(), hull.most(), hull.bottomless(), false);
    return new Num(slot, place, scale, x.den().max(y.den()), span, null);
  }
}

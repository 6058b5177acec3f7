package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/** Quotients: numerator and denominator are kept, nothing is divided. */
public final class FractionSteps {

  private FractionSteps() {}

  /**
   * A quotient of columns without denominators, the numerator so many times. Where the divisor may
   * be nothing or less, little or nothing can be said ({@link
   * org.yimen.policy.rule.Interval#divide}).
   */
  public record Quotient(int out, Place place, int left, int right, long times) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      o.low = o.own(Numbers.LOW, rows);
      o.lowDen = o.own(Numbers.LOW_DEN, rows);
      o.bounds(null, null);
      o.high = o.low;
      o.highDen = o.lowDen;
      boolean exact = a.exact() && b.exact() && a.bounded() && b.bounded();
      if (exact && positive(b.low, rows)) {
        for (int i = 0; i < rows; i++) {
          o.low[i] = a.low[i] * times;
          o.lowDen[i] = b.low[i];
        }
        return;
      }
      open(a, b, o, exact, rows);
    }

    /** Where not every quotient is one number. */
    private void open(Numbers a, Numbers b, Numbers o, boolean exact, int rows) {
      o.high = o.own(Numbers.HIGH, rows);
      o.highDen = o.own(Numbers.HIGH_DEN, rows);
      long[] below = o.ownBelow(rows);
      long[] above = o.ownAbove(rows);
      o.bounds(below, above);
      for (int i = 0; i < rows; i++) {
        if (exact && b.low[i] > 0) {
          low(o, i, a.low[i], b.low[i]);
          high(o, i, a.low[i], b.low[i]);
        } else {
          row(a, b, o, i);
        }
      }
      o.bounds(any(below, rows), any(above, rows));
    }

    private static boolean positive(long[] numbers, int rows) {
      for (int i = 0; i < rows; i++) {
        if (numbers[i] <= 0) {
          return false;
        }
      }
      return true;
    }

    private static long @Nullable [] any(long[] words, int rows) {
      for (int i = 0; i < Bits.words(rows); i++) {
        if (words[i] != 0) {
          return words;
        }
      }
      return null;
    }

    private void row(Numbers a, Numbers b, Numbers o, int i) {
      boolean bottomless = Bits.at(a.below, i);
      boolean topless = Bits.at(a.above, i);
      boolean endless = Bits.at(b.above, i);
      long least = Bits.at(b.below, i) ? -1 : b.low[i];
      if (least > 0) {
        low(o, i, a.low[i], a.low[i] >= 0 || bottomless ? end(b, endless, i) : least);
        high(o, i, a.high[i], a.high[i] >= 0 || topless ? least : end(b, endless, i));
        mark(o, i, bottomless, topless);
      } else if (least == 0 && (endless || b.high[i] > 0) && !bottomless && a.low[i] >= 0) {
        low(o, i, a.low[i], end(b, endless, i));
        high(o, i, 0, 1);
        mark(o, i, false, topless || a.high[i] != 0);
      } else {
        low(o, i, 0, 1);
        high(o, i, 0, 1);
        mark(o, i, true, true);
      }
    }

    /** The divisor's upper bound; 0: none, the quotient is nothing. */
    private static long end(Numbers b, boolean endless, int i) {
      return endless ? 0 : b.high[i];
    }

    private void low(Numbers o, int i, long number, long den) {
      o.low[i] = den == 0 ? 0 : number * times;
      dens(o.lowDen)[i] = den == 0 ? 1 : den;
    }

    private void high(Numbers o, int i, long number, long den) {
      o.high[i] = den == 0 ? 0 : number * times;
      dens(o.highDen)[i] = den == 0 ? 1 : den;
    }

    private static void mark(Numbers o, int i, boolean below, boolean above) {
      if (below) {
        Bits.set(dens(o.below), i);
      }
      if (above) {
        Bits.set(dens(o.above), i);
      }
    }
  }

  private static long[] dens(long @Nullable [] array) {
    if (array == null) {
      throw new IllegalStateException("no denominators");
    }
    return array;
  }

  /**
   * Each row times what makes its divisor, 1 to {@link Limits#SUPPORTED}, the same for all: {@code
   * common / divisor}.
   */
  public record Share(int out, Place place, int left, int right, long common) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      long[] by = work.numbers[right].low;
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      long[] times = new long[Limits.SUPPORTED + 1];
      for (int i = 1; i < times.length; i++) {
        times[i] = common / i;
      }
      o.low = o.own(Numbers.LOW, rows);
      o.high = a.low == a.high ? o.low : o.own(Numbers.HIGH, rows);
      for (int i = 0; i < rows; i++) {
        o.low[i] = a.low[i] * times[(int) by[i]];
      }
      for (int i = 0; a.low != a.high && i < rows; i++) {
        o.high[i] = a.high[i] * times[(int) by[i]];
      }
      o.bounds(a.below, a.above);
    }
  }

  /** A sum in which at least one side has denominators. */
  public record Plus(int out, Place place, int left, int right) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      o.low = o.own(Numbers.LOW, rows);
      o.lowDen = o.own(Numbers.LOW_DEN, rows);
      new Both(a.low, a.lowDen, b.low, b.lowDen).plus(work, o.low, o.lowDen, rows);
      o.high = o.low;
      o.highDen = o.lowDen;
      if (!a.exact() || !b.exact()) {
        o.high = o.own(Numbers.HIGH, rows);
        o.highDen = o.own(Numbers.HIGH_DEN, rows);
        new Both(a.high, a.highDen, b.high, b.highDen).plus(work, o.high, o.highDen, rows);
      }
      o.below = NumberSteps.either(a.below, b.below, o, rows, false);
      o.above = NumberSteps.either(a.above, b.above, o, rows, true);
    }
  }

  private record Both(long[] a, long @Nullable [] aDen, long[] b, long @Nullable [] bDen) {
    void plus(Work work, long[] numbers, long[] dens, int rows) {
      long[] one = work.ones(rows);
      long[] ad = aDen == null ? one : aDen;
      long[] bd = bDen == null ? one : bDen;
      for (int i = 0; i < rows; i++) {
        numbers[i] = a[i] * bd[i] + b[i] * ad[i];
        dens[i] = ad[i] * bd[i];
      }
    }
  }
}

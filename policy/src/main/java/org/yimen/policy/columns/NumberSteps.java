package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/** Sums, differences and multiples of columns without denominators. */
public final class NumberSteps {

  private NumberSteps() {}

  /** The same constant in every row. */
  public record Constant(int out, Place place, Bound low, Bound high) implements Step {

    /** One bound of a constant: a numerator, or no bound at all. */
    public record Bound(long number, boolean endless) {}

    @Override
    public void run(Work work) {
      Numbers o = work.numbers[out];
      o.low = o.own(Numbers.LOW, work.most());
      java.util.Arrays.fill(o.low, low.number);
      o.high = o.low;
      if (!low.equals(high)) {
        o.high = o.own(Numbers.HIGH, o.low.length);
        java.util.Arrays.fill(o.high, high.number);
      }
      o.bounds(low.endless ? all(o.low.length) : null, high.endless ? all(o.low.length) : null);
    }

    private static long[] all(int rows) {
      long[] words = new long[Bits.words(rows)];
      java.util.Arrays.fill(words, -1);
      return words;
    }
  }

  /** Each row's sum, or with {@code minus} difference. */
  public record Plus(int out, Place place, int left, int right, boolean minus) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      o.low = o.own(Numbers.LOW, rows);
      o.high = o.low;
      boolean exact = a.low == a.high && b.low == b.high;
      join(a.low, minus ? b.high : b.low, o.low, rows);
      if (!exact) {
        o.high = o.own(Numbers.HIGH, rows);
        join(a.high, minus ? b.low : b.high, o.high, rows);
      }
      o.bounds(
          either(a.below, minus ? b.above : b.below, o, rows, false),
          either(a.above, minus ? b.below : b.above, o, rows, true));
    }

    private void join(long[] a, long[] b, long[] into, int rows) {
      if (minus) {
        for (int i = 0; i < rows; i++) {
          into[i] = a[i] - b[i];
        }
      } else {
        for (int i = 0; i < rows; i++) {
          into[i] = a[i] + b[i];
        }
      }
    }
  }

  static long @Nullable [] either(
      long @Nullable [] a, long @Nullable [] b, Numbers o, int rows, boolean above) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    long[] words = above ? o.ownAbove(rows) : o.ownBelow(rows);
    for (int i = 0; i < Bits.words(rows); i++) {
      words[i] = a[i] | b[i];
    }
    return words;
  }

  /** So many times each row, at least once; a denominator stays. */
  public record Multiple(int out, Place place, int of, long times) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[of];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      o.same(a);
      o.low = times(a.low, o.own(Numbers.LOW, rows), rows);
      o.high = a.low == a.high ? o.low : times(a.high, o.own(Numbers.HIGH, rows), rows);
    }

    private long[] times(long[] a, long[] into, int rows) {
      for (int i = 0; i < rows; i++) {
        into[i] = a[i] * times;
      }
      return into;
    }
  }

  /** Each row with the other sign. */
  public record Negative(int out, Place place, int of) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[of];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      o.low = negate(a.high, o.own(Numbers.LOW, rows), rows);
      o.high = a.low == a.high ? o.low : negate(a.low, o.own(Numbers.HIGH, rows), rows);
      o.lowDen = a.highDen;
      o.highDen = a.lowDen;
      o.bounds(a.above, a.below);
    }

    private static long[] negate(long[] a, long[] into, int rows) {
      for (int i = 0; i < rows; i++) {
        into[i] = -a[i];
      }
      return into;
    }
  }

  /** Products whose right side is never less than nothing. Nothing times endless is nothing. */
  public record Product(int out, Place place, int left, int right) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      o.low = o.own(Numbers.LOW, rows);
      o.high = o.low;
      if (a.low == a.high && b.low == b.high) {
        for (int i = 0; i < rows; i++) {
          o.low[i] = a.low[i] * b.low[i];
        }
      } else {
        o.high = o.own(Numbers.HIGH, rows);
        for (int i = 0; i < rows; i++) {
          o.low[i] = a.low[i] * (a.low[i] >= 0 ? b.low[i] : b.high[i]);
          o.high[i] = a.high[i] * (a.high[i] >= 0 ? b.high[i] : b.low[i]);
        }
      }
      boolean below = a.below != null || b.above != null;
      boolean above = a.above != null || b.above != null;
      o.below = below ? o.ownBelow(rows) : null;
      o.above = above ? o.ownAbove(rows) : null;
      for (int i = 0; (below || above) && i < rows; i++) {
        ends(a, b, o, i);
      }
    }

    private static void ends(Numbers a, Numbers b, Numbers o, int i) {
      boolean bottomless = Bits.at(a.below, i);
      boolean topless = Bits.at(a.above, i);
      boolean endless = Bits.at(b.above, i);
      boolean some = endless || b.high[i] != 0;
      long[] below = o.below;
      long[] above = o.above;
      if (below != null && (bottomless && some || endless && a.low[i] < 0)) {
        Bits.set(below, i);
      }
      if (above != null && (topless && some || endless && a.high[i] > 0)) {
        Bits.set(above, i);
      }
    }
  }
}

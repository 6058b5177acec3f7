package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/** One of two numbers: by a condition, the larger, the smaller. */
public final class ChoiceSteps {

  private ChoiceSteps() {}

  /** By a condition; both where that is open. */
  public record Pick(int out, Place place, int condition, int left, int right) implements Step {
    @Override
    public void run(Work work) {
      Truths c = work.truths[condition];
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      if (c.exact() && (Bits.all(c.surely, rows) || Bits.none(c.surely, rows))) {
        o.same(Bits.none(c.surely, rows) ? b : a); // all rows take the same side
        return;
      }
      o.low = o.own(Numbers.LOW, rows);
      o.high = o.low;
      o.lowDen = null;
      o.highDen = null;
      if (c.exact() && a.lowDen == null && b.lowDen == null) {
        mix(c.surely, a.low, b.low, o.low, rows);
        if (a.low != a.high || b.low != b.high) {
          o.high = o.own(Numbers.HIGH, rows);
          mix(c.surely, a.high, b.high, o.high, rows);
        }
      } else {
        open(work, rows);
      }
      boolean below = a.below != null || b.below != null;
      boolean above = a.above != null || b.above != null;
      o.below = below ? ends(c, a.below, b.below, o.ownBelow(rows), rows) : null;
      o.above = above ? ends(c, a.above, b.above, o.ownAbove(rows), rows) : null;
      o.settle(rows);
    }

    /** With denominators, or where the condition is open in some rows. */
    private void open(Work work, int rows) {
      Truths c = work.truths[condition];
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Numbers o = work.numbers[out];
      boolean plain = a.lowDen == null && b.lowDen == null;
      o.lowDen = plain ? null : o.own(Numbers.LOW_DEN, rows);
      Side low = new Side(a.low, a.lowDen, b.low, b.lowDen, false);
      low.choose(c, work, new Into(o.low, o.lowDen), rows);
      if (c.exact() && a.exact() && b.exact()) {
        o.highDen = o.lowDen;
        return;
      }
      o.high = o.own(Numbers.HIGH, rows);
      o.highDen = plain ? null : o.own(Numbers.HIGH_DEN, rows);
      Side high = new Side(a.high, a.highDen, b.high, b.highDen, true);
      high.choose(c, work, new Into(o.high, o.highDen), rows);
    }

    private static void mix(long[] bits, long[] a, long[] b, long[] into, int rows) {
      for (int word = 0, i = 0; i < rows; word++) {
        long rest = bits[word];
        for (int end = Math.min(rows, i + 64); i < end; i++, rest >>>= 1) {
          into[i] = b[i] ^ (a[i] ^ b[i]) & -(rest & 1);
        }
      }
    }

    private static long @Nullable [] ends(
        Truths c, long @Nullable [] a, long @Nullable [] b, long[] words, int rows) {
      for (int i = 0; i < Bits.words(rows); i++) {
        long left = a == null ? 0 : a[i] & c.possibly[i];
        words[i] = left | (b == null ? 0 : b[i] & ~c.surely[i]);
      }
      return Bits.none(words, rows) ? null : words;
    }
  }

  /** Where one bound goes. */
  private record Into(long[] numbers, long @Nullable [] dens) {}

  /** One bound of both columns; the larger of them where the condition is open, or the smaller. */
  private record Side(
      long[] a, long @Nullable [] aDen, long[] b, long @Nullable [] bDen, boolean larger) {
    void choose(Truths c, Work work, Into into, int rows) {
      long[] one = work.ones(rows);
      long[] ad = aDen == null ? one : aDen;
      long[] bd = bDen == null ? one : bDen;
      long[] dens = into.dens;
      if (c.exact()) {
        Pick.mix(c.surely, a, b, into.numbers, rows);
        if (dens != null) {
          Pick.mix(c.surely, ad, bd, dens, rows);
        }
        return;
      }
      for (int i = 0; i < rows; i++) {
        boolean left = Bits.at(c.surely, i);
        if (!left && Bits.at(c.possibly, i)) {
          left = Wide.less(a[i], bd[i], b[i], ad[i]) != larger;
        }
        into.numbers[i] = left ? a[i] : b[i];
        if (dens != null) {
          dens[i] = left ? ad[i] : bd[i];
        }
      }
    }
  }

  /** The larger or the smaller of two columns without denominators. */
  public record Extreme(int out, Place place, int left, int right, boolean larger) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Numbers o = work.numbers[out];
      int rows = work.rows(place);
      boolean exact = a.low == a.high && b.low == b.high && a.bounded() && b.bounded();
      o.low = o.own(Numbers.LOW, rows);
      extreme(a.low, b.low, o.low, rows);
      o.high = o.low;
      if (!exact) {
        o.high = o.own(Numbers.HIGH, rows);
        extreme(a.high, b.high, o.high, rows);
      }
      o.bounds(null, null);
      if (larger) {
        o.below = both(a.below, b.below, o, rows);
        other(a.below, b.low, o.low, rows);
        other(b.below, a.low, o.low, rows);
        o.above = NumberSteps.either(a.above, b.above, o, rows, true);
      } else {
        o.above = both(a.above, b.above, o, rows);
        other(a.above, b.high, o.high, rows);
        other(b.above, a.high, o.high, rows);
        o.below = NumberSteps.either(a.below, b.below, o, rows, false);
      }
    }

    private void extreme(long[] a, long[] b, long[] into, int rows) {
      if (larger) {
        for (int i = 0; i < rows; i++) {
          into[i] = Math.max(a[i], b[i]);
        }
      } else {
        for (int i = 0; i < rows; i++) {
          into[i] = Math.min(a[i], b[i]);
        }
      }
    }

    /** Where one has no bound the other's holds. */
    private static void other(long @Nullable [] endless, long[] b, long[] into, int rows) {
      for (int i = 0; endless != null && i < rows; i++) {
        if (Bits.at(endless, i)) {
          into[i] = b[i];
        }
      }
    }

    private long @Nullable [] both(long @Nullable [] a, long @Nullable [] b, Numbers o, int rows) {
      if (a == null || b == null) {
        return null;
      }
      long[] words = larger ? o.ownBelow(rows) : o.ownAbove(rows);
      for (int i = 0; i < Bits.words(rows); i++) {
        words[i] = a[i] & b[i];
      }
      return words;
    }
  }
}

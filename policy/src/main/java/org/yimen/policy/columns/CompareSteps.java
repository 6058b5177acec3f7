package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/** Comparisons by cross multiplication. */
public final class CompareSteps {

  private CompareSteps() {}

  /** The left side is smaller than the right; both have the same scale. */
  public record Less(int out, Place place, int left, int right) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Truths o = work.truths[out];
      int rows = work.rows(place);
      long[] surely = o.ownSurely(rows);
      less(new Sides(a.high, a.highDen, b.low, b.lowDen), work, surely, rows);
      if (a.exact() && b.exact() && a.bounded() && b.bounded()) {
        o.exactly(surely);
        return;
      }
      without(surely, a.above, rows);
      without(surely, b.below, rows);
      long[] possibly = o.ownPossibly(rows);
      less(new Sides(a.low, a.lowDen, b.high, b.highDen), work, possibly, rows);
      with(possibly, a.below, rows);
      with(possibly, b.above, rows);
      o.within(surely, possibly, rows);
    }

    private static void less(Sides sides, Work work, long[] into, int rows) {
      if (sides.aDen == null && sides.bDen == null) {
        Bits.less(sides.a, sides.b, work.spare(rows), into, rows);
      } else {
        sides.less(work, into, rows);
      }
    }
  }

  private static void without(long[] words, long @Nullable [] bits, int rows) {
    for (int i = 0; bits != null && i < Bits.words(rows); i++) {
      words[i] &= ~bits[i];
    }
  }

  private static void with(long[] words, long @Nullable [] bits, int rows) {
    for (int i = 0; bits != null && i < Bits.words(rows); i++) {
      words[i] |= bits[i];
    }
  }

  /** One bound of either side. */
  private record Sides(long[] a, long @Nullable [] aDen, long[] b, long @Nullable [] bDen) {
    void less(Work work, long[] into, int rows) {
      long[] ones = work.ones(rows);
      long[] ad = aDen == null ? ones : aDen;
      long[] bd = bDen == null ? ones : bDen;
      long[] spare = work.spare(rows);
      if (Wide.narrow(a, bd, rows) && Wide.narrow(b, ad, rows)) {
        for (int i = 0; i < rows; i++) {
          spare[i] = a[i] * bd[i] - b[i] * ad[i] >>> 63;
        }
      } else {
        for (int i = 0; i < rows; i++) {
          spare[i] = Wide.sign(a[i], bd[i], b[i], ad[i]);
        }
      }
      Bits.pack(spare, into, rows);
    }
  }

  /** Both sides are the same number: surely only where both are exact. */
  public record Same(int out, Place place, int left, int right) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[left];
      Numbers b = work.numbers[right];
      Truths o = work.truths[out];
      int rows = work.rows(place);
      long[] surely = o.ownSurely(rows);
      if (a.exact() && b.exact() && a.bounded() && b.bounded()) {
        Bits.same(a.low, b.low, work.spare(rows), surely, rows);
        o.exactly(surely);
        return;
      }
      long[] possibly = o.ownPossibly(rows);
      Bits.clear(surely, rows);
      Bits.clear(possibly, rows);
      for (int i = 0; i < rows; i++) {
        boolean open = end(a, i) || end(b, i);
        boolean exact = a.low[i] == a.high[i] && b.low[i] == b.high[i];
        if (!open && exact && a.low[i] == b.low[i]) {
          Bits.set(surely, i);
        }
        if (reaches(a, b, i) && reaches(b, a, i)) {
          Bits.set(possibly, i);
        }
      }
      o.within(surely, possibly, rows);
    }

    private static boolean end(Numbers a, int i) {
      return Bits.at(a.below, i) || Bits.at(a.above, i);
    }

    /** The first's upper bound is not below the second's lower. */
    private static boolean reaches(Numbers a, Numbers b, int i) {
      return Bits.at(a.above, i) || Bits.at(b.below, i) || a.high[i] >= b.low[i];
    }
  }
}

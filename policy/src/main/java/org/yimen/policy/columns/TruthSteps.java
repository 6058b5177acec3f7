package org.yimen.policy.columns;

import org.yimen.policy.Finding;

/** Three-valued logic, 64 rows at a time. */
public final class TruthSteps {

  private TruthSteps() {}

  /**
   * All must hold, or one.
   *
   * @param negated those of the columns that must not be met
   */
  public record Join(int out, Place place, boolean all, int[] of, boolean[] negated)
      implements Step {
    @Override
    public void run(Work work) {
      Truths o = work.truths[out];
      int rows = work.rows(place);
      int words = Bits.words(rows);
      long[] surely = o.ownSurely(rows);
      if (words == 1) {
        few(work, o, surely, rows);
        return;
      }
      boolean exact = true;
      for (int i = 0; i < of.length; i++) {
        Truths a = work.truths[of[i]];
        exact &= a.exact();
        join(negated[i] ? a.possibly : a.surely, i, surely, words);
      }
      o.exactly(surely);
      if (exact) {
        return;
      }
      long[] possibly = o.ownPossibly(rows);
      for (int i = 0; i < of.length; i++) {
        Truths a = work.truths[of[i]];
        join(negated[i] ? a.surely : a.possibly, i, possibly, words);
      }
      o.within(surely, possibly, rows);
    }

    /** At most 64 rows, as of a household by itself: one word without loops. */
    private void few(Work work, Truths o, long[] surely, int rows) {
      long sure = all ? -1 : 0;
      long may = sure;
      for (int i = 0; i < of.length; i++) {
        Truths a = work.truths[of[i]];
        long least = negated[i] ? ~a.possibly[0] : a.surely[0];
        long most = negated[i] ? ~a.surely[0] : a.possibly[0];
        sure = all ? sure & least : sure | least;
        may = all ? may & most : may | most;
      }
      surely[0] = sure;
      o.exactly(surely);
      if (((sure ^ may) & -1L >>> 64 - rows) != 0) {
        long[] possibly = o.ownPossibly(rows);
        possibly[0] = may;
        o.possibly = possibly;
      }
    }

    private void join(long[] a, int at, long[] into, int words) {
      long flip = negated[at] ? -1 : 0;
      if (at == 0) {
        for (int i = 0; i < words; i++) {
          into[i] = a[i] ^ flip;
        }
      } else if (all) {
        for (int i = 0; i < words; i++) {
          into[i] &= a[i] ^ flip;
        }
      } else {
        for (int i = 0; i < words; i++) {
          into[i] |= a[i] ^ flip;
        }
      }
    }
  }

  /** It must not hold. */
  public record Not(int out, Place place, int of) implements Step {
    @Override
    public void run(Work work) {
      Truths a = work.truths[of];
      Truths o = work.truths[out];
      int rows = work.rows(place);
      long[] surely = not(a.possibly, o.ownSurely(rows), rows);
      if (a.exact()) {
        o.exactly(surely);
      } else {
        o.within(surely, not(a.surely, o.ownPossibly(rows), rows), rows);
      }
    }

    private static long[] not(long[] a, long[] into, int rows) {
      for (int i = 0; i < Bits.words(rows); i++) {
        into[i] = ~a[i];
      }
      return into;
    }
  }

  /** Only what is certain. */
  public record Surely(int out, Place place, int of) implements Step {
    @Override
    public void run(Work work) {
      work.truths[out].exactly(work.truths[of].surely);
    }
  }

  /** The same in every row. */
  public record Fixed(int out, Place place, Finding finding) implements Step {
    @Override
    public void run(Work work) {
      Truths o = work.truths[out];
      int rows = work.rows(place);
      long[] surely = o.ownSurely(rows);
      java.util.Arrays.fill(surely, finding == Finding.MET ? -1 : 0);
      o.exactly(surely);
      if (finding == Finding.UNKNOWN) {
        o.possibly = o.ownPossibly(rows); // also for later blocks with other rows
        java.util.Arrays.fill(o.possibly, -1);
      }
    }
  }

  /** One of two; where it is not known which, only what both say. */
  public record Pick(int out, Place place, int condition, int left, int right) implements Step {
    @Override
    public void run(Work work) {
      Truths c = work.truths[condition];
      Truths a = work.truths[left];
      Truths b = work.truths[right];
      Truths o = work.truths[out];
      int rows = work.rows(place);
      long[] surely = o.ownSurely(rows);
      long[] possibly = o.ownPossibly(rows);
      for (int i = 0; i < Bits.words(rows); i++) {
        long open = c.possibly[i] & ~c.surely[i];
        surely[i] =
            c.surely[i] & a.surely[i]
                | ~c.possibly[i] & b.surely[i]
                | open & a.surely[i] & b.surely[i];
        possibly[i] =
            c.surely[i] & a.possibly[i]
                | ~c.possibly[i] & b.possibly[i]
                | open & (a.possibly[i] | b.possibly[i]);
      }
      o.within(surely, possibly, rows);
    }
  }
}

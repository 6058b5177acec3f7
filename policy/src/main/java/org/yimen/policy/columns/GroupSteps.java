package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/** From the rows of a table to the rows they lie in, and back. */
public final class GroupSteps {
  public static final int ALWAYS = -1;

  /** Up to one in so many rows are quicker added one by one than by running sums. */
  private static final int FEW = 4;

  private GroupSteps() {}

  /** Each row takes the number of the row it lies in. */
  public record SpreadNumber(int out, Place place, int of) implements Step {
    @Override
    public void run(Work work) {
      Numbers a = work.numbers[of];
      Numbers o = work.numbers[out];
      Table table = work.block.table(place);
      int rows = table.rows;
      o.low = spread(a.low, table, o.own(Numbers.LOW, rows));
      o.high = a.low == a.high ? o.low : spread(a.high, table, o.own(Numbers.HIGH, rows));
      long[] low = a.lowDen;
      long[] high = a.highDen;
      o.lowDen = low == null ? null : spread(low, table, o.own(Numbers.LOW_DEN, rows));
      o.highDen = o.lowDen;
      if (low != high && high != null) {
        o.highDen = spread(high, table, o.own(Numbers.HIGH_DEN, rows));
      }
      o.bounds(bits(a.below, table, o, false), bits(a.above, table, o, true));
    }

    private static long[] spread(long[] wide, Table table, long[] into) {
      int[] parent = table.parent;
      for (int i = 0; i < table.rows; i++) {
        into[i] = wide[parent[i]];
      }
      return into;
    }

    private static long @Nullable [] bits(
        long @Nullable [] wide, Table table, Numbers o, boolean above) {
      if (wide == null) {
        return null;
      }
      long[] words = above ? o.ownAbove(table.rows) : o.ownBelow(table.rows);
      Bits.spread(wide, table.parent, words, table.rows);
      return words;
    }
  }

  /** Each row takes the finding of the row it lies in. */
  public record SpreadTruth(int out, Place place, int of) implements Step {
    @Override
    public void run(Work work) {
      Truths a = work.truths[of];
      Truths o = work.truths[out];
      Table table = work.block.table(place);
      long[] surely = o.ownSurely(table.rows);
      Bits.spread(a.surely, table.parent, surely, table.rows);
      if (a.exact()) {
        o.exactly(surely);
      } else {
        Bits.spread(a.possibly, table.parent, o.ownPossibly(table.rows), table.rows);
        o.within(surely, o.ownPossibly(table.rows), table.rows);
      }
    }
  }

  /**
   * Sums by the row that rows lie in: those that surely belong with both bounds, those that may
   * with nothing or more.
   *
   * @param belongs a finding a row, or {@link #ALWAYS}
   * @param gap of the wider rows: there may be more; or {@link #ALWAYS}
   */
  public record Total(int out, Place inner, int of, int belongs, int gap) implements Step {
    @Override
    public @Nullable Place place() {
      return null;
    }

    @Override
    public void run(Work work) {
      Numbers a = work.numbers[of];
      Numbers o = work.numbers[out];
      Table table = work.block.table(inner);
      int wide = work.rows(wider(inner));
      long[] gaps = gap == ALWAYS ? null : gaps(work.truths[gap], wide);
      if (table.rows == 0) {
        o.low = work.noughts(wide);
        o.high = o.low;
        o.bounds(null, gaps);
        return;
      }
      Truths in = belongs == ALWAYS ? null : work.truths[belongs];
      boolean exact = a.low == a.high && (in == null || in.exact());
      o.low = o.own(Numbers.LOW, wide);
      o.high = exact ? o.low : o.own(Numbers.HIGH, wide);
      if (exact && in != null && Bits.count(in.surely, table.rows) * FEW <= table.rows) {
        few(a.low, in.surely, table, o.low, wide);
      } else {
        bounds(work, a, in, o);
      }
      o.below = a.below == null ? null : ends(a.below, in, table, o.ownBelow(wide));
      o.above = a.above == null ? null : ends(a.above, in, table, o.ownAbove(wide));
      o.above = either(o.above, gaps, wide);
      o.settle(wide);
    }

    private void bounds(Work work, Numbers a, @Nullable Truths in, Numbers o) {
      Table table = work.block.table(inner);
      int wide = work.rows(wider(inner));
      long[] sums = work.spare(table.rows + 1);
      run(a.low, in, false, sums, table.rows);
      differences(sums, table, o.low, wide);
      if (o.high != o.low) {
        run(a.high, in, true, sums, table.rows);
        differences(sums, table, o.high, wide);
      }
    }

    private static long @Nullable [] either(
        long @Nullable [] above, long @Nullable [] gaps, int wide) {
      if (above == null || gaps == null) {
        return above == null ? gaps : above;
      }
      for (int i = 0; i < Bits.words(wide); i++) {
        above[i] |= gaps[i];
      }
      return above;
    }

    /** Adds one row after the other, where hardly any belongs. */
    private static void few(long[] a, long[] in, Table table, long[] into, int wide) {
      java.util.Arrays.fill(into, 0, wide, 0);
      int[] parent = table.parent;
      for (int word = 0, words = Bits.words(table.rows); word < words; word++) {
        for (long rest = Bits.word(in, word, table.rows); rest != 0; rest &= rest - 1) {
          int row = (word << 6) + Long.numberOfTrailingZeros(rest);
          into[parent[row]] += a[row];
        }
      }
    }

    /** Running sums of one bound. */
    private static void run(long[] a, @Nullable Truths in, boolean high, long[] sums, int rows) {
      sums[0] = 0;
      if (in == null) {
        for (int i = 0; i < rows; i++) {
          sums[i + 1] = sums[i] + a[i];
        }
      } else if (in.exact()) {
        long sum = 0;
        for (int word = 0, i = 0; i < rows; word++) {
          long bits = in.surely[word];
          for (int end = Math.min(rows, i + 64); i < end; bits >>>= 1) {
            sum += a[i++] & -(bits & 1);
            sums[i] = sum;
          }
        }
      } else {
        open(a, in, high, sums, rows);
      }
    }

    private static void open(long[] a, Truths in, boolean high, long[] sums, int rows) {
      for (int i = 0; i < rows; i++) {
        long open = high ? Math.max(a[i], 0) : Math.min(a[i], 0);
        long sure = -(in.surely[i >> 6] >>> i & 1);
        long may = -(in.possibly[i >> 6] >>> i & 1);
        sums[i + 1] = sums[i] + (a[i] & sure | open & may & ~sure);
      }
    }

    private static void differences(long[] sums, Table table, long[] into, int wide) {
      int[] start = table.start;
      long before = sums[start[0]];
      for (int i = 0; i < wide; i++) {
        long until = sums[start[i + 1]];
        into[i] = until - before;
        before = until;
      }
    }

    private static long @Nullable [] ends(long[] bits, @Nullable Truths in, Table t, long[] into) {
      long[] some = bits;
      if (in != null) {
        some = new long[Bits.words(t.rows)];
        for (int i = 0; i < some.length; i++) {
          some[i] = bits[i] & in.possibly[i];
        }
      }
      if (Bits.none(some, t.rows)) {
        return null; // whatever has no end doesn't belong
      }
      Bits.gather(some, t.parent, into, t.rows);
      return into;
    }
  }

  public static Place wider(Place place) {
    Place wider = place.wider();
    if (wider == null) {
      throw new IllegalStateException("nothing wider than " + place);
    }
    return wider;
  }

  /** The rows with a gap, or null where there are none. */
  static long @Nullable [] gaps(Truths gap, int rows) {
    return Bits.none(gap.surely, rows) ? null : gap.surely;
  }

  /** Counts by the row that rows lie in: surely so many, possibly so many. */
  public record Tally(int out, Place inner, int of, int gap) implements Step {
    @Override
    public @Nullable Place place() {
      return null;
    }

    @Override
    public void run(Work work) {
      Truths a = work.truths[of];
      Numbers o = work.numbers[out];
      Table table = work.block.table(inner);
      int wide = work.rows(wider(inner));
      if (table.rows == 0) {
        o.low = work.noughts(wide);
        o.high = o.low;
      } else {
        o.low = count(a.surely, table, o.own(Numbers.LOW, wide), wide);
        o.high = a.exact() ? o.low : count(a.possibly, table, o.own(Numbers.HIGH, wide), wide);
      }
      o.bounds(null, gap == ALWAYS ? null : gaps(work.truths[gap], wide));
    }

    private static long[] count(long[] bits, Table table, long[] into, int wide) {
      java.util.Arrays.fill(into, 0, wide, 0);
      for (int word = 0, words = Bits.words(table.rows); word < words; word++) {
        for (long rest = Bits.word(bits, word, table.rows); rest != 0; rest &= rest - 1) {
          into[table.parent[(word << 6) + Long.numberOfTrailingZeros(rest)]]++;
        }
      }
      return into;
    }
  }

  /** Whether a row is such; open where there may be more rows. */
  public record Any(int out, Place inner, int of, int gap) implements Step {
    @Override
    public @Nullable Place place() {
      return null;
    }

    @Override
    public void run(Work work) {
      Truths a = work.truths[of];
      Truths o = work.truths[out];
      Table table = work.block.table(inner);
      int wide = work.rows(wider(inner));
      long[] surely = o.ownSurely(wide);
      Bits.clear(surely, wide);
      Bits.gather(a.surely, table.parent, surely, table.rows);
      long[] gaps = gap == ALWAYS ? null : gaps(work.truths[gap], wide);
      if (a.exact() && gaps == null) {
        o.exactly(surely);
        return;
      }
      long[] possibly = o.ownPossibly(wide);
      Bits.clear(possibly, wide);
      Bits.gather(a.possibly, table.parent, possibly, table.rows);
      for (int i = 0; gaps != null && i < Bits.words(wide); i++) {
        possibly[i] |= gaps[i];
      }
      o.within(surely, possibly, wide);
    }
  }
}

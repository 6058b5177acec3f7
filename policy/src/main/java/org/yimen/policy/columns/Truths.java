package org.yimen.policy.columns;

/** A three-valued column: bits of rows where it is met, and of rows where it may be. */
public final class Truths {
  public long[] surely = {};

  /** The same array as {@link #surely} where nothing is open. */
  public long[] possibly = {};

  private long[] a = {};
  private long[] b = {};

  long[] ownSurely(int rows) {
    int words = Bits.words(rows);
    if (a.length < words) {
      a = new long[words + 4];
    }
    return a;
  }

  long[] ownPossibly(int rows) {
    int words = Bits.words(rows);
    if (b.length < words) {
      b = new long[words + 4];
    }
    return b;
  }

  /** Own words for both bounds, no row met yet. */
  void clear(int rows) {
    surely = ownSurely(rows);
    possibly = ownPossibly(rows);
    Bits.clear(surely, rows);
    Bits.clear(possibly, rows);
  }

  boolean exact() {
    return surely == possibly;
  }

  void exactly(long[] words) {
    surely = words;
    possibly = words;
  }

  /** Where no row is open after all, what follows is spared the second bound. */
  void within(long[] least, long[] most, int rows) {
    surely = least;
    possibly = Bits.same(least, most, rows) ? least : most;
  }
}

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

  boolean exact() {
    return surely == possibly;
  }

  void exactly(long[] words) {
    surely = words;
    possibly = words;
  }

  void within(long[] least, long[] most) {
    surely = least;
    possibly = most;
  }
}

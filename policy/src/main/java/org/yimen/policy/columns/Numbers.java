package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/**
 * A column of numbers within bounds: whole numerators over a scale that the plan knows, and where
 * they were divided by something that differs from row to row, over a denominator. Exact columns
 * have the same array for both bounds.
 */
final class Numbers {
  static final int LOW = 0;
  static final int HIGH = 1;
  static final int LOW_DEN = 2;
  static final int HIGH_DEN = 3;
  private static final int BELOW = 4;
  private static final int ABOVE = 5;

  long[] low = {};
  long[] high = {};

  /** Null: one. */
  long @Nullable [] lowDen;

  long @Nullable [] highDen;

  /** Bits of rows without a lower bound; null: none. What stands there as numerator is idle. */
  long @Nullable [] below;

  long @Nullable [] above;

  private final long[][] own = new long[6][0];

  /** This column's own memory for a part of it. */
  long[] own(int part, int rows) {
    long[] known = own[part];
    if (known.length >= rows) {
      return known;
    }
    own[part] = new long[Math.max(16, rows + rows / 4)];
    return own[part];
  }

  boolean exact() {
    return low == high && lowDen == highDen;
  }

  boolean bounded() {
    return below == null && above == null;
  }

  /** Where no row's bounds differ after all, what follows is spared the second bound. */
  void settle(int rows) {
    if (!exact() && alike(low, high, rows) && alike(lowDen, highDen, rows)) {
      high = low;
      highDen = lowDen;
    }
  }

  private static boolean alike(long @Nullable [] a, long @Nullable [] b, int rows) {
    return a == b || a != null && b != null && java.util.Arrays.equals(a, 0, rows, b, 0, rows);
  }

  /** The same rows as another column. */
  void same(Numbers other) {
    low = other.low;
    high = other.high;
    lowDen = other.lowDen;
    highDen = other.highDen;
    below = other.below;
    above = other.above;
  }

  void bounds(long @Nullable [] below, long @Nullable [] above) {
    this.below = below;
    this.above = above;
  }

  /** Own words for endless rows, all clear. */
  long[] ownBelow(int rows) {
    return cleared(BELOW, rows);
  }

  long[] ownAbove(int rows) {
    return cleared(ABOVE, rows);
  }

  private long[] cleared(int part, int rows) {
    long[] words = own(part, Bits.words(rows));
    java.util.Arrays.fill(words, 0, Bits.words(rows), 0);
    return words;
  }
}

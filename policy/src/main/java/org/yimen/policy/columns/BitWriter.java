package org.yimen.policy.columns;

import java.util.Arrays;

/** Writes numbers of a few bits each, one behind the other. */
final class BitWriter {
  private long[] words = new long[64];
  private long at;

  /** The lowest bits of a number, 0 to 64 of them. */
  void put(long value, int width) {
    int word = (int) (at >>> 6);
    int shift = (int) at & 63;
    if (word + 2 > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    long own = width == 64 ? value : value & (1L << width) - 1;
    words[word] |= own << shift;
    if (shift + width > 64) {
      words[word + 1] |= own >>> 64 - shift;
    }
    at += width;
  }

  void flag(boolean value) {
    put(value ? 1 : 0, 1);
  }

  /** A number with how many bits it has, so that small ones take few. */
  void number(long value) {
    long size = value << 1 ^ value >> 63;
    int width = 64 - Long.numberOfLeadingZeros(size);
    put(width, 7);
    put(size, width);
  }

  /** A column of numbers; one that is the same in every row takes no bits for its rows. */
  void column(long[] values, int rows) {
    if (rows == 0) {
      return;
    }
    Values all = Values.of(values, rows);
    flag(all.bottom);
    flag(all.top);
    number(all.least);
    number(all.step);
    int width = all.width();
    put(width, 7);
    for (int i = 0; width > 0 && i < rows; i++) {
      put(all.code(values[i]), width);
    }
  }

  /** What was written, and a word more for readers that look ahead. */
  long[] words() {
    return Arrays.copyOf(words, (int) (at + 63 >>> 6) + 1);
  }

  /**
   * What a column's numbers have in common.
   *
   * @param bottom some row is {@code Long.MIN_VALUE}, which stands for nothing told
   * @param top some row is {@code Long.MAX_VALUE}, which stands for no end
   * @param steps how many steps lie between the least and the largest of the others; -1: no others
   */
  private record Values(boolean bottom, boolean top, long least, long step, long steps) {

    static Values of(long[] values, int rows) {
      boolean bottom = false;
      boolean top = false;
      long least = Long.MAX_VALUE;
      long most = Long.MIN_VALUE;
      for (int i = 0; i < rows; i++) {
        bottom |= values[i] == Long.MIN_VALUE;
        top |= values[i] == Long.MAX_VALUE;
        if (isPlain(values[i])) {
          least = Math.min(least, values[i]);
          most = Math.max(most, values[i]);
        }
      }
      if (least > most) {
        return new Values(bottom, top, 0, 1, -1);
      }
      long step = step(values, rows, least);
      return new Values(bottom, top, least, step, Math.subtractExact(most, least) / step);
    }

    private static boolean isPlain(long value) {
      return value != Long.MIN_VALUE && value != Long.MAX_VALUE;
    }

    /** The largest of which all are multiples above the least: 100 where all are whole yuan. */
    private static long step(long[] values, int rows, long least) {
      long step = 0;
      for (int i = 0; i < rows && step != 1; i++) {
        long rest = isPlain(values[i]) ? values[i] - least : 0;
        while (rest != 0) {
          long next = step % rest;
          step = rest;
          rest = next;
        }
      }
      return Math.max(1, step);
    }

    private int special() {
      return (bottom ? 1 : 0) + (top ? 1 : 0);
    }

    int width() {
      return 64 - Long.numberOfLeadingZeros(special() + steps);
    }

    /** Nothing told, no end, then the steps. */
    long code(long value) {
      if (isPlain(value)) {
        return special() + (value - least) / step;
      }
      return value == Long.MIN_VALUE ? 0 : special() - 1L;
    }
  }
}

package org.yimen.policy.columns;

import java.util.Arrays;

/** Reads what a {@link BitWriter} wrote, in the same order. */
final class BitReader {
  private final long[] words;
  private long at;

  BitReader(long[] words) {
    this.words = words;
  }

  long get(int width) {
    if (width == 0) {
      return 0;
    }
    long value = code(at, -1L >>> 64 - width);
    at += width;
    return value;
  }

  private long code(long bit, long mask) {
    int word = (int) (bit >>> 6);
    int shift = (int) bit & 63;
    return (words[word] >>> shift | words[word + 1] << 1 << 63 - shift) & mask;
  }

  boolean flag() {
    return get(1) != 0;
  }

  long number() {
    long size = get((int) get(7));
    return size >>> 1 ^ -(size & 1);
  }

  void column(long[] into, int rows) {
    if (rows == 0) {
      return;
    }
    boolean bottom = flag();
    boolean top = flag();
    long least = number();
    long step = number();
    int width = (int) get(7);
    if (bottom || top) {
      special(bottom, top, into, rows, new Steps(least, step, width));
    } else if (width == 0) {
      Arrays.fill(into, 0, rows, least);
    } else {
      long mask = -1L >>> 64 - width;
      for (int i = 0; i < rows; i++, at += width) {
        into[i] = least + step * code(at, mask);
      }
    }
  }

  private record Steps(long least, long step, int width) {}

  /** Where some rows are no numbers. */
  private void special(boolean bottom, boolean top, long[] into, int rows, Steps steps) {
    int special = (bottom ? 1 : 0) + (top ? 1 : 0);
    for (int i = 0; i < rows; i++) {
      long code = get(steps.width);
      if (code >= special) {
        into[i] = steps.least + steps.step * (code - special);
      } else {
        into[i] = bottom && code == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
    }
  }
}

package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/** A bit a row, 64 rows a word. */
public final class Bits {

  private Bits() {}

  public static int words(int rows) {
    return (rows + 63) >> 6;
  }

  public static boolean at(long @Nullable [] words, int row) {
    return words != null && (words[row >> 6] >>> row & 1) != 0;
  }

  static void set(long[] words, int row) {
    words[row >> 6] |= 1L << row;
  }

  /** So many bits, at most 32, from that row on. */
  static int some(long[] words, int from, int count) {
    int word = from >> 6;
    long bits = words[word] >>> from;
    if ((from & 63) + count > 64) {
      bits |= words[word + 1] << -from;
    }
    return (int) (bits & (1L << count) - 1);
  }

  /** Puts so many bits; the words are clear there. */
  static void put(long[] words, int from, int count, int bits) {
    int word = from >> 6;
    long all = bits & (1L << count) - 1;
    words[word] |= all << from;
    if ((from & 63) + count > 64) {
      words[word + 1] |= all >>> -from;
    }
  }

  /** Bits beyond the last row may be anything; this leaves the rows' own. */
  private static long own(int word, int rows) {
    return word == words(rows) - 1 && (rows & 63) != 0 ? (1L << rows) - 1 : -1;
  }

  static boolean none(long[] words, int rows) {
    long any = 0;
    for (int i = 0; i < words(rows); i++) {
      any |= words[i] & own(i, rows);
    }
    return any == 0;
  }

  static boolean all(long[] words, int rows) {
    long missing = 0;
    for (int i = 0; i < words(rows); i++) {
      missing |= ~words[i] & own(i, rows);
    }
    return missing == 0;
  }

  /** Whether two columns of bits say the same of every row. */
  static boolean same(long[] a, long[] b, int rows) {
    long different = 0;
    for (int i = 0; i < words(rows); i++) {
      different |= (a[i] ^ b[i]) & own(i, rows);
    }
    return different == 0;
  }

  static void clear(long[] words, int rows) {
    fill(words, false, rows);
  }

  static void fill(long[] words, boolean met, int rows) {
    java.util.Arrays.fill(words, 0, words(rows), met ? -1 : 0);
  }

  /** Bits of rows in which the first is smaller; differences are proved to fit. */
  static void less(long[] a, long[] b, long[] into, int rows) {
    for (int word = 0, i = 0; i < rows; word++) {
      int end = Math.min(rows, i + 64);
      long bits = 0;
      for (int shift = 0; i < end; i++, shift++) {
        bits |= a[i] - b[i] >>> 63 << shift;
      }
      into[word] = bits;
    }
  }

  /** Bits of rows in which both are the same. */
  static void same(long[] a, long[] b, long[] into, int rows) {
    for (int word = 0, i = 0; i < rows; word++) {
      int end = Math.min(rows, i + 64);
      long bits = 0;
      for (int shift = 0; i < end; i++, shift++) {
        bits |= (a[i] == b[i] ? 1L : 0L) << shift;
      }
      into[word] = bits;
    }
  }

  /** Bits of rows whose code is in the mask; code -1 is bit 63. */
  static void coded(byte[] codes, long mask, long[] into, int rows) {
    for (int word = 0, i = 0; i < rows; word++) {
      int end = Math.min(rows, i + 64);
      long bits = 0;
      for (int shift = 0; i < end; i++, shift++) {
        bits |= (mask >>> codes[i] & 1) << shift;
      }
      into[word] = bits;
    }
  }

  /** Bits of rows in which that bit of the number is one. */
  static void bit(long[] numbers, int bit, long[] into, int rows) {
    for (int word = 0, i = 0; i < rows; word++) {
      int end = Math.min(rows, i + 64);
      long bits = 0;
      for (int shift = 0; i < end; i++, shift++) {
        bits |= (numbers[i] >>> bit & 1) << shift;
      }
      into[word] = bits;
    }
  }

  /** Each row takes the bit of the row it lies in. */
  static void spread(long[] wide, int[] parent, long[] into, int rows) {
    for (int word = 0, i = 0; i < rows; word++) {
      int end = Math.min(rows, i + 64);
      long bits = 0;
      for (int shift = 0; i < end; i++, shift++) {
        int p = parent[i];
        bits |= (wide[p >> 6] >>> p & 1) << shift;
      }
      into[word] = bits;
    }
  }

  /** Sets the bit of each row in which a row with a bit lies. */
  static void gather(long[] narrow, int[] parent, long[] into, int rows) {
    int words = words(rows);
    for (int word = 0; word < words; word++) {
      long bits = narrow[word];
      if (word == words - 1 && (rows & 63) != 0) {
        bits &= (1L << rows) - 1;
      }
      while (bits != 0) {
        int p = parent[(word << 6) + Long.numberOfTrailingZeros(bits)];
        into[p >> 6] |= 1L << p;
        bits &= bits - 1;
      }
    }
  }
}

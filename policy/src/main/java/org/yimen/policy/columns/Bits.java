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

  /** The rows' own bits of a word. */
  static long word(long[] words, int word, int rows) {
    return words[word] & own(word, rows);
  }

  /** How many rows have their bit. */
  static int count(long[] words, int rows) {
    int count = 0;
    for (int i = 0; i < words(rows); i++) {
      count += Long.bitCount(word(words, i, rows));
    }
    return count;
  }

  static boolean none(long[] words, int rows) {
    long any = 0;
    for (int i = 0; i < words(rows); i++) {
      any |= word(words, i, rows);
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

  /**
   * Bits of rows in which the first is smaller; differences are proved to fit.
   *
   * @param spare room for so many rows
   */
  static void less(long[] a, long[] b, long[] spare, long[] into, int rows) {
    for (int i = 0; i < rows; i++) {
      spare[i] = a[i] - b[i] >>> 63;
    }
    pack(spare, into, rows);
  }

  /** Bits of rows in which both are the same. */
  static void same(long[] a, long[] b, long[] spare, long[] into, int rows) {
    for (int i = 0; i < rows; i++) {
      long difference = a[i] - b[i];
      spare[i] = (difference | -difference) >>> 63 ^ 1;
    }
    pack(spare, into, rows);
  }

  /** Bits of rows in which that bit of the number is one. */
  static void bit(long[] numbers, int bit, long[] spare, long[] into, int rows) {
    for (int i = 0; i < rows; i++) {
      spare[i] = numbers[i] >>> bit & 1;
    }
    pack(spare, into, rows);
  }

  /**
   * Bits of rows with a one, the others have nought: by themselves, loops before it are vectors.
   */
  static void pack(long[] ones, long[] into, int rows) {
    for (int word = 0, i = 0; i < rows; word++) {
      int end = Math.min(rows, i + 64);
      long bits = 0;
      int shift = 0;
      for (; i + 3 < end; i += 4, shift += 4) {
        bits |= (ones[i] | ones[i + 1] << 1 | ones[i + 2] << 2 | ones[i + 3] << 3) << shift;
      }
      for (; i < end; i++, shift++) {
        bits |= ones[i] << shift;
      }
      into[word] = bits;
    }
  }

  /** Bits of rows whose code is in the mask; code -1 is bit 63. */
  static void coded(byte[] codes, long mask, long[] into, int rows) {
    for (int word = 0, i = 0; i < rows; word++) {
      int end = Math.min(rows, i + 64);
      long bits = 0;
      int shift = 0;
      for (; i + 7 < end; i += 8, shift += 8) {
        bits |= eightCoded(codes, mask, i) << shift;
      }
      for (; i < end; i++, shift++) {
        bits |= (mask >>> codes[i] & 1) << shift;
      }
      into[word] = bits;
    }
  }

  private static long eightCoded(byte[] codes, long mask, int i) {
    long few =
        mask >>> codes[i] & 1
            | (mask >>> codes[i + 1] & 1) << 1
            | (mask >>> codes[i + 2] & 1) << 2
            | (mask >>> codes[i + 3] & 1) << 3;
    long rest =
        mask >>> codes[i + 4] & 1
            | (mask >>> codes[i + 5] & 1) << 1
            | (mask >>> codes[i + 6] & 1) << 2
            | (mask >>> codes[i + 7] & 1) << 3;
    return few | rest << 4;
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
    for (int word = 0, words = words(rows); word < words; word++) {
      for (long bits = word(narrow, word, rows); bits != 0; bits &= bits - 1) {
        int p = parent[(word << 6) + Long.numberOfTrailingZeros(bits)];
        into[p >> 6] |= 1L << p;
      }
    }
  }
}

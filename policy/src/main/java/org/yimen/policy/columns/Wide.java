package org.yimen.policy.columns;

/** Comparing products of 128 bits, so that nothing is divided. */
final class Wide {

  private Wide() {}

  /** Whether all products of the rows lie within 62 bits, so that differences fit in 64. */
  static boolean narrow(long[] a, long[] b, int rows) {
    return bits(a, rows) + bits(b, rows) <= 62;
  }

  /** How many bits the largest of the rows needs, without its sign. */
  private static int bits(long[] a, int rows) {
    long any = 0;
    for (int i = 0; i < rows; i++) {
      any |= a[i];
    }
    if (any < 0) {
      any = 0;
      for (int i = 0; i < rows; i++) {
        any |= a[i] ^ a[i] >> 63;
      }
    }
    return 64 - Long.numberOfLeadingZeros(any);
  }

  /** Whether the first product is smaller than the second. */
  static boolean less(long a, long b, long c, long d) {
    return sign(a, b, c, d) != 0;
  }

  /** 1 where the first product is smaller than the second, else 0; without branches. */
  static long sign(long a, long b, long c, long d) {
    long left = a * b;
    long right = c * d;
    // whether the lower halves borrow from the upper ones
    long borrow = (~left & right | (~left | right) & left - right) >>> 63;
    return Math.multiplyHigh(a, b) - Math.multiplyHigh(c, d) - borrow >>> 63;
  }
}

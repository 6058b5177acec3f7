package org.yimen.policy.columns;

/** Comparing products of 128 bits, so that nothing is divided. */
final class Wide {

  private Wide() {}

  /** Whether the first product is smaller than the second. */
  static boolean less(long a, long b, long c, long d) {
    long left = Math.multiplyHigh(a, b);
    long right = Math.multiplyHigh(c, d);
    return left < right || left == right && Long.compareUnsigned(a * b, c * d) < 0;
  }
}

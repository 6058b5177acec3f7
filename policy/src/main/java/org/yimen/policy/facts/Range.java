package org.yimen.policy.facts;

/**
 * What is known of an amount: it lies between low and high, both included. In fen where money is
 * meant, in whole months where time is meant.
 *
 * @param low smallest possible value, never negative except for a business loss
 * @param high largest possible value, {@link #OPEN} where nothing limits it
 */
public record Range(long low, long high) {
  public static final long OPEN = Long.MAX_VALUE;
  public static final Range ZERO = new Range(0, 0);

  /** Any amount from nothing upwards: what {@code unknown} means in a case file. */
  public static final Range ANY = new Range(0, OPEN);

  public Range {
    if (low > high) {
      throw new IllegalArgumentException("low above high: " + low + " > " + high);
    }
  }

  public static Range exactly(long value) {
    return new Range(value, value);
  }

  public static Range atLeast(long low) {
    return new Range(low, OPEN);
  }

  public static Range between(long low, long high) {
    return new Range(low, high);
  }

  /** A whole number of yuan, as fen. */
  public static Range yuan(long value) {
    return exactly(Math.multiplyExact(value, 100));
  }

  public boolean isExact() {
    return low == high;
  }

  public boolean contains(long value) {
    return low <= value && value <= high;
  }
}

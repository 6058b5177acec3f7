package org.yimen.registry;

import org.jspecify.annotations.Nullable;

/** A citizen number as lists and pages show it: county and last four digits, the rest as stars. */
public final class MaskedNumber {

  private static final int COUNTY = 6;
  private static final int TAIL = 4;

  private MaskedNumber() {}

  /**
   * {@code 650199********1234}; of anything shorter than 15 characters only the last two remain.
   */
  public static @Nullable String of(@Nullable String number) {
    if (number == null || number.isEmpty()) {
      return null;
    }
    boolean whole = number.length() >= 15;
    int head = whole ? COUNTY : 0;
    int tail = whole ? TAIL : Math.min(2, number.length() / 2);
    int hidden = number.length() - head - tail;
    return number.substring(0, head) + "*".repeat(hidden) + number.substring(head + hidden);
  }
}

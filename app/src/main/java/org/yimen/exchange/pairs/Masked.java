package org.yimen.exchange.pairs;

import org.jspecify.annotations.Nullable;

/** Hides the middle of a number, but never what tells two numbers apart. */
final class Masked {

  private static final int HEAD = 6;
  private static final int TAIL = 4;
  private static final int SHORT = 12;

  private Masked() {}

  /** A number that nothing is compared with. */
  static @Nullable String alone(@Nullable String number) {
    return number == null ? null : against(number, number);
  }

  /** Where both have as many characters, those of the middle that differ are shown. */
  static String against(String number, String other) {
    int head = number.length() < SHORT ? 3 : HEAD;
    StringBuilder shown = new StringBuilder(number);
    for (int i = head; i < number.length() - TAIL; i++) {
      boolean differs = number.length() == other.length() && number.charAt(i) != other.charAt(i);
      if (!differs) {
        shown.setCharAt(i, '*');
      }
    }
    return shown.toString();
  }
}

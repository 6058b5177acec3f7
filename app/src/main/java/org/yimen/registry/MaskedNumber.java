package org.yimen.registry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A citizen number as lists and pages show it: county and last four digits, the rest as stars. */
public final class MaskedNumber {

  private static final int COUNTY = 6;
  private static final int TAIL = 4;

  /** Citizen numbers and bank accounts, also with blanks in them, and damaged ones. */
  private static final Pattern LONG = Pattern.compile("\\p{Nd}(?: ?\\p{Nd}){11,}[ ]?[Xx]?");

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

  /** The text with every number in it masked that is as long as a citizen number or an account. */
  public static String within(String text) {
    return LONG.matcher(text).replaceAll(found -> String.valueOf(of(found.group())));
  }
}

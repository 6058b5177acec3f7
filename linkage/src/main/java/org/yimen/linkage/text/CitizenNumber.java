package org.yimen.linkage.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A citizen number (GB 11643) made out of what was typed.
 *
 * @param text the digits kept, upper case {@code X}; 18 characters where the number could be made
 *     whole
 * @param kind how much it can be trusted
 * @param birth the date it says, null where it says none or an impossible one
 * @param sex the sex it says, null where its 17th digit is not known
 */
public record CitizenNumber(String text, Kind kind, @Nullable BirthDate birth, @Nullable Sex sex) {

  /** How much a number can be trusted. */
  public enum Kind {
    /** 18 characters, a possible date, a right check character. */
    VALID,
    /** 15 digits of the old form, made 18. */
    REPAIRED_15,
    /** The 18 characters a 20-character disability number begins with; right. */
    DISABILITY_20,
    /** 18 characters, but the check character is wrong. */
    CHECK_FAILED,
    /** Digits are lost, blank or impossible; what is left is still a trace. */
    DAMAGED,
    /** A filler such as 999999…; says nothing for certain. */
    PLACEHOLDER,
    /** Nothing was written. */
    MISSING
  }

  /** Digits of a number of the first generation, without check character. */
  public static final int OLD_LENGTH = 15;

  private static final int[] FACTOR = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  /** Reads a number as written: full-width digits, blanks, quotation marks, x, ×, * for X. */
  public static CitizenNumber normalise(@Nullable String raw) {
    String written = raw == null ? "" : clean(raw);
    if (written.isEmpty()) {
      return new CitizenNumber("", Kind.MISSING, null, null);
    }
    if (written.indexOf('E') > 0) {
      return new CitizenNumber(leadingDigits(written), Kind.DAMAGED, null, null);
    }
    String text = keepDigits(written);
    return switch (text.length()) {
      case 0 -> new CitizenNumber("", Kind.MISSING, null, null);
      case 15 -> fromFifteen(text);
      case 18 -> fromEighteen(text, Kind.VALID);
      case 19 -> withoutSuffix(text);
      case 20 -> fromTwenty(text);
      default -> new CitizenNumber(text, fillerOr(text, Kind.DAMAGED), null, null);
    };
  }

  /** True where the number stands whole and its check character is right. */
  public boolean whole() {
    return kind == Kind.VALID || kind == Kind.DISABILITY_20 || kind == Kind.REPAIRED_15;
  }

  /** A whole number, as it was given out, in one long; 0 where it isn't one. */
  public long packed() {
    if (kind != Kind.VALID && kind != Kind.DISABILITY_20) {
      return 0;
    }
    return Long.parseLong(text, 0, 17, 10);
  }

  /** The check character that belongs after 17 digits. */
  public static char checkCharacter(CharSequence seventeen) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (seventeen.charAt(i) - '0') * FACTOR[i];
    }
    return CHECK.charAt(sum % 11);
  }

  private static CitizenNumber fromEighteen(String text, Kind kind) {
    if (filler(text)) {
      return new CitizenNumber(text, Kind.PLACEHOLDER, birthIn(text), sexIn(text));
    }
    BirthDate birth = birthIn(text);
    if (text.lastIndexOf('X', 16) >= 0 || birth == null) {
      return new CitizenNumber(text, Kind.DAMAGED, birth, null);
    }
    boolean right = checkCharacter(text) == text.charAt(17);
    if (!right && text.endsWith("000")) {
      return new CitizenNumber(text, Kind.DAMAGED, birth, null);
    }
    return new CitizenNumber(text, right ? kind : Kind.CHECK_FAILED, birth, sexIn(text));
  }

  /** A disability number that lost one digit: its last two are category and level. */
  private static CitizenNumber withoutSuffix(String text) {
    String kept = disabilitySuffix(text, 17) ? text.substring(0, 17) : text;
    return new CitizenNumber(kept, fillerOr(kept, Kind.DAMAGED), null, null);
  }

  private static boolean disabilitySuffix(String text, int at) {
    char category = text.charAt(at);
    char level = text.charAt(at + 1);
    return category >= '1' && category <= '7' && level >= '1' && level <= '4';
  }

  private static CitizenNumber fromTwenty(String text) {
    if (text.endsWith("00000")) {
      return fromEighteen(text.substring(0, 18), Kind.DAMAGED);
    }
    String first = text.substring(0, 18);
    CitizenNumber inside = fromEighteen(first, Kind.DISABILITY_20);
    return disabilitySuffix(text, 18) || inside.kind == Kind.DISABILITY_20
        ? inside
        : new CitizenNumber(text, fillerOr(text, Kind.DAMAGED), null, null);
  }

  private static CitizenNumber fromFifteen(String text) {
    if (text.indexOf('X') >= 0 || filler(text)) {
      return new CitizenNumber(text, fillerOr(text, Kind.DAMAGED), null, null);
    }
    String seventeen = text.substring(0, 6) + "19" + text.substring(6);
    String whole = seventeen + checkCharacter(seventeen);
    BirthDate birth = birthIn(whole);
    return birth == null
        ? new CitizenNumber(text, Kind.DAMAGED, null, null)
        : new CitizenNumber(whole, Kind.REPAIRED_15, birth, sexIn(whole));
  }

  private static Kind fillerOr(String text, Kind otherwise) {
    return filler(text) ? Kind.PLACEHOLDER : otherwise;
  }

  private static boolean filler(String text) {
    if (text.startsWith("999999") || text.startsWith("000000") || text.startsWith("111111")) {
      return true;
    }
    return text.startsWith("123456") || text.chars().distinct().count() == 1;
  }

  private static @Nullable BirthDate birthIn(String text) {
    try {
      int year = Integer.parseInt(text, 6, 10, 10);
      int month = Integer.parseInt(text, 10, 12, 10);
      int day = Integer.parseInt(text, 12, 14, 10);
      return year < 1880 || year > 2100 ? null : BirthDate.of(LocalDate.of(year, month, day));
    } catch (NumberFormatException | DateTimeException impossible) {
      return null;
    }
  }

  private static @Nullable Sex sexIn(String text) {
    char digit = text.charAt(16);
    return digit == 'X' ? null : (digit - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  private static String clean(String raw) {
    StringBuilder kept = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = narrow(raw.charAt(i));
      if (c >= '0' && c <= '9' || c == 'X' || c == 'E' || c == '.' || c == '+') {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static char narrow(char c) {
    char plain = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    return switch (plain) {
      case 'x', '*', '\u00D7', '\u2715', '\u2716', '\u0445', '\u0425' -> 'X';
      case 'e' -> 'E';
      default -> plain;
    };
  }

  /** At most 14: spreadsheets round the 15th, and 15 would be read again as an old number. */
  private static String leadingDigits(String scientific) {
    String digits = keepDigits(scientific.substring(0, scientific.indexOf('E')));
    return digits.substring(0, Math.min(digits.length(), OLD_LENGTH - 1));
  }

  private static String keepDigits(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && c != '+' && c != 'E') {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}

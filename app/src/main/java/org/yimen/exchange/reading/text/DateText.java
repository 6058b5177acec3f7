package org.yimen.exchange.reading.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as bureaus write it: {@code 2025-07-01}, {@code 2025/7/1}, {@code 2025.07.01}, {@code
 * 2025年7月1日}, {@code 20250701}, {@code 2025.7}, a spreadsheet's serial number; the day or the month
 * may be missing.
 *
 * @param first first day it can mean
 * @param iso as precise as written
 */
public record DateText(LocalDate first, String iso) {
  private static final Pattern PARTED =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})(?:[-/.月](?:(\\d{1,2})日?)?)?(?:[ T].*)?");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(?:(\\d{2})(?:\\d{6})?)?");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");
  private static final Pattern ONE_DECIMAL = Pattern.compile("\\d{4}\\.1");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  /**
   * Reads a date.
   *
   * @param number the cell is a number, in which {@code 2025.1} may be a cut {@code 2025.10}
   * @return null when it is none, or could be two
   */
  public static @Nullable DateText read(String written, boolean number) {
    String text = Texts.trim(Texts.narrow(written));
    if (number && ONE_DECIMAL.matcher(text).matches()) {
      return null;
    }
    try {
      Matcher serial = SERIAL.matcher(text);
      if (serial.matches()) {
        LocalDate day = SERIAL_ZERO.plusDays(Integer.parseInt(serial.group(1)));
        return new DateText(day, day.toString());
      }
      Matcher year = YEAR.matcher(text);
      if (year.matches()) {
        return of(year.group(1), null, null);
      }
      Matcher parts = PARTED.matcher(text);
      if (!parts.matches()) {
        parts = COMPACT.matcher(text);
      }
      return parts.matches() ? of(parts.group(1), parts.group(2), parts.group(3)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable DateText of(String year, @Nullable String month, @Nullable String day) {
    int y = Integer.parseInt(year);
    if (y < 1900 || y > 2100) {
      return null;
    }
    LocalDate first =
        LocalDate.of(
            y,
            month == null ? 1 : Integer.parseInt(month),
            day == null ? 1 : Integer.parseInt(day));
    int precision = month == null ? 4 : day == null ? 7 : 10;
    return new DateText(first, first.toString().substring(0, precision));
  }
}

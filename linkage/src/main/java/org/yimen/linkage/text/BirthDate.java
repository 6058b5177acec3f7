package org.yimen.linkage.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date of birth as far as a file tells it.
 *
 * @param year four digits
 * @param month 1 to 12, null where only the year is known
 * @param day 1 to 31, null where only year and month are known
 */
public record BirthDate(int year, @Nullable Integer month, @Nullable Integer day) {

  /** The date known to the day. */
  public static BirthDate of(LocalDate date) {
    return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** Only the year is known, as from an age. */
  public static BirthDate ofYear(int year) {
    return new BirthDate(year, null, null);
  }

  /** Year, month and day in one number, unknown parts 0. */
  public int packed() {
    return year * 10_000 + (month == null ? 0 : month) * 100 + (day == null ? 0 : day);
  }
}

package org.yimen.demo.dirt;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The seven ways in which the bureaus write a day. */
public enum DateStyle {
  DASH("yyyy-MM-dd"),
  SLASH("yyyy/M/d"),
  DOT("yyyy.MM.dd"),
  COMPACT("yyyyMMdd"),
  HAN("yyyy年M月d日"),
  /** A number of days, as a spreadsheet holds a date whose format was lost. */
  SERIAL(""),
  /** The day is lost. */
  MONTH("yyyy.M");

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private final String pattern;

  DateStyle(String pattern) {
    this.pattern = pattern;
  }

  /** A text, or a whole number for {@link #SERIAL}. */
  public Object write(LocalDate day) {
    return this == SERIAL
        ? (int) ChronoUnit.DAYS.between(DAY_ZERO, day)
        : day.format(DateTimeFormatter.ofPattern(pattern));
  }
}

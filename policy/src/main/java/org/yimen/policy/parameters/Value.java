package org.yimen.policy.parameters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;

/**
 * One dated value of a parameter.
 *
 * @param raw BigDecimal, Boolean, LocalDate, String, a list of strings or a TimeLimit
 * @param number the value as an exact number, or a date's day; nought for other types
 * @param from first day of validity, null: always
 * @param to last day of validity, null: until another follows
 * @param area division code whose people it concerns; empty: the nation
 * @param basis document and article, {@code case} where a case file says it
 */
public record Value(
    Object raw,
    Interval number,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String area,
    String basis) {

  public static Value of(
      Object raw, @Nullable LocalDate from, @Nullable LocalDate to, String area, String basis) {
    Interval number =
        raw instanceof BigDecimal decimal
            ? Interval.exactly(Fraction.of(decimal))
            : raw instanceof LocalDate day ? Interval.exactly(day.toEpochDay()) : Interval.ZERO;
    return new Value(raw, number, from, to, area, basis);
  }

  boolean holds(LocalDate date, String place) {
    return place.startsWith(area)
        && (from == null || !date.isBefore(from))
        && (to == null || !date.isAfter(to));
  }

  /** Whether this one goes before another that holds as well; the later read wins a tie. */
  boolean before(Value other) {
    if (area.length() != other.area.length()) {
      return area.length() > other.area.length();
    }
    if (from == null || other.from == null) {
      return from != null || other.from == null;
    }
    return !from.isBefore(other.from);
  }

  /** As people read it: {@code 是}, {@code 自受理次日起15个工作日}, {@code a、b}. */
  public String text() {
    if (raw instanceof TimeLimit limit) {
      return limit.text();
    }
    if (raw instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }
    return raw instanceof Boolean truth ? truth ? "是" : "否" : raw.toString();
  }

  public boolean isTrue() {
    return Boolean.TRUE.equals(raw);
  }

  /** Whether a list holds that code. */
  public boolean holdsCode(String code) {
    return raw instanceof List<?> list && list.contains(code);
  }
}

package org.yimen.policy.clocks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.TimeLimit;
import org.yimen.policy.parameters.Value;

/** Says until when a step has to be done. Safe for use by many threads. */
public final class Clocks {
  private static final int MOST_YEARS = 20;

  private final Parameters parameters;
  private final WorkCalendar calendar;

  public Clocks(Parameters parameters, WorkCalendar calendar) {
    this.parameters = parameters;
    this.calendar = calendar;
  }

  public WorkCalendar calendar() {
    return calendar;
  }

  /** A limit as it holds. */
  private record Held(Parameter parameter, Value value, TimeLimit limit) {}

  /**
   * The last day of a limit, by the law that held on the day from which it runs.
   *
   * @param limit id of a parameter of type limit, such as {@code deadline.dibao}
   * @param area division code
   * @throws IllegalArgumentException where no such limit holds there on that day
   */
  public Deadline due(String limit, Course course, String area) {
    Held held = held(limit, course, area);
    List<Course.Pause> pauses =
        course.pauses().stream()
            .filter(pause -> held.limit.pausedDuring().contains(pause.what()))
            .toList();
    LocalDate due = last(held.limit, course.start(), pauses, area);
    return new Deadline(
        held.parameter.id(),
        held.parameter.name(),
        due,
        due != null
            && held.limit.unit() == TimeLimit.Unit.WORKING
            && !calendar.covers(course.start(), due),
        held.value.basis());
  }

  /** How long a limit is as it holds on a day; null where none of this very id does. */
  public @Nullable TimeLimit limit(String id, LocalDate day, String area) {
    @Nullable Value[] values = parameters.on(day, area);
    for (Parameter parameter : parameters.all()) {
      Value value = values[parameter.index()];
      if (parameter.id().equals(id) && value != null && value.raw() instanceof TimeLimit limit) {
        return limit;
      }
    }
    return null;
  }

  private Held held(String id, Course course, String area) {
    @Nullable Value[] values = parameters.on(course.start(), area);
    Held found = null;
    for (Parameter parameter : parameters.all()) {
      Value value = values[parameter.index()];
      if (value == null || !(value.raw() instanceof TimeLimit limit)) {
        continue;
      }
      boolean stands =
          id.equals(limit.variantOf()) && course.circumstances().contains(limit.when());
      if (stands || parameter.id().equals(id) && found == null) {
        found = stands(found, new Held(parameter, value, limit));
      }
    }
    if (found == null) {
      throw new IllegalArgumentException(course.start() + "在 " + area + " 没有时限“" + id + "”");
    }
    return found;
  }

  /** Of several variants that hold, the longest does. */
  private static Held stands(@Nullable Held before, Held now) {
    if (before == null || before.limit.variantOf() == null) {
      return now;
    }
    return now.limit.amount() > before.limit.amount() ? now : before;
  }

  private @Nullable LocalDate last(
      TimeLimit limit, LocalDate start, List<Course.Pause> pauses, String area) {
    if (limit.unit() == TimeLimit.Unit.MONTHS) {
      LocalDate plain = start.plusMonths(limit.amount());
      return count((int) ChronoUnit.DAYS.between(start, plain), start, pauses, null);
    }
    return count(
        limit.amount(), start, pauses, limit.unit() == TimeLimit.Unit.WORKING ? area : null);
  }

  /**
   * @param area whose working days are counted, null: every day is
   */
  private @Nullable LocalDate count(
      int days, LocalDate start, List<Course.Pause> pauses, @Nullable String area) {
    LocalDate day = start;
    LocalDate end = start.plusYears(MOST_YEARS);
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (day.isAfter(end)) {
        return null;
      }
      LocalDate now = day;
      boolean worked = area == null || calendar.isWorked(now, area);
      if (worked && pauses.stream().noneMatch(pause -> pause.covers(now))) {
        counted++;
      }
    }
    return day;
  }
}

package org.yimen.policy.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has happened that a clock heeds.
 *
 * @param start the day of the event from which the limit runs; it is not counted
 * @param circumstances of the case, such as {@code delegated} or {@code special}
 * @param pauses times in which some clocks stand still
 */
public record Course(LocalDate start, Set<String> circumstances, List<Pause> pauses) {

  /**
   * A time in which clocks stand still that say so.
   *
   * @param what such as {@code publicNotice}
   * @param from first day
   * @param to last day, null: it still lasts
   */
  public record Pause(String what, LocalDate from, @Nullable LocalDate to) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /** A plain course. */
  public static Course from(LocalDate start) {
    return new Course(start, Set.of(), List.of());
  }

  /** The same under these circumstances. */
  public Course under(String... more) {
    return new Course(start, Set.of(more), pauses);
  }

  /** The same with these pauses. */
  public Course paused(Pause... more) {
    return new Course(start, circumstances, List.of(more));
  }
}

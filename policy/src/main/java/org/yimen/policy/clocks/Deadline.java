package org.yimen.policy.clocks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a time limit.
 *
 * @param limit id of the limit that holds, which may be a variant of the one asked for
 * @param due last day, null while the clock stands still
 * @param provisional true where it crosses a year whose holidays are not loaded
 * @param basis document and article
 */
public record Deadline(
    String limit, String name, @Nullable LocalDate due, boolean provisional, String basis) {

  /** Whether the last day is over. */
  public boolean isLate(LocalDate today) {
    return due != null && today.isAfter(due);
  }
}

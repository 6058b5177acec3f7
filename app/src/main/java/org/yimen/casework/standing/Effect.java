package org.yimen.casework.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it takes effect on a standing.
 *
 * @param application the case in which it was decided
 * @param from first day of the first month in which it holds
 * @param until last day; null: until it is changed
 */
public record Effect(
    long standing,
    long decision,
    long application,
    Award award,
    LocalDate from,
    @Nullable LocalDate until) {}

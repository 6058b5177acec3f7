package org.yimen.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Age in whole years (周岁). */
final class Age {

  private Age() {}

  /** Null where the birth date is not known or lies after the day. */
  static @Nullable Integer on(LocalDate day, @Nullable LocalDate born) {
    return born == null || born.isAfter(day) ? null : (int) ChronoUnit.YEARS.between(born, day);
  }
}

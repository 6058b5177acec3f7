package org.yimen.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as printed, rounded once from its exact value (HALF_UP), or the bounds it lies between.
 *
 * @param low its value where exact, else its lower bound
 * @param high its value where exact, else its upper bound, null where nothing limits it
 * @param exact whether the facts say it exactly
 */
public record Figure(BigDecimal low, @Nullable BigDecimal high, boolean exact) {

  /** The number where it is known exactly, else null. */
  public @Nullable BigDecimal value() {
    return exact ? low : null;
  }
}

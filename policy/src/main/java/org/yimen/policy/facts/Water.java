package org.yimen.policy.facts;

import org.jspecify.annotations.Nullable;

/**
 * Drinking water as found; null where not stated. Numbers in hundredths of litres, minutes, metres
 * and days.
 */
public record Water(
    @Nullable Boolean qualitySafe,
    @Nullable Long litresPerPersonDay,
    boolean dryArea,
    @Nullable Long minutesToFetch,
    @Nullable Long metresAcross,
    @Nullable Long metresUp,
    @Nullable Long outageDaysYear) {}

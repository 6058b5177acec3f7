package org.yimen.policy;

import org.jspecify.annotations.Nullable;

/**
 * What the law gives a household, without reasons.
 *
 * @param perCapitaMonthly income a head that the law compares, yuan
 * @param monthlyAllowance with supplements, yuan; null where the category is open
 */
public record Outcome(
    Category category, Figure perCapitaMonthly, @Nullable Figure monthlyAllowance) {}

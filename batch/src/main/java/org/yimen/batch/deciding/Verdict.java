package org.yimen.batch.deciding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;

/**
 * What a law says of a household.
 *
 * @param findings two bits a condition, as {@link org.yimen.policy.Decision#findings()}
 * @param least of the monthly allowance, yuan; null where the category is open
 * @param most of it; null where nothing limits it, or the category is open
 */
public record Verdict(
    Category category,
    Determination.Watch watch,
    byte[] findings,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most) {}

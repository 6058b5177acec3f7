package org.yimen.policy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law gives a household, without reasons.
 *
 * @param perCapitaMonthly income a head that the law compares, yuan
 * @param monthlyAllowance of the whole household, yuan: 低保 with supplements, and the basic living
 *     of its 特困 persons; null where the category is open
 * @param offLine how far the income is from the nearer of the lines of 低保 and its margin, as a
 *     share of that line; null where the income is not known exactly
 * @param watch whether it is to be watched against a return to poverty
 * @param offWatchLine how far its net income is from the line of watching, as a share of it; null
 *     where that is not known exactly, or another condition keeps it from being watched
 * @param missing what the allowance lacks where it is not known exactly: facts, and parameters
 *     without a value ({@code parameters.dibao.class.rural.A})
 */
public record Outcome(
    Category category,
    Figure perCapitaMonthly,
    @Nullable Figure monthlyAllowance,
    @Nullable BigDecimal offLine,
    Finding watch,
    @Nullable BigDecimal offWatchLine,
    List<String> missing) {}

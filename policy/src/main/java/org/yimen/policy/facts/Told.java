package org.yimen.policy.facts;

import org.jspecify.annotations.Nullable;

/**
 * Totals that a source tells of the whole household; they replace the sum of items. For screening.
 *
 * @param dibaoIncomeYearly fen a year, as 民发〔2021〕57号 第十三条 counts
 * @param netIncomeYearly fen a year, as agriculture counts (人均纯收入)
 */
public record Told(@Nullable Range dibaoIncomeYearly, @Nullable Range netIncomeYearly) {
  public static final Told NOTHING = new Told(null, null);
}

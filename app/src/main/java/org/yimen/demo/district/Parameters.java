package org.yimen.demo.district;

import java.time.LocalDate;

/** The invented district's standards and rates, yuan a year where not said otherwise. */
public final class Parameters {
  public static final LocalDate AS_OF = LocalDate.of(2025, 8, 1);

  /** 低保 standard a person and month. */
  public static final int DIBAO_MONTH = 800;

  public static final int DIBAO_YEAR = 12 * DIBAO_MONTH;
  public static final double MARGIN_FACTOR = 1.5;
  public static final int MARGIN_YEAR = (int) (DIBAO_YEAR * MARGIN_FACTOR);
  public static final int LAST_YEAR_RURAL = 24_000;
  public static final int LAST_YEAR_URBAN = 47_000;
  public static final int WATCH_LINE = 9_600;
  public static final double RIGID_RATIO = .5;

  /** Savings allowed a counted member, in monthly standards. */
  public static final int SAVINGS_MONTHS = 24;

  /** 特困 basic living a person and month. */
  public static final int TEKUN_MONTH = 1_040;

  private Parameters() {}

  static int lastYear(boolean rural) {
    return rural ? LAST_YEAR_RURAL : LAST_YEAR_URBAN;
  }
}

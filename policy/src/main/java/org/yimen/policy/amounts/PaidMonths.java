package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Whole months in which money was paid or ought to have been.
 *
 * @param count never negative
 */
public record PaidMonths(YearMonth first, int count) {

  public PaidMonths {
    if (count < 0) {
      throw new IllegalArgumentException("fewer than no months: " + count);
    }
  }

  /** From one month to another, both included; none where the last is before the first. */
  public static PaidMonths between(YearMonth first, YearMonth last) {
    return new PaidMonths(first, (int) Math.max(0, first.until(last, ChronoUnit.MONTHS) + 1));
  }

  /** Payment begins in the month after the decision (民发〔2021〕57号 第二十一条, 民发〔2021〕43号 第十七条). */
  public static YearMonth firstAfterDecision(LocalDate decision) {
    return YearMonth.from(decision).plusMonths(1);
  }

  /**
   * Months paid although the person had died: all after the month of death (民发〔2022〕83号 一（三）).
   *
   * @param lastPaid the last month for which was paid
   */
  public static PaidMonths afterDeath(LocalDate death, YearMonth lastPaid) {
    return between(YearMonth.from(death).plusMonths(1), lastPaid);
  }

  /** What these months come to, yuan. */
  public BigDecimal at(BigDecimal monthly) {
    return monthly.multiply(BigDecimal.valueOf(count));
  }
}

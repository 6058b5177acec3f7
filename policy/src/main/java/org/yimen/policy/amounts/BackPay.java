package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Figure;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;

/**
 * What a household still gets for months already paid, where a standard was raised with effect from
 * before the day it was put in force (社会救助暂行办法 第十条). Every month is determined by the law of its
 * first day; nobody pays back because of a new standard.
 */
public final class BackPay {
  private final Law law;

  public BackPay(Law law) {
    this.law = law;
  }

  /**
   * One month, yuan.
   *
   * @param due null where the facts don't say it exactly
   */
  public record Month(YearMonth month, @Nullable BigDecimal due, BigDecimal paid) {

    /** What is still to be paid; nothing where it isn't known or too much was paid. */
    public BigDecimal outstanding() {
      return due == null ? BigDecimal.ZERO : due.subtract(paid).max(BigDecimal.ZERO);
    }
  }

  /**
   * @param months by month
   * @param complete whether every month could be determined
   */
  public record Sum(List<Month> months, boolean complete) {

    public BigDecimal total() {
      return months.stream().map(Month::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * @param months for which was paid
   * @param paid a month, yuan
   * @param area division code
   */
  public Sum of(Household household, PaidMonths months, BigDecimal paid, String area) {
    List<Month> each = new ArrayList<>();
    for (int i = 0; i < months.count(); i++) {
      YearMonth month = months.first().plusMonths(i);
      Figure due = law.determine(household, month.atDay(1), area).figures().monthlyAllowance();
      each.add(new Month(month, due == null ? null : due.value(), paid));
    }
    return new Sum(List.copyOf(each), each.stream().allMatch(month -> month.due() != null));
  }
}

package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Law;
import org.yimen.policy.clocks.Course;

/**
 * What a re-check of a 低保 household leads to (民发〔2021〕57号 第三十一条至第三十三条).
 *
 * @param from first month in which it takes effect; null where nothing changes or all is open
 * @param monthly what is paid then, yuan; null where open
 */
public record Review(Step step, @Nullable YearMonth from, @Nullable BigDecimal monthly) {

  /** What is done. */
  public enum Step {
    UNCHANGED,
    CHANGED,
    /** Paid on for a time because work has lifted the income above the standard. */
    GRACE,
    /** Ends; the household is told in writing why, before. */
    STOPPED,
    /** Facts are missing: nothing is changed before they are known. */
    OPEN
  }

  /**
   * @param now the determination of the re-check
   * @param paid what is paid a month, yuan
   * @param workedSince the day from which work has lifted the income, null: it is not work
   */
  public static Review of(
      Law law, Determination now, BigDecimal paid, @Nullable LocalDate workedSince) {
    YearMonth next = YearMonth.from(now.date()).plusMonths(1);
    Figure due = now.figures().monthlyAllowance();
    if (now.category() == Category.DIBAO) {
      BigDecimal exact = due == null ? null : due.value();
      if (exact == null) {
        return new Review(Step.OPEN, null, null);
      }
      return exact.compareTo(paid) == 0
          ? new Review(Step.UNCHANGED, null, paid)
          : new Review(Step.CHANGED, next, exact);
    }
    if (now.category() == Category.UNKNOWN) {
      return new Review(Step.OPEN, null, null);
    }
    LocalDate end = workedSince == null ? null : graceEnd(law, workedSince, now.area());
    return end != null && !now.date().isAfter(end)
        ? new Review(Step.GRACE, YearMonth.from(end).plusMonths(1), BigDecimal.ZERO)
        : new Review(Step.STOPPED, next, BigDecimal.ZERO);
  }

  private static @Nullable LocalDate graceEnd(Law law, LocalDate since, @Nullable String area) {
    String place = area == null ? "" : area;
    return law.clocks().due("deadline.gracePeriod", Course.from(since), place).due();
  }

  /**
   * Which rhythm of re-checks holds: half-yearly where the income is unstable and somebody can work
   * (民发〔2021〕57号 第三十一条).
   *
   * @return id of a time limit
   */
  public static String rhythm(boolean incomeStable, boolean ableToWork) {
    return !incomeStable && ableToWork ? "deadline.recheckUnstable" : "deadline.recheck";
  }
}

package org.yimen.casework.adjustment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yimen.casework.standing.Award;
import org.yimen.policy.amounts.PaidMonths;

/**
 * A family that gets more by the new standard.
 *
 * @param amounts all that it gets a month
 * @param from first day of the first month in which they are due
 * @param because the values that changed, with document and article
 */
record Adjusted(Family family, List<Award.Amount> amounts, LocalDate from, String because) {

  /** One that can't be adjusted without looking at it, and why. */
  record Held(Family family, String why) {}

  long beforeFen() {
    return family.now().monthlyFen();
  }

  long afterFen() {
    return amounts.stream().mapToLong(Award.Amount::fen).sum();
  }

  /** Months owed when it is decided on a day: the new amount is paid from the month after. */
  int monthsOwed(LocalDate decided) {
    return PaidMonths.between(YearMonth.from(from), YearMonth.from(decided)).count();
  }

  /** Told to the family: what changed, what it gets, what is owed. */
  String reason(LocalDate decided) {
    int owed = monthsOwed(decided);
    return "%s；每月由 %s 元变为 %s 元"
            .formatted(because, NewStandard.yuan(beforeFen()), NewStandard.yuan(afterFen()))
        + (owed == 0 ? "" : "；补发 %d 个月，共 %s 元".formatted(owed, NewStandard.yuan(owedFen(decided))));
  }

  /** What is paid for these months in one sum. */
  long owedFen(LocalDate decided) {
    return (afterFen() - beforeFen()) * monthsOwed(decided);
  }
}

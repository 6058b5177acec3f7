package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.policy.amounts.PaidMonths;

/**
 * Months that were paid after a death: they are told to the district, nothing is taken back by the
 * program (民发〔2022〕83号 一（三）).
 */
@Component
class Overpayments {

  private final CaseClocks clocks;
  private final JdbcClient jdbc;

  Overpayments(CaseClocks clocks, JdbcClient jdbc) {
    this.clocks = clocks;
    this.jdbc = jdbc;
  }

  /** Months that were paid though less or nothing was due, both included. */
  record Overpaid(LocalDate firstMonth, LocalDate lastMonth, int months, long monthlyFen) {}

  /** Notes what was too much a month, from the month after the death until the last paid one. */
  void note(Recheck recheck, long decision, long tooMuchFen) {
    LocalDate death = recheck.happenedOn();
    if (recheck.cause() != Cause.DEATH || death == null || tooMuchFen <= 0) {
      return;
    }
    YearMonth last =
        YearMonth.from(recheck.lastPaid() == null ? clocks.today() : recheck.lastPaid());
    PaidMonths paid = PaidMonths.afterDeath(death, last);
    if (paid.count() == 0) {
      return;
    }
    jdbc.sql(
            """
            insert into casework.overpayment (standing, decision, person, first_month, last_month,
              monthly_fen, months)
            values (:standing, :decision, :person, :first, :last, :fen, :months)
            """)
        .param("standing", recheck.standing())
        .param("decision", decision)
        .param("person", recheck.person())
        .param("first", paid.first().atDay(1))
        .param("last", last.atDay(1))
        .param("fen", tooMuchFen)
        .param("months", paid.count())
        .update();
  }

  @Nullable Overpaid of(long decision) {
    List<Overpaid> all =
        jdbc.sql(
                """
                select first_month, last_month, months, monthly_fen
                from casework.overpayment where decision = :decision
                """)
            .param("decision", decision)
            .query(Overpaid.class)
            .list();
    return all.isEmpty() ? null : all.get(0);
  }
}

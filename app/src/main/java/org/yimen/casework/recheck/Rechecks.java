package org.yimen.casework.recheck;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Applications;
import org.yimen.platform.ProblemType;

/** Re-checks as they are kept beside the case in which they are dealt with. */
@Component
class Rechecks {

  private final Applications applications;
  private final JdbcClient jdbc;

  Rechecks(Applications applications, JdbcClient jdbc) {
    this.applications = applications;
    this.jdbc = jdbc;
  }

  /** The re-check that is dealt with in a case of the user's area. */
  Recheck get(long application) {
    applications.get(application);
    return jdbc.sql("select * from casework.recheck where application = :id")
        .param("id", application)
        .query(Recheck::of)
        .optional()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("这不是一件复核。请从在册家庭列表打开复核。"));
  }

  void found(long application, Recheck.Found found) {
    jdbc.sql(
            """
            update casework.recheck r
            set before_category = s.category, before_fen = s.monthly_fen, outcome = :outcome, determination = :determination, category = :category,
              persons = :persons, monthly_fen = :fen, grace_until = :grace, reason = :reason,
              needs_notice = :notice
            from casework.standing s
            where r.application = :id and s.id = r.standing
            """)
        .param("outcome", found.outcome().code())
        .param("determination", found.determination())
        .param("category", found.category())
        .param("persons", found.persons())
        .param("fen", found.monthlyFen())
        .param("grace", found.graceUntil())
        .param("reason", found.reason())
        .param("notice", found.needsNotice())
        .param("id", application)
        .update();
  }

  void lastPaid(long application, LocalDate month) {
    jdbc.sql("update casework.recheck set last_paid = :month where application = :id")
        .param("month", month)
        .param("id", application)
        .update();
  }

  void effective(long application, LocalDate from) {
    jdbc.sql("update casework.recheck set effective_from = :from where application = :id")
        .param("from", from)
        .param("id", application)
        .update();
  }
}

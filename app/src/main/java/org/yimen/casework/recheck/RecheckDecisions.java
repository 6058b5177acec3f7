package org.yimen.casework.recheck;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;

/** Decisions of re-checks, in the same table as those of applications. */
@Component
class RecheckDecisions {

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  RecheckDecisions(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  record New(
      long application,
      @Nullable Long determination,
      String outcome,
      String category,
      int persons,
      long monthlyFen,
      String reason,
      String basis,
      boolean delegated) {}

  /**
   * A decision.
   *
   * @param paidFrom first month in which it holds; null before it has effect
   */
  record Decided(
      long id,
      String outcome,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      String reason,
      String basis,
      OffsetDateTime decidedAt,
      @Nullable LocalDate servedOn) {}

  Decided keep(New one) {
    jdbc.sql(
            """
            insert into casework.decision (application, determination, confirmed, outcome, category,
              persons, monthly_fen, reason, basis, decided_at, decided_by, delegated)
            values (:application, :determination, :confirmed, :outcome, :category, :persons, :fen,
              :reason, :basis, :at, :by, :delegated)
            """)
        .param("application", one.application())
        .param("determination", one.determination())
        .param("confirmed", !one.outcome().equals(Outcome.STOPPED.code()))
        .param("outcome", one.outcome())
        .param("category", one.category())
        .param("persons", one.persons())
        .param("fen", one.monthlyFen())
        .param("reason", one.reason())
        .param("basis", one.basis())
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .param("delegated", one.delegated())
        .update();
    return last(one.application());
  }

  Decided last(long application) {
    return jdbc.sql(
            """
            select id, outcome, category, persons, monthly_fen, paid_from, reason, basis, decided_at,
              served_on
            from casework.decision where application = :id order by id desc limit 1
            """)
        .param("id", application)
        .query(Decided.class)
        .single();
  }

  /** From which month it holds; served is null where nothing had to be. */
  void holds(long id, LocalDate from, @Nullable LocalDate servedOn) {
    jdbc.sql("update casework.decision set paid_from = :from, served_on = :served where id = :id")
        .param("from", from)
        .param("served", servedOn)
        .param("id", id)
        .update();
  }

  /** What is due again after a decision was taken back. */
  void reversed(long id, long fen, LocalDate from) {
    jdbc.sql("update casework.decision set monthly_fen = :fen, paid_from = :from where id = :id")
        .param("fen", fen)
        .param("from", from)
        .param("id", id)
        .update();
  }

  /** Whether a decision on the family was taken after this one. */
  boolean isFollowed(long standing, long decision) {
    return jdbc.sql(
            """
            select exists (
              select from casework.decision d join casework.application a on a.id = d.application
              where a.standing = :standing and d.id > :decision)
            """)
        .param("standing", standing)
        .param("decision", decision)
        .query(Boolean.class)
        .single();
  }
}

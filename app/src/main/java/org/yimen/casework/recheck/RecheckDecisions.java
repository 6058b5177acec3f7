package org.yimen.casework.recheck;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.signed.SignRecord;
import org.yimen.casework.signed.Signed;
import org.yimen.identity.Access;

/** Decisions of re-checks, in the same table as those of applications. */
@Component
class RecheckDecisions {

  private final SignRecord signatures;
  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  RecheckDecisions(SignRecord signatures, JdbcClient jdbc, Access access, Clock clock) {
    this.signatures = signatures;
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** Paid from is known only of what is taken back; the others hold from when they have effect. */
  record New(
      long application,
      @Nullable Long determination,
      String outcome,
      String category,
      int persons,
      long monthlyFen,
      String reason,
      String basis,
      @Nullable LocalDate paidFrom,
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
    long id =
        jdbc.sql(
                """
            insert into casework.decision (application, determination, confirmed, outcome, category,
              persons, monthly_fen, paid_from, reason, basis, decided_at, decided_by, delegated)
            values (:application, :determination, :confirmed, :outcome, :category, :persons, :fen,
              :paidFrom, :reason, :basis, :at, :by, :delegated)
            returning id
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
            .param("paidFrom", one.paidFrom())
            .param("delegated", one.delegated())
            .query(Long.class)
            .single();
    signatures.sign(Signed.DECISION, id);
    return last(one.application());
  }

  Decided last(long application) {
    return jdbc.sql(
            """
            select d.id, d.outcome, d.category, d.persons, d.monthly_fen,
              coalesce(d.paid_from, r.effective_from) as paid_from, d.reason, d.basis, d.decided_at,
              d.served_on
            from casework.decision d join casework.recheck r on r.application = d.application
            where d.application = :id order by d.id desc limit 1
            """)
        .param("id", application)
        .query(Decided.class)
        .single();
  }

  /** It is in the family's hands. */
  void served(long id, LocalDate on) {
    jdbc.sql("update casework.decision set served_on = :on where id = :id")
        .param("on", on)
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

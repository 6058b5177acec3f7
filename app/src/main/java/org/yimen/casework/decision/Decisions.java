package org.yimen.casework.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.signed.SignRecord;
import org.yimen.casework.signed.Signed;
import org.yimen.casework.standing.ChangeStanding;
import org.yimen.identity.Access;

/** Decisions, and who is in which category since. */
@Component
class Decisions {

  private final ChangeStanding standing;
  private final SignRecord signatures;
  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  Decisions(
      ChangeStanding standing, SignRecord signatures, JdbcClient jdbc, Access access, Clock clock) {
    this.standing = standing;
    this.signatures = signatures;
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  record New(
      Application application,
      Determinations.Made made,
      boolean confirmed,
      @Nullable LocalDate paidFrom,
      @Nullable LocalDate validUntil,
      String reason,
      boolean delegated) {

    /** What is confirmed, or what is refused. */
    String category() {
      return confirmed ? made.category() : application.family().appliedFor().code();
    }
  }

  /**
   * A decision.
   *
   * @param paidFrom first day of the first month of payment; null for a refusal
   * @param validUntil last day; null where it holds until a re-check ends it
   */
  record Decided(
      long id,
      boolean confirmed,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      @Nullable LocalDate validUntil,
      String reason,
      OffsetDateTime decidedAt) {}

  Decided keep(New one) {
    long id = insert(one);
    signatures.sign(Signed.DECISION, id);
    if (one.confirmed() && one.paidFrom() != null) {
      standing.begin(one.application(), one.made(), id, one.paidFrom(), one.validUntil());
    }
    return get(id);
  }

  private long insert(New one) {
    return jdbc.sql(
            """
            insert into casework.decision (application, determination, confirmed, category, persons,
              monthly_fen, paid_from, valid_until, reason, basis, decided_at, decided_by, delegated,
              outcome)
            values (:application, :determination, :confirmed, :category, :persons, :fen, :paidFrom,
              :validUntil, :reason, :basis, :at, :by, :delegated, :outcome)
            returning id
            """)
        .param("application", one.application().id())
        .param("determination", one.made().id())
        .param("confirmed", one.confirmed())
        .param("category", one.category())
        .param("persons", one.made().persons())
        .param("fen", one.confirmed() ? one.made().monthlyFen() : 0)
        .param("paidFrom", one.paidFrom())
        .param("validUntil", one.validUntil())
        .param("reason", one.reason())
        .param("basis", one.confirmed() ? "民发〔2021〕57号 第二十条" : "民发〔2021〕57号 第二十一条")
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .param("delegated", one.delegated())
        .param("outcome", one.confirmed() ? "granted" : "refused")
        .query(Long.class)
        .single();
  }

  private Decided get(long id) {
    return jdbc.sql(
            """
            select id, confirmed, category, persons, monthly_fen, paid_from, valid_until, reason,
              decided_at
            from casework.decision where id = :id
            """)
        .param("id", id)
        .query(Decided.class)
        .single();
  }

  void served(long application, LocalDate on) {
    jdbc.sql("update casework.decision set served_on = :on where application = :application")
        .param("on", on)
        .param("application", application)
        .update();
  }

  int openObjections(long application) {
    return jdbc.sql(
            """
            select count(*) from casework.objection
            where application = :application and settled_on is null
            """)
        .param("application", application)
        .query(Integer.class)
        .single();
  }

  boolean districtVisited(long application) {
    return jdbc.sql(
            """
            select exists (
              select from casework.visit where application = :application and kind = 'district' and not late)
            """)
        .param("application", application)
        .query(Boolean.class)
        .single();
  }
}

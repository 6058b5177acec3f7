package org.yimen.casework.progress;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.State;
import org.yimen.casework.progress.FamilyProgress.Hanging;
import org.yimen.policy.facts.Coded;

/** Reads what a family sees of its last re-check, with the slip of its application. */
@Component
class ReadRecheck {

  /** Taken back, for a reason in somebody's own words. */
  private static final String REVERSED = "reversed";

  private final JdbcClient jdbc;
  private final ReadCaseState cases;

  ReadRecheck(JdbcClient jdbc, ReadCaseState cases) {
    this.jdbc = jdbc;
    this.cases = cases;
  }

  private record Case(
      long id,
      String number,
      String area,
      String cause,
      String state,
      LocalDate openedOn,
      boolean contestable,
      @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate graceUntil) {}

  private record Decided(
      String outcome,
      String category,
      long monthlyFen,
      String reason,
      LocalDate decidedOn,
      @Nullable LocalDate servedOn) {}

  /** That of the family which an application brought in; null for none. */
  FamilyProgress.@Nullable Recheck of(long application, LocalDate today) {
    Case found = found(application);
    if (found == null) {
      return null;
    }
    State state = Coded.of(State.class, found.state());
    Decided decided = state == State.DONE ? decided(found.id()) : null;
    Hanging notice = cases.notice(found.id(), "ending", today);
    FamilyMay.Stand stand =
        new FamilyMay.Stand(
            state,
            true,
            found.contestable(),
            notice == null ? null : notice.until(),
            decided == null ? null : told(decided));
    boolean hidden = state == State.AWAITING_SERVICE;
    return new FamilyProgress.Recheck(
        found.number(),
        found.cause(),
        hidden ? "decided" : found.state(),
        found.openedOn(),
        cases.done(found.id(), hidden),
        cases.holder(state, found.area(), decided != null),
        cases.limits(found.id(), today),
        cases.can(stand, found.area(), today),
        notice,
        decided == null ? null : change(found, decided));
  }

  private @Nullable Case found(long application) {
    return jdbc.sql(
            """
            select a.id, a.number, a.area, r.cause, a.state, r.effective_from, r.grace_until,
              (a.registered_at at time zone 'Asia/Shanghai')::date as opened_on,
              exists (select from casework.economic_check c
                where c.application = a.id and not c.passes and c.told_on is not null) as contestable
            from casework.standing s
            join casework.application a on a.standing = s.id and a.kind = 'recheck'
            join casework.recheck r on r.application = a.id
            where s.application = :id and a.state <> 'withdrawn'
            order by a.id desc limit 1
            """)
        .param("id", application)
        .query(Case.class)
        .optional()
        .orElse(null);
  }

  /** The last one: a decision that was taken back is followed by the one that took it back. */
  private @Nullable Decided decided(long id) {
    return jdbc.sql(
            """
            select outcome, category, monthly_fen, reason, served_on,
              (decided_at at time zone 'Asia/Shanghai')::date as decided_on
            from casework.decision where application = :id order by id desc limit 1
            """)
        .param("id", id)
        .query(Decided.class)
        .optional()
        .orElse(null);
  }

  /** From when the family knows of it: what takes nothing away holds without being served. */
  private static LocalDate told(Decided decided) {
    LocalDate served = decided.servedOn();
    return served == null ? decided.decidedOn() : served;
  }

  private FamilyProgress.Change change(Case found, Decided decided) {
    List<String> all =
        decided.outcome().equals(REVERSED)
            ? List.of()
            : Arrays.stream(decided.reason().split("(?<=）)；")).toList();
    ReadCaseState.Told told = cases.reasons(all);
    return new FamilyProgress.Change(
        decided.outcome(),
        decided.category(),
        decided.monthlyFen(),
        found.effectiveFrom(),
        found.graceUntil(),
        decided.decidedOn(),
        decided.servedOn(),
        told.reasons(),
        told.heldBack());
  }
}

package org.yimen.casework.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.State;
import org.yimen.casework.decision.Reasons;
import org.yimen.casework.progress.FamilyProgress.Decision;
import org.yimen.casework.progress.FamilyProgress.Hanging;
import org.yimen.casework.progress.FamilyProgress.Look;
import org.yimen.identity.RecordViews;
import org.yimen.policy.facts.Coded;

/** Reads what a family sees, whoever asks: that they may is settled before. */
@Component
class ReadProgress {

  private static final int MOST_LOOKS = 9;

  private final JdbcClient jdbc;
  private final ReadCaseState cases;
  private final ReadRecheck recheck;
  private final RecordViews views;
  private final Clock clock;

  ReadProgress(
      JdbcClient jdbc, ReadCaseState cases, ReadRecheck recheck, RecordViews views, Clock clock) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.recheck = recheck;
    this.views = views;
    this.clock = clock;
  }

  private record Case(
      String number,
      String area,
      @Nullable Long household,
      String appliedFor,
      String state,
      LocalDate registeredOn,
      boolean contestable) {}

  private record Kept(
      boolean confirmed,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      @Nullable LocalDate validUntil,
      LocalDate decidedOn,
      LocalDate servedOn,
      String reason) {}

  FamilyProgress of(long id) {
    LocalDate today = LocalDate.now(clock);
    Case found = found(id);
    State state = Coded.of(State.class, found.state());
    Kept decision = served(id);
    Hanging notice = cases.notice(id, "proposed", today);
    boolean hidden = decision == null && (state == State.CONFIRMED || state == State.REFUSED);
    var looks = looks(id, found.household());
    LocalDate servedOn = decision == null ? null : decision.servedOn();
    FamilyMay.Stand stand =
        new FamilyMay.Stand(
            state, false, found.contestable(), notice == null ? null : notice.until(), servedOn);
    return new FamilyProgress(
        found.number(),
        found.appliedFor(),
        hidden ? "decided" : found.state(),
        found.registeredOn(),
        today,
        cases.done(id, hidden),
        cases.holder(state, found.area(), decision != null),
        cases.limits(id, today),
        cases.can(stand, found.area(), today),
        notice,
        decision == null ? null : told(decision),
        recheck.of(id, today),
        looks.subList(0, Math.min(MOST_LOOKS, looks.size())),
        Math.max(0, looks.size() - MOST_LOOKS));
  }

  private Case found(long id) {
    return jdbc.sql(
            """
            select number, area, household, applied_for, state,
              (registered_at at time zone 'Asia/Shanghai')::date as registered_on,
              exists (select from casework.economic_check c
                where c.application = a.id and not c.passes and c.told_on is not null) as contestable
            from casework.application a where id = :id
            """)
        .param("id", id)
        .query(Case.class)
        .single();
  }

  private @Nullable Kept served(long id) {
    return jdbc.sql(
            """
            select confirmed, category, persons, monthly_fen, paid_from, valid_until,
              (decided_at at time zone 'Asia/Shanghai')::date as decided_on, served_on, reason
            from casework.decision where application = :id and served_on is not null
            order by id limit 1
            """)
        .param("id", id)
        .query(Kept.class)
        .optional()
        .orElse(null);
  }

  private Decision told(Kept kept) {
    ReadCaseState.Told told = cases.reasons(Reasons.sentences(kept.reason()));
    return new Decision(
        kept.confirmed(),
        kept.category(),
        kept.persons(),
        kept.monthlyFen(),
        kept.paidFrom(),
        kept.validUntil(),
        kept.decidedOn(),
        kept.servedOn(),
        told.reasons(),
        told.heldBack());
  }

  private List<Look> looks(long id, @Nullable Long household) {
    return views.of(id, household).stream()
        .map(one -> Look.of(one.unit(), one.deed(), one.first(), one.last(), one.times()))
        .toList();
  }
}

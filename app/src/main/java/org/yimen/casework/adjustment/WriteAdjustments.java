package org.yimen.casework.adjustment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.recheck.Cause;
import org.yimen.casework.recheck.Outcome;
import org.yimen.casework.signed.SignRecord;
import org.yimen.casework.signed.Signed;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.ChangeStanding;
import org.yimen.casework.standing.Effect;
import org.yimen.casework.standing.RecheckCases;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;

/**
 * Writes what a new standard changes, a table at a time for all families: each gets a case that is
 * done, a signed decision and the new amounts.
 */
@Component
class WriteAdjustments {

  private static final String RECHECKS =
      """
      insert into casework.recheck (application, standing, cause, because, happened_on, outcome,
        before_category, before_fen, category, persons, monthly_fen, reason, effective_from,
        law_number)
      select t.application, s.id, :cause, :because, :month, :outcome, s.category, s.monthly_fen,
        s.category, s.persons, t.fen, t.reason, t.from_month, :law
      from unnest(:standings::bigint[], :applications::bigint[], :fen::bigint[], :reasons::text[],
          :from::date[])
        as t (standing, application, fen, reason, from_month)
      join casework.standing s on s.id = t.standing
      """;

  private static final String STEPS =
      """
      insert into casework.step (application, step, to_state, at, who, unit, note)
      select application, :step, :state, :now, :who, :unit, :title
      from unnest(:applications::bigint[]) as t (application)
      """;

  private static final String DECISIONS =
      """
      insert into casework.decision (application, confirmed, outcome, category, persons,
        monthly_fen, paid_from, reason, basis, decided_at, decided_by, delegated)
      select application, true, outcome, category, persons, monthly_fen, effective_from, reason,
        :basis, :now, :who, :delegated
      from casework.recheck where application = any (:applications)
      returning application, id
      """;

  private final RecheckCases cases;
  private final ChangeStanding change;
  private final SignRecord signatures;
  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  WriteAdjustments(
      RecheckCases cases,
      ChangeStanding change,
      SignRecord signatures,
      JdbcClient jdbc,
      Access access,
      Clock clock) {
    this.cases = cases;
    this.change = change;
    this.signatures = signatures;
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /**
   * What is carried out.
   *
   * @param law number of the last decision on a value that is in force
   * @param delegated an entrusted township does it
   */
  record Order(LocalDate month, long law, boolean delegated) {}

  /** Writes them; no two are of the same family. */
  void all(List<Adjusted> families, Order order) {
    List<Long> standings = families.stream().map(one -> one.family().standing()).toList();
    Map<Long, Long> opened = cases.of(standings, State.DONE, access.user().username());
    rechecks(families, opened, order);
    steps(opened);
    Map<Long, Long> decisions = decisions(opened, order);
    signatures.sign(Signed.DECISION, decisions.values());
    List<Effect> effects = new ArrayList<>();
    for (Adjusted one : families) {
      long application = Objects.requireNonNull(opened.get(one.family().standing()));
      Award now = one.family().now();
      Award then = new Award(now.category(), now.people(), one.amounts());
      effects.add(
          new Effect(
              one.family().standing(),
              Objects.requireNonNull(decisions.get(application)),
              application,
              then,
              one.from(),
              null));
    }
    change.adjust(effects);
  }

  private void rechecks(List<Adjusted> families, Map<Long, Long> opened, Order order) {
    LocalDate today = LocalDate.now(clock);
    jdbc.sql(RECHECKS)
        .param("cause", Cause.STANDARD.code())
        .param("because", Cause.STANDARD.title())
        .param("month", order.month())
        .param("law", order.law())
        .param("outcome", Outcome.ADJUSTED.code())
        .param("standings", each(families, one -> one.family().standing()))
        .param("applications", each(families, one -> opened.get(one.family().standing())))
        .param("fen", each(families, Adjusted::afterFen))
        .param("reasons", families.stream().map(one -> one.reason(today)).toArray(String[]::new))
        .param("from", families.stream().map(one -> one.from().toString()).toArray(String[]::new))
        .update();
  }

  private void steps(Map<Long, Long> opened) {
    CurrentUser user = access.user();
    jdbc.sql(STEPS)
        .param("applications", opened.values().toArray(Long[]::new))
        .param("step", Step.ADJUST.code())
        .param("state", State.DONE.code())
        .param("now", Timestamp.from(clock.instant()))
        .param("who", user.username())
        .param("unit", user.unit())
        .param("title", Cause.STANDARD.title())
        .update();
  }

  /** Decision by case. */
  private Map<Long, Long> decisions(Map<Long, Long> opened, Order order) {
    Map<Long, Long> decisions = new HashMap<>();
    jdbc.sql(DECISIONS)
        .param("applications", opened.values().toArray(Long[]::new))
        .param("basis", Outcome.ADJUSTED.basis())
        .param("now", Timestamp.from(clock.instant()))
        .param("who", access.user().username())
        .param("delegated", order.delegated())
        .query(
            row -> {
              decisions.put(row.getLong("application"), row.getLong("id"));
            });
    return decisions;
  }

  private static Long[] each(List<Adjusted> families, ToLongFunction<Adjusted> number) {
    return families.stream().map(number::applyAsLong).toArray(Long[]::new);
  }
}

package org.yimen.casework.recheck;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.State;
import org.yimen.casework.standing.RecheckCases;
import org.yimen.platform.ProblemType;

/**
 * Opens re-checks of many families at once: each gets a number, the authorisations that the family
 * has signed before, its first step, and the limit of its next re-check where that is the cause.
 */
@Component
class OpenRechecks {

  static final ProblemType ALREADY_OPEN =
      new ProblemType("recheck-open", HttpStatus.CONFLICT, "已有在办复核");

  private static final String CAUSE =
      """
      insert into casework.recheck (application, standing, cause, because, person, happened_on, refusals)
      select id, standing, :cause, :because, :person, :happened, cast(:refusals as date[])
      from casework.application where id = any(:opened)
      """;

  private static final String SIGNED =
      """
      insert into casework.authorisation (application, name, kind, signed_on)
      select o.id, a.name, a.kind, max(a.signed_on)
      from casework.application o
      join casework.standing s on s.id = o.standing
      join casework.application c on (c.id = s.application or c.standing = s.id) and c.id <> o.id
      join casework.authorisation a on a.application = c.id
      where o.id = any(:opened) and a.taken_back_at is null
      group by o.id, a.name, a.kind
      """;

  private static final String STEP =
      """
      insert into casework.step (application, step, to_state, at, who, unit, note)
      select id, 'openRecheck', 'accepted', :now, :who, :unit, :title
      from casework.application where id = any(:opened)
      """;

  private static final String LIMIT =
      """
      insert into casework.clock (application, asked, held, name, basis, since, due, provisional)
      select o.id, 'deadline.recheck', s.recheck_limit, s.recheck_name, s.recheck_basis,
        s.recheck_from, s.recheck_due, false
      from casework.application o join casework.standing s on s.id = o.standing
      where o.id = any(:opened) and :cause = 'due' and s.recheck_due is not null
      """;

  private final RecheckCases cases;
  private final JdbcClient jdbc;
  private final Clock clock;

  OpenRechecks(RecheckCases cases, JdbcClient jdbc, Clock clock) {
    this.cases = cases;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Why, as {@link Recheck} has it. */
  record Why(
      Cause cause,
      String because,
      String person,
      @Nullable LocalDate happenedOn,
      List<LocalDate> refusals) {}

  /** Who opens them. */
  record Opener(String who, String unit) {
    static final Opener PROGRAM = new Opener("yimen", "");
  }

  /**
   * The cases in which they are dealt with.
   *
   * @throws org.yimen.platform.Problem recheck-open where one of the families has an open one
   */
  List<Long> of(List<Long> standings, Why why, Opener opener) {
    List<Long> opened = opened(standings, opener);
    Timestamp now = Timestamp.from(clock.instant());
    over(CAUSE, opened, why)
        .param("because", why.because())
        .param("person", why.person())
        .param("happened", why.happenedOn())
        .param("refusals", why.refusals().stream().map(LocalDate::toString).toArray(String[]::new))
        .update();
    jdbc.sql(SIGNED).param("opened", opened.toArray(Long[]::new)).update();
    jdbc.sql(STEP)
        .param("opened", opened.toArray(Long[]::new))
        .param("now", now)
        .param("who", opener.who())
        .param("unit", opener.unit())
        .param("title", why.cause().title())
        .update();
    over(LIMIT, opened, why).update();
    return opened;
  }

  private JdbcClient.StatementSpec over(String query, List<Long> opened, Why why) {
    return jdbc.sql(query)
        .param("opened", opened.toArray(Long[]::new))
        .param("cause", why.cause().code());
  }

  private List<Long> opened(List<Long> standings, Opener opener) {
    try {
      return List.copyOf(cases.of(standings, State.ACCEPTED, opener.who()).values());
    } catch (DuplicateKeyException e) {
      throw ALREADY_OPEN.because("这户已有一件在办的复核，不能同时办两件。请打开那件复核，把新的情况一并核实。");
    }
  }
}

package org.yimen.casework.standing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseNumbers;
import org.yimen.casework.State;

/**
 * The cases in which recognised families are dealt with again, many at once, each with a number.
 */
@Component
public class RecheckCases {

  private static final String CASES =
      """
      with wanted as (
        select s.*, left(s.area, 9) as town,
          row_number() over (partition by left(s.area, 9) order by s.id) as place
        from casework.standing s
        where s.id = any(:standings)),
      %s
      insert into casework.application (number, kind, standing, area, household, applicant,
        handed_in, applied_for, consent, state, accepted_on, registered_at, registered_by)
      select %s,
        'recheck', w.id, w.area, w.household, w.applicant, 'village', w.category, true, :state,
        :today, :now, :who
      from wanted w join numbered n on n.town = w.town
      returning standing, id
      """
          .formatted(CaseNumbers.NUMBERED, CaseNumbers.NUMBER);

  private final JdbcClient jdbc;
  private final Clock clock;

  RecheckCases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Case by standing; in {@code done} there may be any number of a standing, open only one. */
  public Map<Long, Long> of(Collection<Long> standings, State state, String who) {
    LocalDate today = LocalDate.now(clock);
    Map<Long, Long> cases = new HashMap<>();
    jdbc.sql(CASES)
        .param("standings", standings.toArray(Long[]::new))
        .param("year", today.getYear())
        .param("state", state.code())
        .param("today", today)
        .param("now", Timestamp.from(clock.instant()))
        .param("who", who)
        .query(
            row -> {
              cases.put(row.getLong("standing"), row.getLong("id"));
            });
    return cases;
  }
}

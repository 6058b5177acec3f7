package org.yimen.casework.deadlines;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;

/**
 * Up to which last day a limit that wasn't kept has gone up today, by the area's own working days:
 * one line of days per area with something late, so that the database compares and nothing more.
 */
@Component
class Thresholds {

  private static final String DEPUTY = "deadline.escalateDeputy";
  private static final String LEADER = "deadline.escalateLeader";
  private static final String OFFICE = "deadline.escalateOffice";

  private final JdbcClient jdbc;
  private final CaseClocks clocks;

  Thresholds(JdbcClient jdbc, CaseClocks clocks) {
    this.jdbc = jdbc;
    this.clocks = clocks;
  }

  /** Lines of areas and days, bound by {@link #bind}. */
  static final String LINES =
      """
      unnest(:gone::text[], :deputy::date[], :leader::date[], :office::date[])
        as t (area, deputy, leader, office)
      """;

  /** Binds the lines of the areas that begin so. */
  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec query, String scope, LocalDate today) {
    List<String> areas =
        jdbc.sql(
                """
                select distinct a.area from casework.clock c
                join casework.application a on a.id = c.application
                where c.stopped_on is null and c.due < :today and starts_with(a.area, :scope)
                """)
            .param("today", today)
            .param("scope", scope)
            .query(String.class)
            .list();
    return query
        .param("gone", areas.toArray(String[]::new))
        .param("deputy", days(areas, DEPUTY, today))
        .param("leader", days(areas, LEADER, today))
        .param("office", days(areas, OFFICE, today));
  }

  private Date[] days(List<String> areas, String step, LocalDate today) {
    List<Date> days = new ArrayList<>();
    for (String area : areas) {
      days.add(Date.valueOf(latest(step, area, today)));
    }
    return days.toArray(Date[]::new);
  }

  /** The latest last day whose step up is not after today. */
  private LocalDate latest(String step, String area, LocalDate today) {
    LocalDate due = today;
    LocalDate up = clocks.end(step, area, due);
    while (up == null || up.isAfter(today)) {
      due = due.minusDays(1);
      up = clocks.end(step, area, due);
    }
    return due;
  }
}

package org.yimen.casework.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;

/** Colleagues within the user's area who may investigate, with the area that each reaches. */
@Component
class Investigators {

  /** Named so that SQL of others can join it; needs {@code :today}. */
  static final String ALL =
      "identity.colleagues('%s', :today)".formatted(Permission.CASE_INVESTIGATE.code());

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  Investigators(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Somebody who may be sent.
   *
   * @param area what the codes of all areas begin with where they may visit
   * @param open families that they are to visit and that nobody has visited yet
   */
  record Investigator(String username, String name, String unit, String area, long open) {}

  /** Those whose area holds all of this one, who have least to do first. */
  List<Investigator> of(String area) {
    return jdbc.sql(
            """
            select c.username, c.display_name as name, c.unit, c.area, coalesce(o.n, 0) as open
            from %s c
            left join (
              select identity.now_does(g.investigator, g.assigned_at, :today) as who, count(*) as n
              from casework.assignment g
              join casework.application a on a.id = g.application
              where g.ended_at is null and a.state = 'accepted' and not exists (
                select from casework.visit v where v.application = a.id and not v.late)
              group by 1) o on o.who = c.username
            where starts_with(c.area, :scope) and (:area = '' or starts_with(:area, c.area))
            order by open, length(c.area) desc, c.username
            """
                .formatted(ALL))
        .param("today", LocalDate.now(clock))
        .param("scope", access.areaPrefix())
        .param("area", area)
        .query(Investigator.class)
        .list();
  }
}

package org.yimen.casework.field;

import io.swagger.v3.oas.annotations.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** The families of the user's area that are being investigated; who was not visited comes first. */
@RestController
class FieldTasks {

  /** More than one area's village workers can visit; whoever has more narrows it at the desk. */
  private static final int MOST = 2_000;

  private static final String TASKS =
      """
      select a.id as application, a.number, a.applicant, coalesce(t.name, '') as town,
        coalesce(v.name, '') as village, coalesce(h.address, '') as address, a.applied_for, a.state,
        c.due, l.visited_at, array_to_string(l.investigators, '、') as visited_by,
        array_to_string(g.names, '、') as assigned, coalesce(g.mine, false) as mine
      from casework.application a
      left join lateral (
        select due from casework.clock c
        where c.application = a.id and c.stopped_on is null and c.due is not null
        order by c.due limit 1) c on true
      left join lateral (
        select visited_at, investigators from casework.visit w
        where w.application = a.id and not w.late
        order by coalesce(w.stands_at, w.visited_at) desc, w.number desc limit 1) l on true
      left join lateral (
        select array_agg(coalesce(n.display_name, g.investigator) order by g.id) as names,
          bool_or(n.username = :me) as mine
        from casework.assignment g left join identity.account n
          on n.username = identity.now_does(g.investigator, g.assigned_at, :today)
        where g.application = a.id and g.ended_at is null) g on true
      left join registry.area t on t.code = left(a.area, 9)
      left join registry.area v on v.code = a.area and v.level = 'village'
      left join registry.household h on h.id = a.household
      where a.state = 'accepted' and (:scope = '' or starts_with(a.area, :scope))
      order by l.visited_at is not null, mine desc, c.due nulls last, a.id limit :most
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  FieldTasks(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** When the family was visited last, and by whom. */
  record LastVisit(OffsetDateTime at, String by) {}

  /**
   * A family that is being investigated.
   *
   * @param address in the register; empty where it knows none
   * @param due last day of the limit that ends next
   * @param daysLate calendar days since that day; 0 where it isn't over
   * @param assigned who is to visit it, by name; empty where nobody was named
   * @param mine whether the user is one of them
   */
  record FieldTask(
      long application,
      String number,
      String applicant,
      String town,
      String village,
      String address,
      String appliedFor,
      String state,
      @Nullable LocalDate due,
      int daysLate,
      @Nullable LastVisit lastVisit,
      String assigned,
      boolean mine) {}

  @GetMapping("/api/v1/field/tasks")
  @Requires(Permission.CASE_INVESTIGATE)
  @Operation(summary = "Families of the user's area that wait for a visit, the most urgent first")
  List<FieldTask> tasks() {
    LocalDate today = LocalDate.now(clock);
    return jdbc.sql(TASKS)
        .param("scope", access.areaPrefix())
        .param("me", access.user().username())
        .param("today", today)
        .param("most", MOST)
        .query((row, n) -> task(row, today))
        .list();
  }

  private static FieldTask task(ResultSet row, LocalDate today) throws SQLException {
    LocalDate due = row.getObject("due", LocalDate.class);
    OffsetDateTime at = row.getObject("visited_at", OffsetDateTime.class);
    return new FieldTask(
        row.getLong("application"),
        row.getString("number"),
        row.getString("applicant"),
        row.getString("town"),
        row.getString("village"),
        row.getString("address"),
        row.getString("applied_for"),
        row.getString("state"),
        due,
        due == null ? 0 : (int) Math.max(0, today.toEpochDay() - due.toEpochDay()),
        at == null ? null : new LastVisit(at, row.getString("visited_by")),
        Objects.requireNonNullElse(row.getString("assigned"), ""),
        row.getBoolean("mine"));
  }
}

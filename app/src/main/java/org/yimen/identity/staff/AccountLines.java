package org.yimen.identity.staff;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, units and positions as the security administrator sees them. */
@Repository
class AccountLines {

  /**
   * One account.
   *
   * @param from since when the position is held; position and what follows are empty without one
   * @param secondFactor whether one is enrolled
   * @param subject who it is at the organisation's issuer, where an administrator linked it
   * @param oneTime whether the password is one that was handed out and not used yet
   */
  @Schema(name = "AccountLine")
  record Line(
      String username,
      String displayName,
      String unit,
      String position,
      String positionTitle,
      String roleTitle,
      String areaName,
      @Nullable LocalDate from,
      boolean secondFactor,
      @Nullable String subject,
      boolean oneTime,
      boolean suspended,
      @Nullable String suspendedWhy,
      @Nullable Instant lastSignedInAt) {}

  /** A unit; duties as the district's plan says. */
  @Schema(name = "Unit")
  record UnitLine(String code, String name, String areaName, String duties, int positions) {}

  /** A position; nobody holds it where the holder is null. */
  @Schema(name = "PositionLine")
  record PlaceLine(
      String code,
      String unit,
      String unitName,
      String title,
      String roleTitle,
      String reach,
      @Nullable String holder) {}

  private static final String LINES =
      """
      select a.username, a.display_name, coalesce(u.name, '') as unit,
        coalesce(p.code, '') as position, coalesce(p.title, '') as position_title,
        coalesce(r.title, '') as role_title, coalesce(u.area_name, '') as area_name,
        h.valid_from as "from", a.factor_secret is not null as second_factor,
        (select max(i.subject) from identity.account_link i where i.account = a.username)
          as subject,
        a.one_time_until is not null as one_time, a.suspended_at is not null as suspended,
        a.suspended_why, a.last_signed_in_at
      from identity.account a
      left join identity.holding h on h.account = a.username
        and :day >= h.valid_from and (h.valid_to is null or :day < h.valid_to)
      left join identity.position p on p.code = h.position
      left join identity.role r on r.code = p.role
      left join identity.unit u on u.code = p.unit
      """;

  private final JdbcClient jdbc;

  AccountLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Line> all(LocalDate day) {
    return jdbc.sql(LINES + "order by u.area_code, u.name, a.username")
        .param("day", day)
        .query(Line.class)
        .list();
  }

  Optional<Line> find(String username, LocalDate day) {
    return jdbc.sql(LINES + "where a.username = :username")
        .param("day", day)
        .param("username", username)
        .query(Line.class)
        .optional();
  }

  List<UnitLine> units() {
    String query =
        """
        select u.code, u.name, u.area_name, u.duties,
          (select count(*) from identity.position p where p.unit = u.code) as positions
        from identity.unit u order by u.area_code, u.name
        """;
    return jdbc.sql(query).query(UnitLine.class).list();
  }

  List<PlaceLine> positions(LocalDate day) {
    String query =
        """
        select p.code, p.unit, u.name as unit_name, p.title, r.title as role_title, p.reach,
          h.account as holder
        from identity.position p
        join identity.unit u on u.code = p.unit
        join identity.role r on r.code = p.role
        left join identity.holding h on h.position = p.code
          and (h.valid_to is null or h.valid_to > :day)
        order by u.name, p.title, p.code
        """;
    return jdbc.sql(query).param("day", day).query(PlaceLine.class).list();
  }

  /** Makes a position of a unit; empty where unit or role don't exist. */
  Optional<String> add(String unit, String title, String role, String reach) {
    String insert =
        """
        insert into identity.position (code, unit, title, role, reach)
        select u.code || '-' || nextval('identity.position_number'), u.code, :title, r.code, :reach
        from identity.unit u cross join identity.role r
        where u.code = :unit and r.code = :role
        returning code
        """;
    return jdbc.sql(insert)
        .param("unit", unit)
        .param("title", title)
        .param("role", role)
        .param("reach", reach)
        .query(String.class)
        .optional();
  }
}

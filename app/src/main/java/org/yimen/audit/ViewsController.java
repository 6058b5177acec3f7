package org.yimen.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/** Who looked at a household, by unit. */
@RestController
class ViewsController {

  private final JdbcClient jdbc;
  private final Access access;

  ViewsController(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /** What a unit looked at on a day, how often, with the reason where one was given. */
  @Schema(name = "HouseholdView")
  record View(LocalDate day, String unit, String what, String why, int times) {}

  @GetMapping("/api/v1/households/{id}/views")
  @Requires(Permission.REGISTER_READ)
  @Operation(summary = "Which units looked at a household and its members, when and for what")
  List<View> views(@PathVariable long id) {
    String visible =
        """
        select exists (select from registry.household
          where id = :id and (:scope = '' or starts_with(area, :scope)))
        """;
    if (!jdbc.sql(visible)
        .param("id", id)
        .param("scope", access.areaPrefix())
        .query(Boolean.class)
        .single()) {
      throw ProblemType.NOT_FOUND.because("没有这一户，或不在您的管辖范围内。请返回台账重新查找。");
    }
    String query =
        """
        select (e.at at time zone 'Asia/Shanghai')::date as day, e.unit, e.deed as what, e.why,
          count(*) as times
        from audit.entry e
        where e.done and (e.object = 'household:' || :id or e.object in (
          select 'person:' || m.person from registry.membership m where m.household = :id))
        group by 1, 2, 3, 4 order by 1 desc, 2, 3 limit 200
        """;
    return jdbc.sql(query).param("id", id).query(ViewsController::view).list();
  }

  private static View view(ResultSet row, int number) throws SQLException {
    return new View(
        row.getObject("day", LocalDate.class),
        row.getString("unit"),
        Deed.titleOf(row.getString("what")),
        row.getString("why"),
        row.getInt("times"));
  }
}

package org.yimen.registry;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** The areas of the register; those the program knows are written at each start. */
@RestController
class AreaController implements InitializingBean {

  private final JdbcClient jdbc;
  private final Access access;

  AreaController(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /** Code of 6, 9 or 12 digits; level is county, town or village. */
  record Area(String code, String name, String level, @Nullable String parent) {}

  @GetMapping("/api/v1/areas")
  @Requires({Permission.REGISTER_READ, Permission.SCREENING_READ, Permission.PAIR_SETTLE})
  @Operation(summary = "The areas in the user's scope and those above them")
  List<Area> areas() {
    String query =
        """
        select code, name, level, parent from registry.area
        where (valid_to is null or valid_to > current_date)
          and (starts_with(code, :scope) or starts_with(:scope, code))
        order by code
        """;
    return jdbc.sql(query).param("scope", access.areaPrefix()).query(Area.class).list();
  }

  @Override
  public void afterPropertiesSet() {
    String upsert =
        """
        insert into registry.area (code, name, level, parent) values (?, ?, ?, nullif(?, ''))
        on conflict (code) do update set name = excluded.name, parent = excluded.parent
        where (area.name, area.parent) is distinct from (excluded.name, excluded.parent)
        """;
    CodeNames.lines("areas.csv").forEach(area -> jdbc.sql(upsert).params((Object[]) area).update());
  }
}

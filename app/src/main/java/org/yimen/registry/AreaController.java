package org.yimen.registry;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AreasNamed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** The areas of the register; those the program knows are written at each start. */
@RestController
class AreaController implements InitializingBean {

  private static final String UPSERT =
      """
      insert into registry.area (code, name, level, parent) values (?, ?, ?, nullif(?, ''))
      on conflict (code) do update set name = excluded.name, parent = excluded.parent
      where (area.name, area.parent) is distinct from (excluded.name, excluded.parent)
      """;

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

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The areas of a new district, from its bootstrap file. */
  @EventListener
  void keep(AreasNamed named) {
    named
        .areas()
        .forEach(
            area ->
                jdbc.sql(UPSERT)
                    .params(area.code(), area.name(), area.level(), text(area.parent()))
                    .update());
  }

  @Override
  public void afterPropertiesSet() {
    CodeNames.lines("areas.csv").forEach(area -> jdbc.sql(UPSERT).params((Object[]) area).update());
  }
}

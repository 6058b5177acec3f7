package org.yimen.identity.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.identity.Access;
import org.yimen.identity.AreasNamed;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Role;
import org.yimen.platform.PlainFailure;

/**
 * Takes over a bootstrap file: all of it or nothing. Read again it changes units, roles and
 * positions to what it says; accounts that exist keep their password and position.
 */
@Component
class Bootstrap {

  private final JdbcClient jdbc;
  private final Roles roles;
  private final AccountChanges accounts;
  private final Access access;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Bootstrap(
      JdbcClient jdbc,
      Roles roles,
      AccountChanges accounts,
      Access access,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.roles = roles;
    this.accounts = accounts;
    this.access = access;
    this.events = events;
    this.clock = clock;
  }

  /** The accounts made, each with its secret. */
  @Transactional
  List<AccountChanges.Made> apply(BootstrapFile file) {
    check(file);
    BootstrapFile.all(file.roles()).forEach(role -> roles.keep(role(role)));
    Map<String, String> areaNames = new HashMap<>();
    BootstrapFile.all(file.areas()).forEach(area -> areaNames.put(area.code(), area.name()));
    BootstrapFile.all(file.units()).forEach(unit -> keep(unit, areaNames));
    BootstrapFile.all(file.positions()).forEach(this::keep);
    List<AccountChanges.Made> made = new ArrayList<>();
    for (BootstrapFile.Person person : BootstrapFile.all(file.people())) {
      if (!accounts.exists(person.username())) {
        LocalDate from = person.from() == null ? LocalDate.now(clock) : person.from();
        made.add(accounts.make(person.username(), person.name(), person.position(), from));
      }
    }
    List<AreasNamed.Area> areas =
        BootstrapFile.all(file.areas()).stream()
            .map(a -> new AreasNamed.Area(a.code(), a.name(), a.level(), a.parent()))
            .toList();
    if (!areas.isEmpty()) {
      events.publishEvent(new AreasNamed(areas));
    }
    jdbc.sql("delete from identity.session").update(); // rights may have changed
    access.tellOf("", Deed.BOOTSTRAPPED, "");
    return made;
  }

  private static Role role(BootstrapFile.RoleOf role) {
    Set<Permission> permissions =
        role.permissions().stream()
            .map(
                code ->
                    Permission.of(code)
                        .orElseThrow(
                            () ->
                                new PlainFailure(
                                    "角色 %s 中没有名为 %s 的权限。".formatted(role.code(), code))))
            .collect(Collectors.toSet());
    Role made = new Role(role.code(), role.name(), permissions);
    if (!made.keptApart()) {
      throw new PlainFailure(
          "角色 %s 把业务权限与管理权限、或两种管理权限放在了一起。三员须分立，且不接触业务数据。".formatted(role.code()));
    }
    return made;
  }

  private void check(BootstrapFile file) {
    Set<String> knownRoles = new TreeSet<>(roles.codes());
    BootstrapFile.all(file.roles()).forEach(role -> knownRoles.add(role.code()));
    Set<String> units = names("select code from identity.unit");
    BootstrapFile.all(file.units()).forEach(unit -> units.add(unit.code()));
    Set<String> positions = names("select code from identity.position");
    for (BootstrapFile.Place place : BootstrapFile.all(file.positions())) {
      known(units, place.unit(), "单位");
      known(knownRoles, place.role(), "角色");
      known(Set.of("area", "unit", "own"), reach(place), "数据范围（area、unit、own）");
      positions.add(place.code());
    }
    Set<String> taken = new HashSet<>();
    for (BootstrapFile.Person person : BootstrapFile.all(file.people())) {
      known(positions, person.position(), "岗位");
      if (!taken.add(person.position()) || !taken.add(" " + person.username())) {
        throw new PlainFailure(
            "%s（%s）与另一人重复：一个岗位同时只由一人担任，一人同时只担任一个岗位。"
                .formatted(person.username(), person.position()));
      }
    }
  }

  private static void known(Set<String> all, String one, String what) {
    if (!all.contains(one)) {
      throw new PlainFailure("引导文件提到的%s“%s”不存在。".formatted(what, one));
    }
  }

  private static String reach(BootstrapFile.Place place) {
    String reach = place.reach();
    return reach == null ? "area" : reach;
  }

  private Set<String> names(String query) {
    return new HashSet<>(jdbc.sql(query).query(String.class).list());
  }

  private void keep(BootstrapFile.Unit unit, Map<String, String> areaNames) {
    String area = unit.area() == null ? "" : unit.area();
    String named = unit.areaName() == null ? areaNames.getOrDefault(area, "全区") : unit.areaName();
    String upsert =
        """
        insert into identity.unit (code, name, parent, area_code, area_name, duties)
        values (?, ?, nullif(?, ''), ?, ?, ?)
        on conflict (code) do update set name = excluded.name, parent = excluded.parent,
          area_code = excluded.area_code, area_name = excluded.area_name, duties = excluded.duties
        """;
    jdbc.sql(upsert)
        .params(unit.code(), unit.name(), text(unit.parent()), area, named, text(unit.duties()))
        .update();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private void keep(BootstrapFile.Place place) {
    String upsert =
        """
        insert into identity.position (code, unit, title, role, reach) values (?, ?, ?, ?, ?)
        on conflict (code) do update set unit = excluded.unit, title = excluded.title,
          role = excluded.role, reach = excluded.reach
        """;
    jdbc.sql(upsert)
        .params(place.code(), place.unit(), place.name(), place.role(), reach(place))
        .update();
  }
}

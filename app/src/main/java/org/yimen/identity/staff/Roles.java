package org.yimen.identity.staff;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Permission;
import org.yimen.identity.Role;

/** The roles of this installation; those of the program are written at each start. */
@Repository
class Roles implements InitializingBean {

  private final JdbcClient jdbc;

  Roles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void afterPropertiesSet() {
    Role.BUILT_IN.forEach(this::keep);
  }

  /** Keeps a role; where its permissions change, whoever has it signs in anew. */
  void keep(Role role) {
    String upsert =
        """
        insert into identity.role (code, title, permissions) values (:code, :title, :permissions)
        on conflict (code) do update
        set title = excluded.title, permissions = excluded.permissions
        where (role.title, role.permissions) is distinct from (excluded.title, excluded.permissions)
        """;
    int changed =
        jdbc.sql(upsert)
            .param("code", role.code())
            .param("title", role.title())
            .param(
                "permissions",
                role.permissions().stream().map(Permission::code).sorted().toArray(String[]::new))
            .update();
    if (changed > 0) {
      String end =
          """
          delete from identity.session where principal_name in (
            select h.account from identity.holding h
            join identity.position p on p.code = h.position where p.role = :role)
          """;
      jdbc.sql(end).param("role", role.code()).update();
    }
  }

  /** A role as the accounts page offers it. */
  @Schema(name = "RoleLine")
  record Line(String code, String title, List<String> permissions) {}

  List<Line> all() {
    return jdbc.sql(
            """
            select code, title, array_to_string(permissions, ',') as permissions
            from identity.role order by title
            """)
        .query(
            (row, n) ->
                new Line(
                    row.getString("code"),
                    row.getString("title"),
                    List.of(row.getString("permissions").split(","))))
        .list();
  }

  Set<String> codes() {
    return jdbc.sql("select code from identity.role").query(String.class).set();
  }

  static CurrentUser.Reach reach(String name) {
    return CurrentUser.Reach.valueOf(name.toUpperCase(Locale.ROOT));
  }
}

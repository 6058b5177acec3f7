package org.yimen.identity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of this installation. */
@Repository
class Accounts {

  /**
   * One account.
   *
   * @param passwordHash with its algorithm in braces
   */
  record Account(CurrentUser user, String passwordHash) {}

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String username) {
    String query =
        """
        select username, display_name, password_hash, role, unit, area_code, area_name
        from identity.account where username = :username
        """;
    return jdbc.sql(query)
        .param("username", username)
        .query(
            (row, number) ->
                new Account(
                    new CurrentUser(
                        row.getString("username"),
                        row.getString("display_name"),
                        Role.of(row.getString("role")),
                        row.getString("unit"),
                        row.getString("area_code"),
                        row.getString("area_name")),
                    row.getString("password_hash")))
        .optional();
  }

  boolean none() {
    return jdbc.sql("select not exists (select from identity.account)")
        .query(Boolean.class)
        .single();
  }

  /** Adds an account unless its name is taken. */
  void add(Account account) {
    String insert =
        """
        insert into identity.account
          (username, display_name, password_hash, role, unit, area_code, area_name)
        values (:username, :displayName, :hash, :role, :unit, :areaCode, :areaName)
        on conflict (username) do nothing
        """;
    CurrentUser user = account.user();
    jdbc.sql(insert)
        .param("username", user.username())
        .param("displayName", user.displayName())
        .param("hash", account.passwordHash())
        .param("role", user.role().code())
        .param("unit", user.unit())
        .param("areaCode", user.areaCode())
        .param("areaName", user.areaName())
        .update();
  }
}

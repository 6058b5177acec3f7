package org.yimen.identity.staff;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.CurrentUser;
import org.yimen.platform.StartNotice;

/**
 * Accounts of the demo, one for each kind of position, whose password everybody may know. They need
 * no second factor; each start makes them again what they were.
 */
@Component
@Profile("demo")
public class DemoAccounts implements StartNotice, InitializingBean {

  public static final String PASSWORD = "yimen-demo";

  /** An account that everybody may use. */
  public record Known(String username, String role, String unit) {}

  private final Bootstrap bootstrap;
  private final Accounts accounts;
  private final Passwords passwords;
  private final JdbcClient jdbc;
  private final Clock clock;
  private List<Known> known = List.of();

  DemoAccounts(
      Bootstrap bootstrap, Accounts accounts, Passwords passwords, JdbcClient jdbc, Clock clock) {
    this.bootstrap = bootstrap;
    this.accounts = accounts;
    this.passwords = passwords;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() throws IOException {
    BootstrapFile file = FirstAccounts.builtIn("identity/demo.yaml");
    bootstrap.apply(file);
    List<String> names =
        BootstrapFile.all(file.people()).stream().map(BootstrapFile.Person::username).toList();
    String open =
        """
        update identity.account set password_hash = :hash, one_time_until = null,
          factor_required = false, factor_secret = null, suspended_at = null
        where username in (:names)
        """;
    jdbc.sql(open).param("hash", passwords.hash(PASSWORD)).param("names", names).update();
    jdbc.sql("delete from identity.passkey where account in (:names)")
        .param("names", names)
        .update();
    known = names.stream().map(this::known).toList();
  }

  private Known known(String username) {
    CurrentUser user =
        accounts.find(username, LocalDate.now(clock)).map(Accounts.Account::user).orElse(null);
    return user == null
        ? new Known(username, "", "")
        : new Known(username, user.role().title(), user.unit());
  }

  /** Who may sign in to try the program, with the password that everybody may know. */
  public List<Known> accounts() {
    return known;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("示范环境，口令公开且不用第二因子，不得存放真实数据。账户（口令均为 " + PASSWORD + "）：");
    for (Known one : known) {
      lines.add("  %-9s %s".formatted(one.username(), one.role()));
    }
    return lines;
  }
}

package org.yimen.identity.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.production.SafetyCheck;

/** No account may be one that everybody knows, or be entered without the second factor. */
@Component
@Order(4)
class AccountSafety implements SafetyCheck {

  private final JdbcClient jdbc;
  private final Passwords passwords;

  AccountSafety(JdbcClient jdbc, Passwords passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  private record Known(String username, String hash) {}

  @Override
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    List<String> open =
        jdbc.sql("select username from identity.account where not factor_required order by 1")
            .query(String.class)
            .list();
    if (!open.isEmpty()) {
      findings.add(
          "数据库里有不用动态口令的示范账户（%s），口令人人知道：正式数据请换一个空的数据目录或数据库。".formatted(String.join("、", open)));
    }
    List<String> known =
        demo().stream()
            .filter(account -> !open.contains(account.username()))
            .filter(account -> passwords.matches(DemoAccounts.PASSWORD, account.hash()))
            .map(Known::username)
            .toList();
    if (!known.isEmpty()) {
      findings.add("账户 %s 仍用公开的示范口令：请由安全管理员重置口令。".formatted(String.join("、", known)));
    }
    return findings;
  }

  private List<Known> demo() {
    try {
      List<String> names =
          BootstrapFile.all(FirstAccounts.builtIn("identity/demo.yaml").people()).stream()
              .map(BootstrapFile.Person::username)
              .toList();
      return jdbc.sql(
              """
              select username, password_hash as hash from identity.account
              where username in (:names) order by 1
              """)
          .param("names", names)
          .query(Known.class)
          .list();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

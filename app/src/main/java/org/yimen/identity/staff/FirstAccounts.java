package org.yimen.identity.staff;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yimen.platform.StartNotice;

/**
 * The first start outside the demo makes the accounts of a bootstrap file, or the district officer
 * and the three administrators; their one-time passwords are shown once.
 */
@Component
@Profile("!demo")
@ConditionalOnWebApplication
class FirstAccounts implements StartNotice, ApplicationRunner {

  private final Accounts accounts;
  private final Bootstrap bootstrap;
  private final String file;
  private List<AccountChanges.Made> made = List.of();

  FirstAccounts(Accounts accounts, Bootstrap bootstrap, @Value("${yimen.bootstrap:}") String file) {
    this.accounts = accounts;
    this.bootstrap = bootstrap;
    this.file = file;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!file.isEmpty()) {
      try (Reader text = Files.newBufferedReader(Path.of(file))) {
        made = bootstrap.apply(BootstrapFile.read(text));
      }
    } else if (accounts.none()) {
      made = bootstrap.apply(builtIn("identity/first.yaml"));
    }
  }

  static BootstrapFile builtIn(String name) throws IOException {
    try (Reader text =
        new InputStreamReader(
            new ClassPathResource(name).getInputStream(), StandardCharsets.UTF_8)) {
      return BootstrapFile.read(text);
    }
  }

  @Override
  public List<String> lines() {
    List<String> lines = told(made);
    made = List.of();
    return lines;
  }

  /** What is told once of new accounts. */
  static List<String> told(List<AccountChanges.Made> made) {
    List<String> lines = new ArrayList<>();
    if (!made.isEmpty()) {
      lines.add("已建立 %d 个账户。下列一次性口令只显示这一次，72 小时内有效，首次登录须改口令并绑定动态口令：".formatted(made.size()));
      made.forEach(
          one ->
              lines.add(
                  "  %-12s %s  %s".formatted(one.username(), one.secret(), one.displayName())));
    }
    return lines;
  }
}

package org.yimen.identity;

import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.yimen.platform.StartNotice;

/** The first start outside the demo makes one account, whose random password is shown once. */
@Component
@Profile("!demo")
@ConditionalOnWebApplication
class FirstAccount implements StartNotice, InitializingBean {

  private static final String USERNAME = "district";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;

  private final Accounts accounts;
  private final CheckPassword passwords;
  private @Nullable String made;

  FirstAccount(Accounts accounts, CheckPassword passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  @Override
  public void afterPropertiesSet() {
    if (accounts.none()) {
      String password =
          new SecureRandom()
              .ints(LENGTH, 0, LETTERS.length())
              .collect(
                  StringBuilder::new,
                  (text, i) -> text.append(LETTERS.charAt(i)),
                  StringBuilder::append)
              .toString();
      CurrentUser user =
          new CurrentUser(USERNAME, "区县经办人", Role.DISTRICT_OFFICER, "区县民政部门", "", "全区");
      accounts.add(new Accounts.Account(user, passwords.hash(password)));
      made = password;
    }
  }

  @Override
  public List<String> lines() {
    String password = made;
    made = null;
    return password == null
        ? List.of()
        : List.of("已建立第一个账户，口令只显示这一次，请记下：", "  %s  %s".formatted(USERNAME, password));
  }
}

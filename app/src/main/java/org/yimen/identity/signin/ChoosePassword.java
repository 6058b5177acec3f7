package org.yimen.identity.signin;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.staff.Accounts;
import org.yimen.identity.staff.Passwords;
import org.yimen.platform.ProblemType;

/** Keeps a password that somebody chose, if it is good enough and was not used lately. */
@Component
class ChoosePassword {

  private static final ProblemType WEAK =
      new ProblemType("weak-password", HttpStatus.BAD_REQUEST, "口令不合要求");

  private final Accounts accounts;
  private final Passwords passwords;
  private final Access access;
  private final Clock clock;

  ChoosePassword(Accounts accounts, Passwords passwords, Access access, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.access = access;
    this.clock = clock;
  }

  @Transactional
  public void choose(String username, String password) {
    passwords
        .fault(password, username)
        .ifPresent(
            fault -> {
              throw WEAK.because(fault);
            });
    if (accounts.passwords(username).stream().anyMatch(old -> passwords.matches(password, old))) {
      throw WEAK.because("不能再用最近用过的口令。");
    }
    accounts.changePassword(username, passwords.hash(password), clock.instant());
    access.tellOf(username, Deed.PASSWORD_CHANGED, "account:" + username);
  }
}

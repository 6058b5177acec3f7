package org.yimen.identity.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.staff.Accounts;
import org.yimen.identity.staff.Passwords;

/**
 * Compares a password. An unknown user, a wrong password, a suspended account, one without a
 * position, a one-time password that has run out and a name that has to wait all cost one
 * comparison and get the same answer.
 */
@Component
class CheckPassword {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SlowDown slowDown;
  private final Access access;
  private final Clock clock;
  private final String nobody;

  CheckPassword(
      Accounts accounts, Passwords passwords, SlowDown slowDown, Access access, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.slowDown = slowDown;
    this.access = access;
    this.clock = clock;
    this.nobody = passwords.hash("nobody");
  }

  /** The name as accounts have it. */
  static String name(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /** The account, which may be used; or nothing for any reason. */
  Optional<Accounts.Account> check(String username, String password, String address) {
    String name = name(username);
    Optional<Accounts.Account> account = accounts.find(name, LocalDate.now(clock));
    boolean right =
        passwords.matches(password, account.map(Accounts.Account::passwordHash).orElse(nobody));
    if (slowDown.passes(name + " " + address, right && account.map(this::usable).orElse(false))) {
      return account;
    }
    // what was typed is kept only where it names an account: it may be a password by mistake
    access.tellRefused(Deed.SIGN_IN_REFUSED, account.isPresent() ? "account:" + name : "", "");
    return Optional.empty();
  }

  private boolean usable(Accounts.Account account) {
    return account.user() != null
        && (account.oneTimeUntil() == null || clock.instant().isBefore(account.oneTimeUntil()));
  }
}

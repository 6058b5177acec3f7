package org.yimen.identity.signin;

import java.time.Clock;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.staff.Accounts;
import org.yimen.platform.Problem;

/** Compares codes. A code is good once; who guesses waits longer each time, from any address. */
@Component
class SecondFactor {

  private final Accounts accounts;
  private final SlowDown slowDown;
  private final Access access;
  private final Clock clock;

  SecondFactor(Accounts accounts, SlowDown slowDown, Access access, Clock clock) {
    this.accounts = accounts;
    this.slowDown = slowDown;
    this.access = access;
    this.clock = clock;
  }

  /** A problem 401 unless this is the account's code of now, not used before. */
  void require(Accounts.Account account, String code) {
    byte[] secret = account.factor().secret();
    OptionalLong step =
        secret == null ? OptionalLong.empty() : Totp.step(secret, code, clock.instant());
    boolean right = step.isPresent() && step.getAsLong() > account.factor().step();
    if (!slowDown.passes("code " + account.username(), right)
        || !accounts.useStep(account.username(), step.orElse(0))) {
      throw refused(account.username());
    }
  }

  /** Enrols the secret that a code shows to be in the user's app. */
  void enrol(Accounts.Account account, byte[] secret, String code) {
    OptionalLong step = Totp.step(secret, code, clock.instant());
    if (!slowDown.passes("code " + account.username(), step.isPresent())
        || !accounts.enrol(account.username(), secret, step.orElse(0))) {
      throw refused(account.username());
    }
    access.tellOf(account.username(), Deed.FACTOR_ENROLLED, "account:" + account.username());
  }

  private Problem refused(String username) {
    access.tellRefused(Deed.SIGN_IN_REFUSED, "account:" + username, "动态口令");
    return SignIn.SIGN_IN_REFUSED.because("动态口令不正确、已用过，或尝试过于频繁。请等下一个口令再试，并核对手机时间。");
  }
}

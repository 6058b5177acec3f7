package org.yimen.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares a password. An unknown user, a wrong password and a name that has to wait all cost one
 * comparison and get the same answer. The wait is counted for a name from one address, so that a
 * stranger can't lock somebody out elsewhere.
 */
@Component
class CheckPassword {

  private static final int FREE_ATTEMPTS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;

  private final Accounts accounts;
  private final Clock clock;
  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final String nobody = hash("nobody");
  private final Map<String, Failures> failures = new LastUsed();

  private record Failures(int count, Instant waitUntil) {}

  CheckPassword(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** The user, or nothing for any reason. */
  Optional<CurrentUser> check(String username, String password, String address) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    String key = name + " " + address;
    Optional<Accounts.Account> account = accounts.find(name);
    boolean right =
        encoder.matches(password, account.map(Accounts.Account::passwordHash).orElse(nobody));
    synchronized (failures) {
      Failures before = failures.getOrDefault(key, new Failures(0, Instant.MIN));
      boolean waits = clock.instant().isBefore(before.waitUntil());
      if (right && !waits && account.isPresent()) {
        failures.remove(key);
        return account.map(Accounts.Account::user);
      }
      failures.put(key, after(before));
      return Optional.empty();
    }
  }

  private Failures after(Failures before) {
    int count = before.count() + 1;
    if (count <= FREE_ATTEMPTS) {
      return new Failures(count, Instant.MIN);
    }
    long seconds = 1L << Math.min(count - FREE_ATTEMPTS, 20);
    Duration wait = Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
    return new Failures(count, clock.instant().plus(wait));
  }

  private static final class LastUsed extends LinkedHashMap<String, Failures> {

    LastUsed() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > REMEMBERED;
    }
  }
}

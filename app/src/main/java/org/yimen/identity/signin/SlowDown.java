package org.yimen.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes who guesses wait, longer each time and never for good. Counted by a key of the caller's,
 * such as a name at one address, so that a stranger can't lock somebody out elsewhere.
 */
@Component
class SlowDown {

  private static final int FREE_ATTEMPTS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures = new LastUsed();

  private record Failures(int count, Instant waitUntil) {}

  SlowDown(Clock clock) {
    this.clock = clock;
  }

  /** Counts one attempt; true where it is right and needn't wait. */
  boolean passes(String key, boolean right) {
    synchronized (failures) {
      Failures before = failures.getOrDefault(key, new Failures(0, Instant.MIN));
      if (right && !clock.instant().isBefore(before.waitUntil())) {
        failures.remove(key);
        return true;
      }
      failures.put(key, after(before));
      return false;
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

package org.yimen.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often each may do something within a time. Kept in memory: a restart forgets it. */
public final class RateLimit {

  private final int most;
  private final Duration within;
  private final Clock clock;
  private final Map<String, Deque<Instant>> done = new HashMap<>();

  public RateLimit(int most, Duration within, Clock clock) {
    this.most = most;
    this.within = within;
    this.clock = clock;
  }

  /** Counts once more; false where that was too often, and isn't counted. */
  public synchronized boolean allows(String who) {
    Instant now = clock.instant();
    Deque<Instant> times = done.computeIfAbsent(who, none -> new ArrayDeque<>());
    times.removeIf(at -> at.isAfter(now) || at.plus(within).isBefore(now));
    return times.size() < most && times.add(now);
  }
}

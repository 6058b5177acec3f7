package org.yimen.casework.progress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Makes who guesses codes wait, twice as long each time and never for good: by address, by code and
 * altogether. An address that has not been wrong for an hour is let through the last two, so that
 * strangers can't keep a family out (docs/adr/0008). Tries made while waiting make nobody wait
 * longer.
 */
@Component
class GuessBrake {

  static final Limit ADDRESS = new Limit(5, Duration.ofMinutes(15), Duration.ofHours(1));
  static final Limit CODE = new Limit(10, Duration.ofMinutes(15), Duration.ofHours(1));
  static final Limit ALL = new Limit(300, Duration.ofMinutes(1), Duration.ofMinutes(1));

  private static final int REMEMBERED = 50_000;

  private final Clock clock;
  private final Map<String, Wrong> addresses = new LastUsed();
  private final Map<String, Wrong> codes = new LastUsed();
  private Wrong all = Wrong.NEVER;

  GuessBrake(Clock clock) {
    this.clock = clock;
  }

  /** How many are free, how long one waits at most, and after which quiet time all is forgotten. */
  record Limit(int free, Duration longest, Duration quiet) {}

  /** How often somebody was wrong, when last, and until when they wait. */
  record Wrong(int times, Instant last, Instant until) {

    static final Wrong NEVER = new Wrong(0, Instant.MIN, Instant.MIN);

    Wrong now(Limit limit, Instant now) {
      return times > 0 && last.plus(limit.quiet()).isAfter(now) ? this : NEVER;
    }

    Wrong once(Limit limit, Instant now) {
      int over = times + 1 - limit.free();
      if (over <= 0) {
        return new Wrong(times + 1, now, Instant.MIN);
      }
      long seconds = Math.min(1L << Math.min(over, 30), limit.longest().toSeconds());
      return new Wrong(times + 1, now, now.plusSeconds(seconds));
    }

    boolean waits(Instant now) {
      return now.isBefore(until);
    }

    /** Without a try that was right: as before it, where nobody has been wrong since. */
    Wrong without(Wrong counted, Wrong before) {
      return equals(counted) ? before : new Wrong(Math.max(0, times - 1), last, until);
    }
  }

  /** What is known of an address, of a code and altogether. */
  record Counts(Wrong address, Wrong code, Wrong all) {

    boolean haveToWait(Instant now) {
      boolean known = address.times() > 0;
      return address.waits(now) || known && (code.waits(now) || all.waits(now));
    }

    Counts once(Instant now) {
      return new Counts(address.once(ADDRESS, now), code.once(CODE, now), all.once(ALL, now));
    }
  }

  /** A try; what was typed is looked at only where it may. */
  record Try(boolean may, String address, String code, Counts before, Counts counted) {}

  /** Counts it as wrong before it is looked at, so that many at once gain nothing. */
  synchronized Try begin(String remote, byte[] mark) {
    Instant now = clock.instant();
    String address = network(remote);
    String code = HexFormat.of().formatHex(mark);
    Counts before =
        new Counts(
            addresses.getOrDefault(address, Wrong.NEVER).now(ADDRESS, now),
            codes.getOrDefault(code, Wrong.NEVER).now(CODE, now),
            all.now(ALL, now));
    if (before.haveToWait(now)) {
      return new Try(false, address, code, before, before);
    }
    Counts counted = before.once(now);
    addresses.put(address, counted.address());
    codes.put(code, counted.code());
    all = counted.all();
    return new Try(true, address, code, before, counted);
  }

  /** It was right after all. */
  synchronized void right(Try one) {
    Counts before = one.before();
    Counts counted = one.counted();
    addresses.computeIfPresent(
        one.address(), (key, now) -> now.without(counted.address(), before.address()));
    codes.computeIfPresent(one.code(), (key, now) -> now.without(counted.code(), before.code()));
    all = all.without(counted.all(), before.all());
  }

  /** Of an IPv6 address the part that one customer has. */
  static String network(String remote) {
    if (!remote.contains(":")) {
      return remote;
    }
    try {
      byte[] bytes = InetAddress.getByName(remote).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : remote;
    } catch (UnknownHostException e) {
      return remote;
    }
  }

  private static final class LastUsed extends LinkedHashMap<String, Wrong> {

    LastUsed() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
      return size() > REMEMBERED;
    }
  }
}

package org.yimen.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells the audit of requests that come without a session or with a forged one. Of one address at
 * most some a minute, so that a flood of them doesn't fill the disk.
 */
final class TellStrangers {

  private static final int A_MINUTE = 30;
  private static final int ADDRESSES = 10_000;
  private static final int LONGEST = 120;
  private static final Pattern NUMBER = Pattern.compile("\\d{6,}");
  private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9/_.{}-]");

  private final Access access;
  private final Clock clock;
  private final Map<String, Integer> told = new HashMap<>();
  private long minute;

  TellStrangers(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  void tell(HttpServletRequest request, String why) {
    if (mayTell(Objects.requireNonNullElse(request.getRemoteAddr(), ""))) {
      access.tellRefused(Deed.REFUSED, route(request), why);
    }
  }

  private synchronized boolean mayTell(String address) {
    long now = clock.millis() / 60_000;
    if (now != minute || told.size() > ADDRESSES) {
      minute = now;
      told.clear();
    }
    return told.merge(address, 1, Integer::sum) <= A_MINUTE;
  }

  /** Without what may be a citizen number, and without what is no address. */
  private static String route(HttpServletRequest request) {
    String path = Objects.requireNonNullElse(request.getRequestURI(), "");
    String plain = ODD.matcher(NUMBER.matcher(path).replaceAll("…")).replaceAll("_");
    return request.getMethod() + " " + plain.substring(0, Math.min(LONGEST, plain.length()));
  }
}

package org.yimen.identity;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;

/**
 * When a session's user signed in. The container knows it by the machine's clock, which a demo's
 * may be ahead of.
 */
public final class SessionStart {

  private static final String AT = "yimen.signedInAt";

  private SessionStart() {}

  /** The user has just signed in. */
  public static void now(HttpSession session, Clock clock) {
    session.setAttribute(AT, clock.millis());
  }

  /** Milliseconds of the later of both clocks. */
  static long of(HttpSession session) {
    long created = session.getCreationTime();
    return session.getAttribute(AT) instanceof Long at ? Math.max(at, created) : created;
  }
}

package org.yimen.identity;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

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

  static Instant of(HttpSession session) {
    return later(session.getAttribute(AT), Instant.ofEpochMilli(session.getCreationTime()));
  }

  /** As it is kept. */
  public static Instant of(Session session) {
    return later(session.getAttribute(AT), session.getCreationTime());
  }

  /** The later of both clocks. */
  private static Instant later(@Nullable Object told, Instant created) {
    Instant at = told instanceof Long millis ? Instant.ofEpochMilli(millis) : created;
    return at.isAfter(created) ? at : created;
  }
}

package org.yimen.identity;

import jakarta.servlet.http.HttpSession;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request needs that the user has shown the second factor within the last minutes (a demo account
 * without one: the password); otherwise it is a problem {@code step-up-needed}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshFactor {

  /** When a session's user showed it last. */
  final class Shown {

    private static final String AT = "yimen.factorShownAt";
    private static final Duration FRESH = Duration.ofMinutes(10);

    private Shown() {}

    /** The user has shown it now. */
    public static void now(HttpSession session, Clock clock) {
      session.setAttribute(AT, clock.millis());
    }

    /** Whether that was so lately that it needn't be shown again. */
    public static boolean lately(@Nullable HttpSession session, Clock clock) {
      return session != null
          && session.getAttribute(AT) instanceof Long at
          && at + FRESH.toMillis() >= clock.millis();
    }
  }
}

package org.yimen.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The clock of an application under test: the system's until a test sets it. */
public final class TestClock extends Clock {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private @Nullable Instant fixed;

  /** Puts the clock into the application. */
  @TestConfiguration
  public static class AsBean {

    @Bean
    TestClock testClock() {
      return new TestClock();
    }
  }

  /** Stops the clock at noon of a day. */
  public void set(LocalDate day) {
    fixed = day.atTime(12, 0).atZone(ZONE).toInstant();
  }

  /** Stops the clock some time later than it shows. */
  public void pass(Duration time) {
    fixed = instant().plus(time);
  }

  /** Lets it run with the system's again. */
  public void release() {
    fixed = null;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }

  @Override
  public Instant instant() {
    Instant at = fixed;
    return at != null ? at : Instant.now();
  }
}

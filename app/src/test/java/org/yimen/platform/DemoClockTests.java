package org.yimen.platform;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Time that a file moves: in the demo alone. */
class DemoClockTests {

  @TempDir Path folder;

  @Test
  void the_demos_clock_goes_ahead_as_far_as_the_file_says() throws Exception {
    Path file = folder.resolve("days");
    MockEnvironment demo = settings(file);
    demo.setActiveProfiles("demo");
    Clock clock = new PlatformConfiguration().clock(demo);
    assertThat(ahead(clock)).isZero();
    Files.writeString(file, "8\n");
    assertThat(ahead(clock)).isEqualTo(8);
    assertThat(ahead(clock.withZone(clock.getZone()))).isEqualTo(8);
    Files.writeString(file, "9");
    assertThat(ahead(clock)).isEqualTo(9);
  }

  @Test
  void the_demo_makes_its_cases_on_days_gone_by_and_comes_back() {
    DemoClock clock = new DemoClock(null, ZoneId.of("Asia/Shanghai"));
    clock.daysAgo(30);
    assertThat(ahead(clock)).isEqualTo(-30);
    assertThat(ahead(clock.withZone(clock.getZone()))).isEqualTo(-30);
    clock.daysAgo(0);
    assertThat(ahead(clock)).isZero();
  }

  @Test
  void nobody_elses_clock_is_moved() throws Exception {
    Path file = Files.writeString(folder.resolve("days"), "8");
    MockEnvironment plain = settings(file);
    plain.setActiveProfiles("plain");
    assertThat(ahead(new PlatformConfiguration().clock(plain))).isZero();
    assertThat(ahead(new PlatformConfiguration().clock(settings(file)))).isZero();
  }

  private static MockEnvironment settings(Path file) {
    return new MockEnvironment().withProperty("yimen.clock-file", file.toString());
  }

  private static long ahead(Clock clock) {
    LocalDate today = LocalDate.now(clock.getZone());
    return DAYS.between(today, LocalDate.now(clock));
  }
}

package org.yimen.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** What ends on a day follows the clock on the wall, also where that is set forward or back. */
@OnPostgres
class ChangedClockTests {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @AfterEach
  void release() {
    clock.release();
  }

  @Test
  void a_list_that_ends_is_left_when_the_clock_jumps_and_stood_on_again_when_it_jumps_back()
      throws InterruptedException {
    clock.set(LAST_DAY);
    jdbc.sql("insert into registry.household (id, number) values (1, 'H1')").update();
    jdbc.sql(
            """
            insert into registry.fact (household, kind, valid_from, valid_to, source_row,
              source_kind)
            values (1, 'list.dibao', :from, :to, 1, 'dibao')
            """)
        .param("from", LAST_DAY.minusMonths(3))
        .param("to", LAST_DAY.plusDays(1))
        .update();
    clock.set(LAST_DAY.minusDays(1)); // any change of the day has it looked at
    await(() -> listed());
    clock.set(LAST_DAY.plusDays(40));
    await(() -> !listed());
    clock.set(LAST_DAY);
    await(() -> listed());
  }

  @Test
  void a_session_does_not_outlive_its_limit_because_the_clock_was_set_forward() {
    Desk desk = new Desk(port).as("district");
    assertThat(desk.get("/api/v1/areas").status()).isEqualTo(200);
    clock.pass(Duration.ofHours(13));
    assertThat(desk.get("/api/v1/areas").status()).isEqualTo(401);
  }

  private boolean listed() {
    return jdbc.sql("select 'dibao' = any(lists) from registry.household where id = 1")
        .query(Boolean.class)
        .single();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      Thread.sleep(100);
    }
  }
}

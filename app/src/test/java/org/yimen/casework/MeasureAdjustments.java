package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.eligibility.ValueDesk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/**
 * A new standard for many families recognised here, each with a determination of its own, which is
 * made again: {@code -Dtest=MeasureAdjustments -Dyimen.adjusted=1000}.
 */
@OnPostgres
class MeasureAdjustments {

  private static final int FAMILIES = Integer.getInteger("yimen.adjusted", 200);
  private static final String MONTH = "2026-01-01";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices notices;

  @Test
  void looking_and_carrying_out() throws Exception {
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    List<Long> ids =
        new WaitingCases(port, clock, notices).make(FAMILIES, LocalDate.of(2025, 10, 22));
    BulkDesk bulk = new BulkDesk(cases.as("district"));
    bulk.over(bulk.begun("confirm", List.of(), ids));
    clock.set(LocalDate.of(2026, 3, 10));
    AdjustmentDesk adjust = new AdjustmentDesk(cases, new ValueDesk(port));
    adjust.inForce("dibao.standard.rural", "850", MONTH);
    for (int i = 0; i < 5; i++) {
      timed("looking", () -> assertThat(adjust.look(MONTH).get("ready")).isNotEmpty());
    }
    timed("carrying out", () -> adjust.carriedOut(MONTH));
    assertThat(adjust.look(MONTH).get("done").get("families").asInt()).isEqualTo(FAMILIES);
    clock.release();
  }

  private static void timed(String what, Runnable deed) {
    long begun = System.nanoTime();
    deed.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%s, %d families: %.2f s%n", what, FAMILIES, seconds);
  }
}

package org.yimen.casework;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.TestClock;

/** What tests of casework begin with: a Monday in October, one town's villages and no cases. */
abstract class CaseworkDay {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices closeNotices;
  CaseDesk cases = new CaseDesk(0, new TestClock());

  @BeforeEach
  void villages_and_no_cases() {
    clock.set(LocalDate.of(2025, 10, 13));
    cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
  }

  @AfterEach
  void the_clock_is_released() {
    clock.release();
  }
}

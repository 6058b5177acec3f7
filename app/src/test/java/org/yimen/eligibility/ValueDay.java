package org.yimen.eligibility;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.testing.TestClock;

/** A hamlet, those who propose and agree to values, and the law that follows. */
abstract class ValueDay {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired LawInForce inForce;
  @Autowired ApplicationContext context;
  @Autowired TestClock clock;

  ValueDesk values;

  @BeforeAll
  static void settle(@Autowired DataSource dataSource) {
    Hamlet.settle(dataSource);
  }

  @BeforeEach
  void sit() {
    values = new ValueDesk(port);
  }

  @AfterEach
  void release() throws InterruptedException {
    while (context.getBean(ScreeningRuns.class).progress().running()) {
      Thread.sleep(50);
    }
    clock.release();
  }
}

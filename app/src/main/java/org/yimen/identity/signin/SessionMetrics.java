package org.yimen.identity.signin;

import java.time.Clock;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.running.DatabaseGauges;

/** How many sessions are open. */
@Component
class SessionMetrics implements InitializingBean {

  private final DatabaseGauges gauges;
  private final JdbcClient jdbc;
  private final Clock clock;

  SessionMetrics(DatabaseGauges gauges, JdbcClient jdbc, Clock clock) {
    this.gauges = gauges;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    gauges.add(
        "yimen.sessions",
        "open sessions of people who are signed in",
        () ->
            jdbc.sql(
                    """
                    select count(*) from identity.session
                    where principal_name is not null and expiry_time > :now
                    """)
                .param("now", clock.millis())
                .query(Long.class)
                .single());
  }
}

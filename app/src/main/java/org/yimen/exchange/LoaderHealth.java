package org.yimen.exchange;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.running.DatabaseGauges;

/** Whether somebody looks for files to load, and how many wait or have failed. */
@Component("loaderHealthIndicator")
class LoaderHealth implements HealthIndicator {

  private final LoadingInBackground loading;

  LoaderHealth(LoadingInBackground loading, DatabaseGauges gauges, JdbcClient jdbc) {
    this.loading = loading;
    count(gauges, jdbc, "waiting", "state not in ('done', 'failed', 'withdrawn')");
    count(gauges, jdbc, "failed", "state = 'failed'");
    count(gauges, jdbc, "done", "state = 'done'");
    gauges.add(
        "yimen.load.rows.left",
        "rows that the loader has still to write",
        () ->
            jdbc.sql(
                    """
                    select case when step = 'idle' then 0 else rows_total - rows_done end
                    from exchange.load_progress
                    """)
                .query(Long.class)
                .single());
  }

  private static void count(DatabaseGauges gauges, JdbcClient jdbc, String state, String where) {
    String query = "select count(*) from exchange.delivery where " + where;
    gauges.add(
        "yimen.deliveries",
        "deliveries by state",
        () -> jdbc.sql(query).query(Long.class).single(),
        "state",
        state);
  }

  @Override
  public Health health() {
    return loading.alive() ? Health.up().build() : Health.down().build();
  }
}

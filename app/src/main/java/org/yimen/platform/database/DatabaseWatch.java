package org.yimen.platform.database;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.running.Outage;
import org.yimen.platform.running.OutageLog;

/**
 * Looks every second whether the database answers. The program's own server is started again when
 * it has died; for an outside one the program waits.
 */
@Component
public class DatabaseWatch implements InitializingBean, DisposableBean {

  private final DatabaseConnection database;
  private final OutageLog outages;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "database-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean up = true;

  DatabaseWatch(DatabaseConnection database, OutageLog outages) {
    this.database = database;
    this.outages = outages;
  }

  /** Whether it answered when last asked, a second or two ago. */
  public boolean up() {
    return up;
  }

  @Override
  public void afterPropertiesSet() {
    looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      database.ask();
      up = true;
      outages.over();
    } catch (java.sql.SQLException e) {
      up = false;
      outages.met(Outage.DATABASE_AWAY, e);
      revive();
    }
  }

  private void revive() {
    try {
      database.revive();
    } catch (PlainFailure e) {
      // it is tried again in a second; the server's own log says why
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    looking.shutdown();
    if (!looking.awaitTermination(10, TimeUnit.SECONDS)) {
      looking.shutdownNow();
    }
  }
}

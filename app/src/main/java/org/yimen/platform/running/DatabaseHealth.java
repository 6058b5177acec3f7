package org.yimen.platform.running;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yimen.platform.database.DatabaseWatch;

/**
 * Whether the database answers, by the watch's last look: asking costs nothing while it is away.
 */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

  private final DatabaseWatch watch;

  DatabaseHealth(DatabaseWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch.up() ? Health.up().build() : Health.down().build();
  }
}

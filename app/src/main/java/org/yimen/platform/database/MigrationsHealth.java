package org.yimen.platform.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the tables are those of this version. */
@Component("migrationsHealthIndicator")
class MigrationsHealth implements HealthIndicator {

  private final ModuleMigrations migrations;

  MigrationsHealth(ModuleMigrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public Health health() {
    return migrations.done() ? Health.up().build() : Health.down().build();
  }
}

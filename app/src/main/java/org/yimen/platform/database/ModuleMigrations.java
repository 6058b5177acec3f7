package org.yimen.platform.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Each module has its own folder of migrations, its own schema and its own history; names without a
 * schema mean the module's own.
 */
@Component
class ModuleMigrations implements FlywayMigrationStrategy {

  /** A module stands after those it depends on. */
  static final List<String> MODULES =
      List.of("identity", "audit", "registry", "exchange", "eligibility", "casework", "desk");

  @Override
  public void migrate(Flyway flyway) {
    for (String module : MODULES) {
      Flyway.configure()
          .configuration(flyway.getConfiguration())
          .locations("classpath:db/migration/" + module)
          .schemas(module)
          .failOnMissingLocations(false)
          .load()
          .migrate();
    }
  }
}

package org.yimen.platform.database;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Each module has its own folder of migrations, its own schema and its own history; names without a
 * schema mean the module's own.
 */
@Component
public class ModuleMigrations implements FlywayMigrationStrategy {

  /** A module stands after those it depends on. */
  static final List<String> MODULES =
      List.of("platform", "identity", "audit", "registry", "exchange", "eligibility", "casework");

  /** The schemas of all modules, in the order in which they are made. */
  public static List<String> modules() {
    return MODULES;
  }

  /** Makes the tables as they were with these versions of the modules, in an empty database. */
  public static void to(DataSource dataSource, Map<String, String> versions) {
    for (String module : MODULES) {
      String version = versions.get(module);
      if (version != null) {
        Flyway.configure()
            .dataSource(dataSource)
            .locations("classpath:db/migration/" + module)
            .schemas(module)
            .target(version)
            .load()
            .migrate();
      }
    }
  }

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

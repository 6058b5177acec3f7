package org.yimen.platform.database;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;
import org.yimen.platform.PlainFailure;

/**
 * Each module has its own folder of migrations, its own schema and its own history; names without a
 * schema mean the module's own.
 */
@Component
public class ModuleMigrations implements FlywayMigrationStrategy {

  /** A module stands after those it depends on. */
  static final List<String> MODULES =
      List.of(
          "platform",
          "identity",
          "audit",
          "registry",
          "exchange",
          "eligibility",
          "casework",
          "desk");

  private volatile boolean done;

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
      Flyway own =
          Flyway.configure()
              .configuration(flyway.getConfiguration())
              .locations("classpath:db/migration/" + module)
              .schemas(module)
              .failOnMissingLocations(false)
              .load();
      refuseLaterSchema(own, module);
      own.migrate();
    }
    done = true;
  }

  /** Whether every module's tables are those of this version. */
  boolean done() {
    return done;
  }

  private static void refuseLaterSchema(Flyway own, String module) {
    for (MigrationInfo one : own.info().all()) {
      if (one.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new PlainFailure(
            "数据库已由更新版本的程序升级过（%s %s）。请使用新版本的程序，或恢复升级前的备份。".formatted(module, one.getVersion()));
      }
    }
  }
}

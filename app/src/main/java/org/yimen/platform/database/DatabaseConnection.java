package org.yimen.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.production.Production;

/**
 * Where the database is: the outside one of {@code YIMEN_DATABASE_URL}, or else the program's own
 * server in {@code YIMEN_HOME}. Either one is refused unless its writes are durable.
 */
@Component
class DatabaseConnection implements JdbcConnectionDetails, AutoCloseable {

  private final String url;
  private final String user;
  private final String password;
  private final @Nullable EmbeddedServer server;
  private @Nullable Connection probe;

  DatabaseConnection(Environment environment) {
    String outside = environment.getProperty("yimen.database.url", "");
    refuseUnfinished(Path.of(environment.getProperty("yimen.home", "data")));
    if (outside.isEmpty()) {
      String home = environment.getProperty("yimen.home", "data");
      server = EmbeddedServer.join(Path.of(home), List.of());
      url = server.url();
      user = server.user();
      password = server.password();
    } else {
      server = null;
      url = outside.startsWith("jdbc:") ? outside : "jdbc:" + outside;
      user = environment.getProperty("yimen.database.user", EmbeddedServer.USER);
      password = environment.getProperty("yimen.database.password", "");
    }
    // production mode tells this and everything else that is unsafe at once
    boolean toldLater = Production.MODE.equals(environment.getProperty("yimen.mode"));
    if (!toldLater && environment.getProperty("yimen.database.durable", Boolean.class, true)) {
      requireDurable();
    }
  }

  private static void refuseUnfinished(Path home) {
    if (Files.exists(home.resolve(EmbeddedServer.UNFINISHED))) {
      throw new PlainFailure(
          "数据目录 %s 里的恢复没有完成。请清空它（只留 keys 文件夹），再运行 yimen restore。".formatted(home));
    }
  }

  @Override
  public String getJdbcUrl() {
    return url;
  }

  @Override
  public String getUsername() {
    return user;
  }

  @Override
  public String getPassword() {
    return password;
  }

  /** Returns when the database answers; one connection that has ended doesn't mean it is away. */
  synchronized void ask() throws SQLException {
    Connection asked = probe;
    if (asked != null && asked.isValid(3)) {
      return;
    }
    closeProbe();
    Properties properties = new Properties();
    properties.put("user", user);
    properties.put("password", password);
    properties.put("connectTimeout", "3");
    properties.put("loginTimeout", "3");
    probe = DriverManager.getConnection(url, properties);
  }

  /** Starts the program's own server again if it has died. */
  void revive() {
    if (server != null) {
      server.revive();
    }
  }

  @Override
  public void close() {
    closeProbe();
    if (server != null) {
      server.close();
    }
  }

  private synchronized void closeProbe() {
    try {
      if (probe != null) {
        probe.close();
      }
    } catch (SQLException e) {
      // it had gone already
    } finally {
      probe = null;
    }
  }

  private void requireDurable() {
    String unsafe =
        """
        select string_agg(name || ' = ' || setting, ', ' order by name) from pg_settings
        where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'
        """;
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(unsafe)) {
      if (found.next() && found.getString(1) != null) {
        throw new PlainFailure("数据库的设置会丢失已确认的数据（%s），程序不启动。".formatted(found.getString(1)));
      }
    } catch (SQLException e) {
      throw new PlainFailure("连不上数据库，请检查 YIMEN_DATABASE_URL、用户和口令，以及数据库是否在运行。", e);
    }
  }
}

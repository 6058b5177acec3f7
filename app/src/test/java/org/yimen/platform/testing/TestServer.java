package org.yimen.platform.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.yimen.platform.database.EmbeddedServer;

/**
 * One PostgreSQL server for all tests of a JVM; its data may be lost, so it need not wait for
 * disks.
 */
public final class TestServer {

  private static final EmbeddedServer SERVER =
      EmbeddedServer.join(
          Path.of("target", "test-home"),
          List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off"));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  private static final int TRIES = 5;

  /** SQLSTATE object_in_use. */
  private static final String IN_USE = "55006";

  private TestServer() {}

  public static String url(String database) {
    return SERVER.url(database);
  }

  public static String user() {
    return SERVER.user();
  }

  public static String password() {
    return SERVER.password();
  }

  /** Makes a database as a copy, which replaces one of its name; closes all connections to both. */
  public static void create(String database, String template) {
    try (Connection connection = DriverManager.getConnection(url("yimen"), user(), password());
        Statement statement = connection.createStatement()) {
      if (exists(statement, database)) {
        alone(statement, database, "drop database " + database);
      }
      alone(statement, template, "create database %s template %s".formatted(database, template));
      open(statement, template, true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Brings everything that the server holds in memory onto the disk. */
  public static void checkpoint() throws SQLException {
    try (Connection owner = DriverManager.getConnection(url("postgres"), "postgres", password());
        Statement statement = owner.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  private static boolean exists(Statement statement, String database) throws SQLException {
    String query = "select from pg_database where datname = '%s'".formatted(database);
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next();
    }
  }

  /** A connection that was just being made is seen too late: it is ended the next time. */
  private static void alone(Statement statement, String database, String command)
      throws SQLException {
    for (int left = TRIES; left > 0; left--) {
      close(statement, database);
      try {
        statement.execute(command);
        return;
      } catch (SQLException e) {
        if (left == 1 || !IN_USE.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  /** Ends the connections of clients; the server itself ends what vacuums when it has to. */
  private static void close(Statement statement, String database) throws SQLException {
    open(statement, database, false); // a pool would be back at once
    statement.execute(
        """
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = '%s' and backend_type = 'client backend'"""
            .formatted(database));
  }

  private static void open(Statement statement, String database, boolean open) throws SQLException {
    if (!database.equals("template0")) {
      statement.execute("alter database %s allow_connections %b".formatted(database, open));
    }
  }
}

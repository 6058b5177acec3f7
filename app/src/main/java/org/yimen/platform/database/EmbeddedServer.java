package org.yimen.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.PlainFailure;

/**
 * The program's own PostgreSQL server, shared by every process that works on the same home.
 *
 * <p>Whoever comes first starts it, later ones join, the last one to leave stops it. Each process
 * shows its presence by one open connection, so a killed process counts as gone. A server left
 * behind by a killed program is joined again; its data need no more than PostgreSQL's own recovery.
 */
public final class EmbeddedServer implements AutoCloseable {

  /** In a home whose restoring broke off. */
  public static final String UNFINISHED = "restore-unfinished";

  static final String USER = "yimen";
  private static final String OWNER = "postgres";
  private static final String PRESENCE = "yimen-presence";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Home home;
  private final ServerCommands commands;
  private final String password;
  private final int port;
  private final List<String> settings;
  private Connection presence;

  private EmbeddedServer(
      Home home, ServerCommands commands, String password, int port, List<String> settings)
      throws SQLException {
    this.home = home;
    this.commands = commands;
    this.password = password;
    this.port = port;
    this.settings = settings;
    this.presence = open(port, USER, password, USER, PRESENCE);
  }

  /**
   * Joins the server of a home; makes and starts it where there is none.
   *
   * @param folder the home; the data directory is {@code database} inside it
   * @param settings further lines of postgresql.conf, which win over the durable defaults
   * @throws PlainFailure with a message for people
   */
  public static EmbeddedServer join(Path folder, List<String> settings) {
    Home home = Home.at(folder);
    return home.alone(
        () -> {
          String password = home.password();
          ServerCommands commands = new ServerCommands(home, Binaries.in(home.folder()));
          if (!Files.exists(home.data().resolve("PG_VERSION"))) {
            commands.makeData(password);
          }
          Integer running = portOfRunning(home, password);
          int port = running != null ? running : start(home, commands, settings);
          prepare(port, password);
          return new EmbeddedServer(home, commands, password, port, settings);
        });
  }

  /** A JDBC address of a database on this server. */
  public String url(String database) {
    return address(port, database) + "&ApplicationName=yimen";
  }

  public String url() {
    return url(USER);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /**
   * Starts the server again where it has died, on the same port, and shows this process's presence
   * anew. Does nothing but the latter while it recovers by itself.
   *
   * @throws PlainFailure while it can't be started or doesn't answer yet
   */
  public void revive() {
    home.alone(
        () -> {
          PostmasterFile file = PostmasterFile.read(home.data());
          if (file == null || !file.alive()) {
            clear(home, commands);
            commands.start(port, settings);
          }
          Connection fresh = open(port, USER, password, USER, PRESENCE);
          presence.close();
          presence = fresh;
          return port;
        });
  }

  /** Leaves; stops the server when no other process is present. */
  @Override
  public void close() {
    home.alone(
        () -> {
          boolean last = last();
          presence.close();
          if (last) {
            commands.stop();
          }
          return last;
        });
  }

  private boolean last() {
    String others =
        "select count(*) from pg_stat_activity where application_name = '%s' and pid <> pg_backend_pid()"
            .formatted(PRESENCE);
    try (Statement statement = presence.createStatement();
        ResultSet count = statement.executeQuery(others)) {
      return count.next() && count.getInt(1) == 0;
    } catch (SQLException e) {
      return false; // the server went away by itself
    }
  }

  private static int start(Home home, ServerCommands commands, List<String> settings)
      throws Exception {
    Integer before = portOfDead(home);
    clear(home, commands);
    for (int attempt = 1; ; attempt++) {
      // another process of this home may be about to start it again where it was
      int port = before != null && attempt == 1 && free(before) ? before : freePort();
      try {
        commands.start(port, settings);
        return port;
      } catch (IOException e) {
        if (attempt == 3) {
          throw e;
        }
      }
    }
  }

  /** The port of a living server that knows our password; waits while it recovers or shuts down. */
  private static @Nullable Integer portOfRunning(Home home, String password) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      PostmasterFile file = PostmasterFile.read(home.data());
      if (file == null) {
        return null;
      }
      if (!file.alive()) {
        return null;
      }
      if (file.port() != null) {
        try (Connection answered = open(file.port(), OWNER, password, OWNER, "yimen")) {
          return answered.isValid(5) ? file.port() : null;
        } catch (SQLException e) {
          if ("28P01".equals(e.getSQLState())) {
            throw new PlainFailure(
                "数据目录 %s 的数据库口令与 database.password 不符。".formatted(home.folder()));
          }
        }
      }
      Thread.sleep(100);
    }
    throw new PlainFailure("数据目录 %s 的数据库仍在运行但没有应答，请稍后再试。".formatted(home.folder()));
  }

  private static @Nullable Integer portOfDead(Home home) throws IOException {
    PostmasterFile file = PostmasterFile.read(home.data());
    return file == null ? null : file.port();
  }

  /**
   * Ends what a killed server left working and takes away a file that names a stranger. A file that
   * names nobody stays: by it the new server sees that nobody uses the old one's memory any more.
   */
  private static void clear(Home home, ServerCommands commands) throws Exception {
    commands.endLeftovers();
    PostmasterFile file = PostmasterFile.read(home.data());
    if (file != null && file.namesStranger()) {
      Files.deleteIfExists(home.data().resolve("postmaster.pid"));
    }
  }

  private static void prepare(int port, String password) throws SQLException {
    try (Connection owner = open(port, OWNER, password, OWNER, "yimen");
        Statement statement = owner.createStatement()) {
      if (!statement.executeQuery("select 1 from pg_roles where rolname = 'yimen'").next()) {
        statement.execute("create role yimen login createdb password '%s'".formatted(password));
      }
      statement.execute("alter role yimen createrole"); // the roles of requests: docs/adr/0006
      if (!statement.executeQuery("select 1 from pg_database where datname = 'yimen'").next()) {
        statement.execute("create database yimen owner yimen");
      }
    }
  }

  private static Connection open(
      int port, String user, String password, String database, String application)
      throws SQLException {
    Properties properties = new Properties();
    properties.put("user", user);
    properties.put("password", password);
    properties.put("ApplicationName", application);
    return DriverManager.getConnection(address(port, database), properties);
  }

  private static String address(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?logServerErrorDetail=false".formatted(port, database);
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

package org.yimen.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The rows of some tables, kept as files and written by nothing but COPY into like tables. */
final class PlainCopy {

  private final Connection connection;
  private final Path folder;
  private final List<String> tables;
  private long rows;

  /** Takes the rows out of all tables of these schemas. */
  PlainCopy(Connection connection, Path folder, String... schemas)
      throws SQLException, IOException {
    this.connection = connection;
    this.folder = Files.createDirectories(folder);
    this.tables = tables(connection, schemas);
    for (String table : tables) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
        rows +=
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + table + " to stdout", out);
      }
    }
  }

  long rows() {
    return rows;
  }

  /** Writes all rows once, a transaction a table, into new tables that are dropped afterwards. */
  Duration in(boolean withIndexes) throws SQLException, IOException {
    String like = withIndexes ? " including indexes" : "";
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists measured cascade");
      statement.execute("create schema measured");
      for (String table : tables) {
        statement.execute("create table %s (like %s%s)".formatted(copy(table), table, like));
      }
      statement.execute("checkpoint");
    } catch (SQLException e) {
      if (!"42501".equals(e.getSQLState())) {
        throw e; // else: only a superuser may ask for a checkpoint
      }
    }
    long begun = System.nanoTime();
    for (String table : tables) {
      try (InputStream in = Files.newInputStream(folder.resolve(table))) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + copy(table) + " from stdin", in);
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema measured cascade");
    }
    return took;
  }

  private static String copy(String table) {
    return "measured." + table.replace('.', '_');
  }

  private static List<String> tables(Connection connection, String... schemas) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema in ('%s') and table_type = 'BASE TABLE'
                  and table_name <> 'flyway_schema_history'
                order by 1
                """
                    .formatted(String.join("', '", schemas)))) {
      while (found.next()) {
        tables.add(found.getString(1));
      }
    }
    return tables;
  }
}

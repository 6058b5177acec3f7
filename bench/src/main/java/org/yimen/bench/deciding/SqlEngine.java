package org.yimen.bench.deciding;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.yimen.policy.columns.Block;
import org.yimen.policy.plan.Plan;
import org.yimen.policy.plan.SqlTables;

/** DuckDB in memory or PostgreSQL with a register, which decides it by the statement of a plan. */
final class SqlEngine implements AutoCloseable {
  private final Connection connection;
  private final String sql;

  private SqlEngine(Connection connection, Plan plan, String wide) {
    this.connection = connection;
    this.sql = plan.sql(wide);
  }

  static SqlEngine duckDb(Plan plan, Block register) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    SqlEngine engine = new SqlEngine(connection, plan, "HUGEINT");
    engine.execute("SET threads = 2");
    SqlTables.create().forEach(engine::execute);
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    for (String table : SqlTables.names()) {
      try (DuckDBAppender to = duck.createAppender("main", table)) {
        SqlTables.rows(register, table, values -> append(to, values));
      }
    }
    return engine;
  }

  private static void append(DuckDBAppender to, @Nullable Long[] values) {
    try {
      to.beginRow();
      for (Long value : values) {
        if (value == null) {
          to.appendNull();
        } else {
          to.append(value.longValue());
        }
      }
      to.endRow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static SqlEngine postgres(String url, Plan plan, Block register)
      throws SQLException, IOException {
    SqlEngine engine = new SqlEngine(DriverManager.getConnection(url), plan, "NUMERIC");
    SqlTables.names().forEach(name -> engine.execute("DROP TABLE IF EXISTS " + name));
    SqlTables.create().forEach(engine::execute);
    for (String table : SqlTables.names()) {
      StringBuilder text = new StringBuilder();
      SqlTables.rows(register, table, values -> line(text, Arrays.asList(values)));
      engine
          .connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN", new StringReader(text.toString()));
      engine.execute("ANALYZE " + table);
    }
    return engine;
  }

  private static void line(StringBuilder text, List<@Nullable Long> values) {
    for (int i = 0; i < values.size(); i++) {
      Long value = values.get(i);
      text.append(i == 0 ? "" : "\t").append(value == null ? "\\N" : value.toString());
    }
    text.append('\n');
  }

  private void execute(String statement) {
    try (Statement s = connection.createStatement()) {
      s.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** Decides all and keeps the findings in a table. */
  void decide() {
    execute("DROP TABLE IF EXISTS decided");
    execute("CREATE TEMP TABLE decided AS " + sql);
  }

  /** A digit a finding by household, or by member. */
  String[] found(boolean ofMember, int rows) throws SQLException {
    String[] found = new String[rows];
    String select = "SELECT id, found FROM decided WHERE of_member = " + (ofMember ? 1 : 0);
    try (Statement s = connection.createStatement();
        ResultSet all = s.executeQuery(select)) {
      while (all.next()) {
        found[all.getInt(1)] = all.getString(2);
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package org.yimen.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.columns.AnyHousehold;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;

/** DuckDB says what the columns say. With {@code -Dyimen.households=1000000} of so many. */
class SqlTests {
  private static final Law LAW = Law.load(List.of());
  private static final int HOUSEHOLDS = Integer.getInteger("yimen.households", 6_000);
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final int AT_A_TIME = 50_000;
  private static final int MILLION = 1_000_000;

  @Test
  void another_engine_finds_the_same_by_the_same_rules() throws SQLException {
    Plan plan = LAW.plan(DATE, "650107");
    String sql = plan.sql("HUGEINT");
    long nanos = 0;
    int findings = 0;
    for (int from = 0; from < HOUSEHOLDS; from += AT_A_TIME) {
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
        List<Household> households = new ArrayList<>();
        for (int i = from; i < Math.min(HOUSEHOLDS, from + AT_A_TIME); i++) {
          households.add(AnyHousehold.of(i, 0, DATE));
        }
        Block block = Block.of(households);
        load(connection, block);
        told(from);
        Decisions decisions = plan.decisions();
        decisions.decide(block);
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
          nanos += System.nanoTime() - start;
          findings += compare(rows, plan, decisions, block);
        }
      }
    }
    System.out.printf(
        "%d households, %d findings the same in DuckDB, %.1f s%n",
        HOUSEHOLDS, findings, nanos / 1e9);
    assertThat(findings).isGreaterThan(20 * HOUSEHOLDS);
  }

  /** Tells how far a long comparison is. */
  private static void told(int from) {
    if (from > 0 && from % MILLION == 0) {
      System.out.printf("%d households the same in DuckDB%n", from);
    }
  }

  private static int compare(ResultSet rows, Plan plan, Decisions decisions, Block block)
      throws SQLException {
    int count = 0;
    int found = 0;
    int own = plan.outputs.ofHousehold().size();
    while (rows.next()) {
      int id = rows.getInt(2);
      boolean member = rows.getInt(1) == 1;
      String digits = rows.getString(3);
      List<Integer> slots = member ? plan.outputs.ofMember() : plan.outputs.ofHousehold();
      StringBuilder expected = new StringBuilder();
      for (int slot : slots) {
        expected.append(decisions.code(slot, id));
      }
      String same = member ? digits : digits.substring(0, own);
      if (!same.contentEquals(expected)) {
        List<String> ids = member ? LAW.memberConditions() : LAW.householdConditions();
        assertThat(ids + " " + same).as("row %d", id).isEqualTo(ids + " " + expected);
      }
      count++;
      found += same.length();
    }
    assertThat(count).isEqualTo(block.size() + block.members());
    return found;
  }

  private static void load(Connection connection, Block block) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 1");
      for (String create : SqlTables.create()) {
        statement.execute(create);
      }
    }
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    for (String table : SqlTables.names()) {
      try (DuckDBAppender to = duck.createAppender("main", table)) {
        SqlTables.rows(block, table, values -> append(to, values));
      }
    }
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
}

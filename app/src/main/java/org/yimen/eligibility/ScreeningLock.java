package org.yimen.eligibility;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Lets one process screen at a time, and shows its progress beside its transaction. The server
 * gives the lock back when its holder dies, as it hangs on the holder's connection.
 */
final class ScreeningLock implements AutoCloseable {

  private static final int KEY = 650_022;

  /** SQL that is true while any process of this database screens. */
  static final String HELD =
      """
      exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.objid = %d and l.classid = 0 and l.granted
          and l.database = (select oid from pg_database where datname = current_database()))
      """
          .formatted(KEY);

  private final Connection connection;

  private ScreeningLock(Connection connection) {
    this.connection = connection;
  }

  /** The lock, or null where another process has it. */
  static @Nullable ScreeningLock tryTake(DataSource dataSource) {
    try {
      Connection connection = dataSource.getConnection();
      try (Statement statement = connection.createStatement();
          ResultSet taken = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
        if (taken.next() && taken.getBoolean(1)) {
          return new ScreeningLock(connection);
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      connection.close();
      return null;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Tells everybody how far a run is. */
  void show(long run, int done) {
    try (var statement =
        connection.prepareStatement("update eligibility.screening_run set done = ? where id = ?")) {
      statement.setInt(1, done);
      statement.setLong(2, run);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + KEY + ")");
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static DataAccessResourceFailureException failed(SQLException e) {
    return new DataAccessResourceFailureException("the lock of screening", e);
  }
}

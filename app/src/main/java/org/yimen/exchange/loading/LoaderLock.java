package org.yimen.exchange.loading;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Lets one process load at a time. The server gives the lock back when its holder dies, as it hangs
 * on the holder's connection.
 */
final class LoaderLock implements AutoCloseable {

  private static final int KEY = 650_021;

  /** SQL that is true while any process of this database holds the lock. */
  static final String HELD =
      """
      exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.objid = %d and l.classid = 0 and l.granted
          and l.database = (select oid from pg_database where datname = current_database()))
      """
          .formatted(KEY);

  private final Connection connection;

  private LoaderLock(Connection connection) {
    this.connection = connection;
  }

  /** The lock, or null where another process has it. */
  static @Nullable LoaderLock tryTake(DataSource dataSource) {
    try {
      Connection connection = dataSource.getConnection();
      try (Statement statement = connection.createStatement();
          ResultSet taken = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
        if (taken.next() && taken.getBoolean(1)) {
          return new LoaderLock(connection);
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      connection.close();
      return null;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the loader's lock", e);
    }
  }

  @Override
  public void close() {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_unlock(" + KEY + ")");
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the loader's lock", e);
    }
  }
}

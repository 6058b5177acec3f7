package org.yimen.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Lets one process of a database do a job at a time. The server gives the lock back when its holder
 * dies, as it hangs on the holder's connection.
 *
 * @param key one number for each job
 */
public record JobLock(int key) {

  /** The lock taken, with the connection that it hangs on. */
  public record Held(JobLock lock, Connection connection) implements AutoCloseable {

    @Override
    public void close() {
      try (connection;
          Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_unlock(" + lock.key + ")");
      } catch (SQLException e) {
        throw lock.failed(e);
      }
    }
  }

  /** The lock, or null where another process has it. */
  public @Nullable Held tryTake(DataSource dataSource) {
    try {
      Connection connection = dataSource.getConnection();
      try (Statement statement = connection.createStatement();
          ResultSet taken = statement.executeQuery("select pg_try_advisory_lock(" + key + ")")) {
        if (taken.next() && taken.getBoolean(1)) {
          return new Held(this, connection);
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

  /** SQL that is true while any process of this database has the lock. */
  public String held() {
    return """
      exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.objid = %d and l.classid = 0 and l.granted
          and l.database = (select oid from pg_database where datname = current_database()))
      """
        .formatted(key);
  }

  private DataAccessResourceFailureException failed(SQLException e) {
    return new DataAccessResourceFailureException("job lock " + key, e);
  }
}

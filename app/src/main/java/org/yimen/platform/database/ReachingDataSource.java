package org.yimen.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * The pool. A connection that a thread with a {@link RowReach} takes has that reach until it is
 * given back; one that can't be freed of it is thrown away.
 */
final class ReachingDataSource extends HikariDataSource {

  /** Those that have a reach, so that one which was given back some other way is freed later. */
  private final Set<Connection> reaching =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    RowReach reach = RowReach.current();
    try {
      if (reaching.contains(connection.unwrap(PgConnection.class))) {
        free(connection);
      }
      if (reach == null) {
        return connection;
      }
      reaching.add(connection.unwrap(PgConnection.class));
      set(connection, reach.settings());
    } catch (SQLException e) {
      discard(connection);
      throw e;
    }
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new GivenBack(this, connection));
  }

  private void free(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    Map<String, String> none = new LinkedHashMap<>(RowReach.NOTHING.settings());
    none.replaceAll((name, value) -> name.equals("role") ? "none" : "");
    set(connection, none);
    reaching.remove(connection.unwrap(PgConnection.class));
  }

  /** All in one round trip. */
  private static void set(Connection connection, Map<String, String> settings) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(settings.keySet()))) {
      int at = 1;
      for (String value : settings.values()) {
        statement.setString(at++, value);
      }
      statement.execute();
    }
  }

  private static String sql(Collection<String> names) {
    return names.stream()
        .map(name -> "set_config('%s', ?, false)".formatted(name))
        .collect(Collectors.joining(", ", "select ", ""));
  }

  private void discard(Connection connection) throws SQLException {
    evictConnection(connection);
    connection.close();
  }

  /** A connection that loses its reach before the pool has it again. */
  private record GivenBack(ReachingDataSource pool, Connection connection)
      implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("close")) {
        giveBack();
        return null;
      }
      // a statement names the connection below this one
      if (method.getName().equals("equals") && arguments != null) {
        return proxy == arguments[0] || connection.equals(arguments[0]);
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    }

    private void giveBack() throws SQLException {
      if (connection.isClosed()) {
        return;
      }
      try {
        pool.free(connection);
      } catch (SQLException e) {
        pool.discard(connection);
        return;
      }
      connection.close();
    }
  }
}

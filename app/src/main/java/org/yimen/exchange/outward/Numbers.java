package org.yimen.exchange.outward;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of rows, drawn many at a time, as a row is sealed under its own before it is written. */
public final class Numbers {

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final String table;
  private final Deque<Long> drawn = new ArrayDeque<>();

  public Numbers(JdbcClient jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  public long next() {
    if (drawn.isEmpty()) {
      drawn.addAll(
          jdbc.sql(
                  """
                  select nextval(pg_get_serial_sequence(:table, 'id'))
                  from generate_series(1, :count)
                  """)
              .param("table", table)
              .param("count", AT_ONCE)
              .query(Long.class)
              .list());
    }
    return drawn.removeFirst();
  }
}

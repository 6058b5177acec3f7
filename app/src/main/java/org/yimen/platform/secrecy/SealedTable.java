package org.yimen.platform.secrecy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sealed values in a column of a table, brought up to the newest keys in small transactions. A row
 * that somebody else is changing is left to the next pass instead of waited for.
 */
public final class SealedTable implements SealedStore {

  private static final int AT_ONCE = 1_000;

  /** Reads a row's value, and says what it should be, null where it is as it should be. */
  public interface Again {
    @Nullable Object value(String key, Object old);
  }

  /**
   * Which values.
   *
   * @param keyType SQL type of the key: bigint or text
   * @param read SQL of the value as the database keeps it, null where there is none
   * @param write an update whose parameters are the new value and the key
   */
  public record Column(
      String title, String table, String key, String keyType, String read, String write) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Column column;
  private final Again again;

  private SealedTable(
      JdbcTemplate jdbc, TransactionTemplate transaction, Column column, Again again) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.column = column;
    this.again = again;
  }

  /** Bytes of a {@link SealedField} in a column of their own. */
  public static SealedTable of(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Column column,
      SealedField field) {
    return of(
        jdbc,
        transactions,
        column,
        (key, old) -> {
          byte[] sealed = (byte[]) old;
          return field.current(sealed) ? null : field.seal(key, field.bytes(key, sealed));
        });
  }

  /** Whatever the database gives for the column, made anew by the module that knows it. */
  public static SealedTable of(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Column column, Again again) {
    return new SealedTable(jdbc, new TransactionTemplate(transactions), column, again);
  }

  private record Row(String key, Object old) {}

  @Override
  public String title() {
    return column.title();
  }

  @Override
  public long pass() {
    long notRight = 0;
    String after = null;
    for (List<Row> rows = rows(null); !rows.isEmpty(); rows = rows(after)) {
      after = rows.get(rows.size() - 1).key();
      List<String> stale =
          rows.stream()
              .filter(row -> again.value(row.key(), row.old()) != null)
              .map(Row::key)
              .toList();
      if (!stale.isEmpty()) {
        transaction.executeWithoutResult(status -> write(stale));
        notRight += stale.size();
      }
    }
    return notRight;
  }

  private List<Row> rows(@Nullable String after) {
    String query =
        "select %1$s::text as key, %2$s as value from %3$s where %2$s is not null%4$s order by %1$s limit %5$d"
            .formatted(
                column.key(),
                column.read(),
                column.table(),
                after == null
                    ? ""
                    : " and %s > cast(? as %s)".formatted(column.key(), column.keyType()),
                AT_ONCE);
    Object[] parameters = after == null ? new Object[0] : new Object[] {after};
    return jdbc.query(query, this::row, parameters);
  }

  private Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Row(row.getString("key"), row.getObject("value"));
  }

  private void write(List<String> stale) {
    String query =
        "select %1$s::text as key, %2$s as value from %3$s where %1$s = any(cast(? as %4$s[])) and %2$s is not null order by %1$s for update skip locked"
            .formatted(column.key(), column.read(), column.table(), column.keyType());
    List<Row> locked = jdbc.query(query, this::row, (Object) stale.toArray(String[]::new));
    List<Object[]> changes = new ArrayList<>();
    for (Row row : locked) {
      Object fresh = again.value(row.key(), row.old());
      if (fresh != null) {
        changes.add(new Object[] {fresh, row.key()});
      }
    }
    jdbc.batchUpdate(column.write(), changes);
  }
}

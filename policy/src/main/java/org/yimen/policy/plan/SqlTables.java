package org.yimen.policy.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.Block;
import org.yimen.policy.columns.Cells;
import org.yimen.policy.columns.Place;
import org.yimen.policy.columns.Table;

/**
 * The tables that {@link Plan#sql} reads, and a block's rows for them; what is not known is null.
 */
public final class SqlTables {

  private SqlTables() {}

  /** Takes one row of whole numbers. */
  public interface Rows {
    void row(@Nullable Long[] values);
  }

  /** All tables' names. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Place place : Place.values()) {
      names.add(SqlStages.raw(place));
    }
    return names;
  }

  /** A statement for each table, in the order of the names. */
  public static List<String> create() {
    List<String> statements = new ArrayList<>();
    for (Place place : Place.values()) {
      StringBuilder columns = new StringBuilder("id BIGINT, parent BIGINT");
      for (int i = 0; i < place.codes(); i++) {
        columns.append(", c").append(i).append(" BIGINT");
      }
      for (int i = 0; i < place.numbers(); i++) {
        columns.append(", n").append(i).append(" BIGINT");
      }
      columns.append(place == Place.INCOME ? ", e1 BIGINT" : "");
      statements.add("CREATE TABLE " + SqlStages.raw(place) + " (" + columns + ")");
    }
    return statements;
  }

  /**
   * A block's rows of one table.
   *
   * @param name of {@link #names}
   */
  public static void rows(Block block, String name, Rows into) {
    Place place = Place.values()[names().indexOf(name)];
    Table table = block.table(place);
    for (int row = 0; row < table.rows; row++) {
      into.row(row(table, row));
    }
  }

  private static @Nullable Long[] row(Table table, int row) {
    boolean income = table.place == Place.INCOME;
    int width = 2 + table.codes.length + table.low.length + (income ? 1 : 0);
    @Nullable Long[] values = new Long[width];
    int at = 0;
    values[at++] = (long) row;
    values[at++] = (long) table.parent[row];
    for (byte[] codes : table.codes) {
      values[at++] = codes[row] < 0 ? null : Long.valueOf(codes[row]);
    }
    for (int i = 0; i < table.low.length; i++) {
      long low = table.low[i][row];
      boolean days = income && i == Cells.DAYS;
      boolean told = table.place != Place.HOUSEHOLD || low != Long.MIN_VALUE;
      values[at++] = days || told && low == table.high[i][row] ? low : null;
    }
    if (income) {
      values[at] = table.high[Cells.DAYS][row];
    }
    return values;
  }
}

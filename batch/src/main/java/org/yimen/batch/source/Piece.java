package org.yimen.batch.source;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.Fault;

/**
 * A line of one of the tables, before it is put to its household.
 *
 * @param household id of the household, empty where it can't be read
 * @param cells of the table, empty places for its parts, then file and position
 */
record Piece(
    FactTable table,
    String household,
    String member,
    String obligor,
    @Nullable Object[] cells,
    List<Fault> faults)
    implements Serializable {

  String file() {
    return String.valueOf(cells[table.width()]);
  }

  long position() {
    return cells[table.width() + 1] instanceof Long at ? at : 0;
  }

  Fault fault(String column, String message) {
    return new Fault(file(), position(), column, message);
  }

  /** What groups the rows of a household; a row that names none is alone. */
  String key() {
    return household.isEmpty() ? "\u0000" + file() + "\u0000" + position() : household;
  }
}

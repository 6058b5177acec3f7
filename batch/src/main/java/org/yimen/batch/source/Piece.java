package org.yimen.batch.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.Column;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.Fault;
import org.yimen.batch.facts.TextCell;

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

  /** Reads a line as its file's first line says. */
  static Piece of(Lines.Line line, CsvTable header) {
    FactTable table = header.table();
    @Nullable Object[] cells = new @Nullable Object[table.width() + 2];
    cells[table.width()] = UTF8String.fromString(line.file());
    cells[table.width() + 1] = line.position();
    List<Fault> faults = new ArrayList<>();
    String[] keys = {"", "", ""};
    String text = line.text();
    List<String> given = text == null ? null : CsvLine.cells(text);
    if (given == null) {
      faults.add(whole(line, text == null ? "这一行不是规定的编码，请核对 --encoding。" : "引号没有配对；单元格内不能换行。"));
    } else if (given.size() != header.columns().length) {
      String counts = "有 " + given.size() + " 个单元格，列名有 " + header.columns().length + " 个。";
      faults.add(whole(line, counts + "单元格内的逗号须用引号括起。"));
    } else {
      for (int i = 0; i < given.size(); i++) {
        String wrong = put(header, i, given.get(i).strip(), cells, keys);
        if (wrong != null) {
          faults.add(new Fault(line.file(), line.position(), header.name(i), wrong));
        }
      }
    }
    String household = table == FactTable.HOUSEHOLD ? text(cells[table.at("id")]) : keys[0];
    String member = table == FactTable.MEMBER ? text(cells[table.at("id")]) : keys[1];
    Piece piece = new Piece(table, household, member, keys[2], cells, faults);
    if (household.isEmpty() && faults.isEmpty()) {
      faults.add(piece.fault(table == FactTable.HOUSEHOLD ? "id" : "household", "不能为空。"));
    }
    return piece;
  }

  private static Fault whole(Lines.Line line, String message) {
    return new Fault(line.file(), line.position(), "", message);
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }

  /** Puts a cell to its column or its key; gives what is wrong with it. */
  private static @Nullable String put(
      CsvTable header, int place, String text, @Nullable Object[] cells, String[] keys) {
    Column.Kind kind = header.kind(place);
    if (kind == null) {
      keys[-1 - header.columns()[place]] = text;
    } else if (!text.isEmpty()) {
      try {
        cells[header.columns()[place]] = TextCell.of(kind, text);
      } catch (TextCell.Wrong e) {
        return String.valueOf(e.getMessage());
      }
    }
    return null;
  }
}

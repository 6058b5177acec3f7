package org.yimen.batch.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.Column;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.Fault;
import org.yimen.batch.facts.TextCell;

/** Reads one line of CSV as its file's first line says. */
final class ReadPiece {
  private final Lines.Line line;
  private final CsvTable header;
  private final FactTable table;
  private final @Nullable Object[] cells;
  private final String[] keys = {"", "", ""};
  private final List<Fault> faults = new ArrayList<>();

  ReadPiece(Lines.Line line, CsvTable header) {
    this.line = line;
    this.header = header;
    this.table = header.table();
    this.cells = new @Nullable Object[table.width() + 2];
    cells[table.width()] = UTF8String.fromString(line.file());
    cells[table.width() + 1] = line.position();
  }

  Piece piece() {
    String text = line.text();
    List<String> given = text == null ? null : CsvLine.cells(text);
    if (given == null) {
      fault("", text == null ? "这一行不是规定的编码，请核对 --encoding。" : "引号没有配对；单元格内不能换行。");
    } else if (given.size() != header.columns().length) {
      String counts = "有 " + given.size() + " 个单元格，列名有 " + header.columns().length + " 个。";
      fault("", counts + "单元格内的逗号须用引号括起。");
      whose(given);
    } else {
      for (int i = 0; i < given.size(); i++) {
        put(i, given.get(i).strip());
      }
    }
    boolean ofHousehold = table == FactTable.HOUSEHOLD;
    String household = ofHousehold ? id() : keys[0];
    String member = table == FactTable.MEMBER ? id() : keys[1];
    if (household.isEmpty() && faults.isEmpty()) {
      fault(ofHousehold ? "id" : "household", "不能为空。");
    }
    return new Piece(table, household, member, keys[2], cells, faults);
  }

  private void fault(String column, String message) {
    faults.add(new Fault(line.file(), line.position(), column, message));
  }

  private String id() {
    Object cell = cells[table.at("id")];
    return cell == null ? "" : cell.toString();
  }

  /** Of a line with too few or too many cells only what it belongs to is taken. */
  private void whose(List<String> given) {
    for (int i = 0; i < Math.min(given.size(), header.columns().length); i++) {
      if (header.kind(i) == null || header.name(i).equals("id")) {
        put(i, given.get(i).strip());
      }
    }
  }

  /** Puts a cell to its column or its key. */
  private void put(int place, String text) {
    Column.Kind kind = header.kind(place);
    if (kind == null) {
      keys[-1 - header.columns()[place]] = text;
    } else if (!text.isEmpty()) {
      try {
        cells[header.columns()[place]] = TextCell.of(kind, text);
      } catch (TextCell.Wrong e) {
        fault(header.name(place), String.valueOf(e.getMessage()));
      }
    }
  }
}

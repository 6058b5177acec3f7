package org.yimen.batch.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Range;

/**
 * A row of the schema, read cell by cell. What is wrong with a cell goes to the faults, and a
 * harmless value is given, so that one reading finds everything.
 */
final class Cells {
  /** A thousand million yuan in fen: the bound of case files. */
  static final long MOST = 100_000_000_000L;

  private static final int MOST_ITEMS = 1000;
  private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private final FactTable table;
  private final InternalRow row;
  private final @Nullable Cells in;
  private final String name;
  private final int index;
  private final List<Fault> faults;

  private Cells(
      FactTable table, InternalRow row, @Nullable Cells in, String name, int index, Cells first) {
    this.table = table;
    this.row = row;
    this.in = in;
    this.name = name;
    this.index = index;
    this.faults = first.faults;
  }

  /** A row that lies in no other; it has its file and position behind its columns. */
  Cells(FactTable table, InternalRow row, List<Fault> faults) {
    this.table = table;
    this.row = row;
    this.in = null;
    this.name = "";
    this.index = 0;
    this.faults = faults;
  }

  String file() {
    return row.getUTF8String(table.width()).toString();
  }

  long position() {
    return row.getLong(table.width() + 1);
  }

  /** A row made of a table's own line knows its place; another has that of the row it lies in. */
  private boolean hasPlace() {
    return row.numFields() > table.width();
  }

  void fault(int at, String message) {
    fault(table.type().fields()[at].name(), message);
  }

  private void fault(String column, String message) {
    StringBuilder path = new StringBuilder(column);
    Cells here = this;
    while (!here.hasPlace() && here.in != null) {
      path.insert(0, here.name + "[" + here.index + "].");
      here = here.in;
    }
    Fault fault = new Fault(here.file(), here.position(), path.toString(), message);
    if (faults.stream().noneMatch(fault::isOfSameCell)) {
      faults.add(fault);
    }
  }

  boolean given(int at) {
    return !row.isNullAt(at);
  }

  private @Nullable UTF8String cell(int at) {
    UTF8String cell = row.isNullAt(at) ? null : row.getUTF8String(at);
    if ((cell == null || cell.numBytes() == 0) && table.columns().get(at).required()) {
      fault(at, "不能为空。");
    }
    return cell == null || cell.numBytes() == 0 ? null : cell;
  }

  /** Empty where it is missing, which is a fault where it must not be. */
  String text(int at, int most) {
    UTF8String cell = cell(at);
    String text = cell == null ? "" : cell.toString();
    boolean blank = text.isBlank() && !text.isEmpty();
    if (text.length() > most || blank || text.chars().anyMatch(Character::isISOControl)) {
      fault(at, "应为 1 至 " + most + " 个可见的字。");
    }
    return text;
  }

  <E extends Enum<E> & Coded> @Nullable E code(int at, Codes<E> codes) {
    UTF8String cell = cell(at);
    return cell == null ? null : code(at, cell, codes);
  }

  private <E extends Enum<E> & Coded> @Nullable E code(int at, UTF8String cell, Codes<E> codes) {
    E found = codes.find(cell);
    if (found == null) {
      fault(at, "不认识" + Fault.shown(cell.toString()) + "，可用：" + codes.all() + "。");
    }
    return found;
  }

  <E extends Enum<E> & Coded> E code(int at, Codes<E> codes, E absent) {
    E found = code(at, codes);
    return found == null ? absent : found;
  }

  <E extends Enum<E> & Coded> List<E> codes(int at, Codes<E> codes) {
    List<E> all = new ArrayList<>();
    if (!row.isNullAt(at)) {
      ArrayData cells = row.getArray(at);
      for (int i = 0; i < cells.numElements(); i++) {
        UTF8String cell = cells.isNullAt(i) ? UTF8String.EMPTY_UTF8 : cells.getUTF8String(i);
        E found = code(at, cell, codes);
        if (found != null) {
          all.add(found);
        }
      }
    }
    return all;
  }

  boolean truth(int at, boolean absent) {
    return row.isNullAt(at) ? absent : row.getBoolean(at);
  }

  int whole(int at, int least, int most, int absent) {
    if (row.isNullAt(at)) {
      if (table.columns().get(at).required()) {
        fault(at, "不能为空。");
      }
      return absent;
    }
    int value = row.getInt(at);
    if (value < least || value > most) {
      fault(at, "应为 " + least + " 到 " + most + " 的整数。");
      return absent;
    }
    return value;
  }

  @Nullable LocalDate day(int at) {
    if (row.isNullAt(at)) {
      if (table.columns().get(at).required()) {
        fault(at, "不能为空。");
      }
      return null;
    }
    LocalDate day = LocalDate.ofEpochDay(row.getInt(at));
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      fault(at, "日期应在 1850 年至 2199 年之间。");
      return null;
    }
    return day;
  }

  /** Nobody is born after the day that is asked about. */
  @Nullable LocalDate birth(int at, LocalDate asOf) {
    LocalDate day = day(at);
    if (day != null && day.isAfter(asOf)) {
      fault(at, "出生日期晚于测算日期 " + asOf + "。");
    }
    return day;
  }

  /** Hundredths, never negative; null where the cell is empty. */
  @Nullable Long hundredths(int at) {
    return hundredths(at, false);
  }

  private @Nullable Long hundredths(int at, boolean mayBeNegative) {
    if (row.isNullAt(at)) {
      if (table.columns().get(at).required()) {
        fault(at, "不能为空。");
      }
      return null;
    }
    long value = row.getDecimal(at, Column.PRECISION, Column.SCALE).toUnscaledLong();
    if (Math.abs(value) > MOST) {
      fault(at, "太大，不能超过 1000000000。");
      return null;
    }
    if (value < 0 && !mayBeNegative) {
      fault(at, "不能是负数。");
      return null;
    }
    return value;
  }

  /**
   * An amount and, in the column behind it, its upper bound; no bound at all where {@code orMore}
   * names it.
   */
  Range money(int at, Range absent) {
    return range(at, hundredths(at), hundredths(at + 1), absent);
  }

  /** The same where a loss is possible. */
  Range result(int at, Range absent) {
    return range(at, hundredths(at, true), hundredths(at + 1, true), absent);
  }

  /** The same of whole months. */
  Range months(int at, int most) {
    int low = whole(at, 0, most, 0);
    Long high = row.isNullAt(at + 1) ? null : (long) whole(at + 1, 0, most, most);
    return range(at, (long) low, high, Range.ZERO);
  }

  private Range range(int at, @Nullable Long low, @Nullable Long high, Range absent) {
    boolean open = orMore(table.columns().get(at).name());
    if (low == null) {
      if (high != null || open) {
        fault(at, "写了上限或 orMore，就必须写数额（至少多少）。");
      }
      return absent;
    }
    if (high == null) {
      return open ? Range.atLeast(low) : Range.exactly(low);
    }
    if (open || high < low) {
      fault(at + 1, open ? "已在 orMore 中写明没有上限，不能再写上限。" : "上限小于下限。");
      return absent;
    }
    return Range.between(low, high);
  }

  /** A misspelt name in {@code orMore} would make an open amount exact. */
  void checkOrMore() {
    int at = table.columns().size() - 1;
    if (!table.columns().get(at).name().equals("orMore") || row.isNullAt(at)) {
      return;
    }
    ArrayData names = row.getArray(at);
    for (int i = 0; i < names.numElements(); i++) {
      String named = names.isNullAt(i) ? "" : names.getUTF8String(i).toString();
      if (table.columns().stream().noneMatch(column -> column.name().equals(named + "Max"))) {
        fault(at, "orMore 只能写数额列的名称，而不是" + Fault.shown(named) + "。");
      }
    }
  }

  private boolean orMore(String column) {
    int at = table.columns().size() - 1;
    if (!row.isNullAt(at)) {
      ArrayData names = row.getArray(at);
      for (int i = 0; i < names.numElements(); i++) {
        if (!names.isNullAt(i) && names.getUTF8String(i).toString().equals(column)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The rows of a part; at most as many as a case file may have. */
  List<Cells> rows(int part) {
    int at = table.columns().size() + part;
    if (row.isNullAt(at)) {
      return List.of();
    }
    FactTable.Part of = table.parts().get(part);
    ArrayData rows = row.getArray(at);
    List<Cells> all = new ArrayList<>(rows.numElements());
    if (rows.numElements() > MOST_ITEMS) {
      fault(at, "最多 " + MOST_ITEMS + " 项。");
      return all;
    }
    for (int i = 0; i < rows.numElements(); i++) {
      if (rows.isNullAt(i)) {
        fault(at, "第 " + (i + 1) + " 项是空的。");
      } else {
        InternalRow item = rows.getStruct(i, of.table().width());
        Cells cells = new Cells(of.table(), item, this, of.name(), i, this);
        cells.checkOrMore();
        all.add(cells);
      }
    }
    return all;
  }
}

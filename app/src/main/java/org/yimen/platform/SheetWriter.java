package org.yimen.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows below a header, on a further sheet where one is full; never more than a few rows are
 * held in memory. Text that a spreadsheet would read as a formula begins with an apostrophe.
 */
public final class SheetWriter implements AutoCloseable {

  /** A column's header and width in characters. */
  public record Column(String header, int width) {}

  private static final int FULL = 1_000_000;
  private static final int FLUSH_EVERY = 500;

  private final Workbook workbook;
  private final String name;
  private final List<Column> columns;
  private Worksheet sheet;
  private int sheets = 1;
  private int row;

  public SheetWriter(Workbook workbook, String name, List<Column> columns) {
    this.workbook = workbook;
    this.name = name;
    this.columns = columns;
    this.sheet = begin(name);
  }

  /** Adds a row: numbers as numbers, null as an empty cell, all else as text. */
  public void row(@Nullable Object... cells) {
    if (row > FULL) {
      finish();
      sheet = begin(name + ++sheets);
    }
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        sheet.value(row, i, number);
      } else if (cells[i] != null) {
        sheet.inlineString(row, i, SheetText.escaped(cells[i].toString()));
      }
    }
    row++;
    if (row % FLUSH_EVERY == 0) {
      flush();
    }
  }

  private Worksheet begin(String title) {
    Worksheet begun = workbook.newWorksheet(title);
    begun.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      begun.width(i, columns.get(i).width());
      begun.inlineString(0, i, columns.get(i).header());
      begun.style(0, i).bold().set();
    }
    row = 1;
    return begun;
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish() {
    try {
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    finish();
  }
}

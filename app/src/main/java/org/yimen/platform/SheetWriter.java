package org.yimen.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows below a header and the lines above it, if any, on a further sheet where one is full;
 * never more than a few rows are held in memory. Text that a spreadsheet would read as a formula
 * begins with an apostrophe.
 */
public final class SheetWriter implements AutoCloseable {

  /** A column's header and width in characters. */
  public record Column(String header, int width) {}

  private static final int FULL = 1_000_000;
  private static final int FLUSH_EVERY = 500;
  private static final int TITLE = 16;

  private final Workbook workbook;
  private final String name;
  private final List<String> above;
  private final List<Column> columns;
  private Worksheet sheet;
  private int sheets = 1;
  private int row;

  public SheetWriter(Workbook workbook, String name, List<Column> columns) {
    this(workbook, name, List.of(), columns);
  }

  /** With lines above the header, each over all columns: the first is the title. */
  public SheetWriter(Workbook workbook, String name, List<String> above, List<Column> columns) {
    this.workbook = workbook;
    this.name = name;
    this.above = above;
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
    int header = above.size();
    begun.freezePane(0, header + 1);
    for (int i = 0; i < header; i++) {
      begun.range(i, 0, i, columns.size() - 1).merge();
      begun.inlineString(i, 0, SheetText.escaped(above.get(i)));
    }
    if (header > 0) {
      begun.style(0, 0).bold().fontSize(TITLE).horizontalAlignment("center").set();
    }
    for (int i = 0; i < columns.size(); i++) {
      begun.width(i, columns.get(i).width());
      begun.inlineString(header, i, columns.get(i).header());
      begun.style(header, i).bold().set();
    }
    row = header + 1;
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

package org.yimen.demo.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.files.RowTruth.Subject;

/** Rows of one sheet, written from top to bottom and let go of as they are written. */
final class SheetRows {
  private static final int KEPT = 500;

  private final Worksheet sheet;
  private final String place;
  private final RowTruth truth;
  private int row;

  SheetRows(Worksheet sheet, String file, RowTruth truth) {
    this.sheet = sheet;
    this.place = file + "," + sheet.getName();
    this.truth = truth;
  }

  /** A title over the width of the table in one merged cell. */
  void title(String text, int columns) {
    plain(text);
    merge(row, 0, row, columns - 1);
  }

  void plain(@Nullable Object... cells) {
    for (int column = 0; column < cells.length; column++) {
      Object cell = cells[column];
      if (cell instanceof Number number) {
        sheet.value(row, column, number);
      } else if (cell != null) {
        sheet.value(row, column, cell.toString());
      }
    }
    row++;
    if (row % KEPT == 0) {
      flush();
    }
  }

  void of(Subject subject, @Nullable Object... cells) {
    plain(cells);
    truth.note(place, row, subject);
  }

  /** Rows are 1-based as people count them, columns 0-based. */
  void merge(int top, int left, int bottom, int right) {
    sheet.range(top - 1, left, bottom - 1, right).merge();
  }

  /** The last row written, 1-based. */
  int row() {
    return row;
  }

  void finish() {
    try {
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

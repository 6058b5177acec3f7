package org.yimen.exchange.reading;

import java.util.List;
import java.util.function.Predicate;

/** A file as sheets of raw rows. Opening one has read it whole once, so its bounds hold. */
interface Source {
  int BRIEF = 200;

  Cell BLANK = new Cell("", Cell.Kind.TEXT);

  /** A cell's text and where it came from. */
  record Cell(String text, Kind kind) {
    enum Kind {
      TEXT,
      NUMBER,
      FORMULA
    }

    boolean blank() {
      return text.isBlank();
    }

    private Cell brief() {
      return text.length() <= BRIEF ? this : new Cell(text.substring(0, BRIEF), kind);
    }
  }

  /** A row with its 1-based number in the file. */
  record RawRow(int number, List<Cell> cells) {
    Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : BLANK;
    }

    /** The same row with its long cells cut: enough for finding headers. */
    RawRow brief() {
      return new RawRow(number, cells.stream().map(Cell::brief).toList());
    }

    boolean blank() {
      return cells.stream().allMatch(Cell::blank);
    }

    /** All cells joined, as row patterns of descriptions see them. */
    String joined() {
      StringBuilder all = new StringBuilder();
      for (Cell cell : cells) {
        all.append(all.isEmpty() ? "" : "|").append(cell.text().strip());
      }
      return all.toString();
    }
  }

  /** Names of the sheets; one empty name for csv and text. */
  List<String> sheets();

  /** Number of rows up to each sheet's last row with content, together. */
  long rowCount();

  /** Hands the rows of a sheet over in order until the receiver has enough. */
  void rows(int sheet, Predicate<RawRow> receiver);
}

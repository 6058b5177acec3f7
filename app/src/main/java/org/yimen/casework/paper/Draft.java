package org.yimen.casework.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yimen.casework.paper.Paper.Cell;
import org.yimen.casework.paper.Paper.Style;

/** A paper while it is being written, from the top down. */
final class Draft {

  private static final int COLUMNS = 4;
  private static final List<Integer> GRID = List.of(17, 33, 17, 33);

  private final String title;
  private final List<Paper.Block> blocks = new ArrayList<>();
  private String subtitle = "";

  Draft(String title) {
    this.title = title;
  }

  Draft subtitle(String text) {
    subtitle = text;
    return this;
  }

  Draft heading(String text) {
    return text(Style.HEADING, text);
  }

  Draft body(String text) {
    return text(Style.BODY, text);
  }

  Draft plain(String text) {
    return text(Style.PLAIN, text);
  }

  Draft note(String text) {
    return text(Style.NOTE, text);
  }

  /** A place to sign or seal, kept in one piece. */
  Draft sign(String text) {
    return text(Style.SIGN, text);
  }

  /** Where an office seals, above the day: room for the seal, at the right. */
  Draft seal(String office, String day) {
    return text(Style.SEAL, office + "\n" + day);
  }

  private Draft text(Style style, String text) {
    blocks.add(new Paper.Text(style, text));
    return this;
  }

  /** A table whose first row is its head. */
  Draft table(List<Integer> widths, List<String> head, List<List<String>> rows) {
    List<List<Cell>> all = new ArrayList<>();
    all.add(head.stream().map(text -> new Cell(text, 1, true)).toList());
    rows.forEach(row -> all.add(row.stream().map(text -> new Cell(text, 1, false)).toList()));
    blocks.add(new Paper.Table(widths, 1, all));
    return this;
  }

  /** Labels with what stands beside them. */
  Draft grid(Grid grid) {
    blocks.add(new Paper.Table(GRID, 0, grid.rows()));
    return this;
  }

  Paper of(Paper.Printed printed) {
    return new Paper(title, subtitle, printed, List.copyOf(blocks));
  }

  /** Labels and values, two pairs a line; what is long has a line of its own. */
  static final class Grid {

    private static final int SHORT = 16;

    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Cell> half = new ArrayList<>();

    Grid put(String label, String value) {
      if (value.codePointCount(0, value.length()) > SHORT || value.indexOf('\n') >= 0) {
        return whole(label, value);
      }
      half.addAll(Arrays.asList(new Cell(label, 1, true), new Cell(value, 1, false)));
      if (half.size() == COLUMNS) {
        rows.add(List.copyOf(half));
        half.clear();
      }
      return this;
    }

    Grid whole(String label, String value) {
      finish();
      rows.add(List.of(new Cell(label, 1, true), new Cell(value, COLUMNS - 1, false)));
      return this;
    }

    private void finish() {
      if (!half.isEmpty()) {
        rows.add(List.of(half.get(0), new Cell(half.get(1).text(), COLUMNS - 1, false)));
        half.clear();
      }
    }

    boolean isEmpty() {
      return rows.isEmpty() && half.isEmpty();
    }

    private List<List<Cell>> rows() {
      finish();
      return List.copyOf(rows);
    }
  }
}

package org.yimen.batch.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cells of a line of CSV as RFC 4180 has it, but for line breaks inside a cell. */
final class CsvLine {
  private CsvLine() {}

  /** Null where a quote has no end. */
  static @Nullable List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      if (at < line.length() && line.charAt(at) == '"') {
        StringBuilder cell = new StringBuilder();
        at = quoted(line, at + 1, cell);
        if (at < 0 || at < line.length() && line.charAt(at) != ',') {
          return null;
        }
        cells.add(cell.toString());
      } else {
        int end = line.indexOf(',', at);
        end = end < 0 ? line.length() : end;
        cells.add(line.substring(at, end));
        at = end;
      }
      at++;
    }
    return cells;
  }

  /** Takes what stands in quotes; gives the place behind the last, or -1. */
  private static int quoted(String line, int from, StringBuilder cell) {
    int at = from;
    while (at < line.length()) {
      char sign = line.charAt(at++);
      if (sign != '"') {
        cell.append(sign);
      } else if (at < line.length() && line.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return at;
      }
    }
    return -1;
  }
}

package org.yimen.batch.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** CSV for people, as {@code docs/spec/exports.md} has it: byte order mark, CRLF, no formulas. */
final class CsvText {
  private final Writer out;

  CsvText(Writer out) throws IOException {
    this.out = out;
    out.write('\uFEFF');
  }

  void row(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(cell(cells.get(i)));
    }
    out.write("\r\n");
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = formula && !text.matches("-?[0-9.]+") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}

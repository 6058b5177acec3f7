package org.yimen.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheet programs need
 * for Chinese. A text that such a program would take for a formula gets an apostrophe in front;
 * numbers are left alone.
 */
public final class CsvRows implements AutoCloseable {

  private final Writer out;

  private CsvRows(Writer out) {
    this.out = out;
  }

  /** Begins a table with its header. */
  public static CsvRows to(OutputStream stream, String... header) {
    CsvRows rows = new CsvRows(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    rows.write("\uFEFF");
    rows.row((Object[]) header);
    return rows;
  }

  /** Adds a row; null is an empty cell. */
  public void row(@Nullable Object... cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    write(line.append("\r\n").toString());
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    String safe = value instanceof Number ? text : SheetText.escaped(text);
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.yimen.demo.district;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Rows of a small comma-separated list that comes with the generator, without its header. */
public final class Table {
  private Table() {}

  public static List<String[]> rows(String name) {
    try (InputStream in =
        Objects.requireNonNull(Table.class.getResourceAsStream("/demo/" + name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

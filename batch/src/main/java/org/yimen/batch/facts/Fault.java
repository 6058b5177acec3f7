package org.yimen.batch.facts;

import java.io.Serializable;

/**
 * What is wrong with a row.
 *
 * @param position the row's number in a Parquet file, from 0; in a text file the byte at which the
 *     line begins
 * @param column where in the row, such as {@code members[1].birthDate}; empty: the whole row
 * @param message Chinese, says what to do
 */
public record Fault(String file, long position, String column, String message)
    implements Serializable {

  /** Whether the other is about the same cell, of which one sentence is enough. */
  boolean isOfSameCell(Fault other) {
    return position == other.position && column.equals(other.column) && file.equals(other.file);
  }

  /** A cell as it may be shown: short, and long numbers, which may be a person's, as stars. */
  public static String shown(String cell) {
    String hidden = cell.replaceAll("[0-9]{9,}[Xx]?", "***").replaceAll("\\p{C}", "?");
    return "“" + (hidden.length() > 24 ? hidden.substring(0, 24) + "…" : hidden) + "”";
  }
}

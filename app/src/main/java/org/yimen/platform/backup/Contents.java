package org.yimen.platform.backup;

import java.util.List;
import java.util.Map;

/**
 * What stands at the beginning of a backup.
 *
 * @param at when it was made, ISO 8601
 * @param modules the version of each module's tables
 * @param tables in the order in which they can be filled
 * @param demo whether the accounts are the known ones of a demo
 * @param notes what modules wrote down, by name
 */
public record Contents(
    int format,
    String at,
    Map<String, String> modules,
    List<Table> tables,
    List<Sequence> sequences,
    boolean demo,
    Map<String, List<String>> notes) {

  static final int FORMAT = 1;
  static final String KIND = "backup";
  static final String BEGIN = "begin.json";
  static final String END = "end.json";
  static final String TABLES = "tables/";
  static final String FILES = "files/";

  /** A table by schema and name, with its columns in the order in which they are written. */
  record Table(String name, List<String> columns) {

    String copy(String direction) {
      return "copy %s (%s) %s (format binary)"
          .formatted(name, String.join(", ", columns), direction);
    }
  }

  /** A sequence and the last number that it gave. */
  record Sequence(String name, long value) {}

  /** What stands at the end: each part with its size and SHA-256; rows of a table, else 0. */
  record End(List<Part> parts) {}

  /**
   * Together is a hash of all rows in whatever order; a table that is filled may turn them round.
   */
  record Part(String name, long rows, long bytes, String sha256, String together) {}
}

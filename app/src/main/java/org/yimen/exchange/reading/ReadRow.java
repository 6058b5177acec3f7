package org.yimen.exchange.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file and what became of it.
 *
 * @param sheet name of the sheet, empty for csv and text
 * @param row 1-based as in the source
 * @param reason Chinese; there unless the row was taken
 * @param values field to normalised text (dates ISO, money plain decimal yuan, codes mapped); a
 *     column that the description doesn't know stands under its own header
 * @param rows how many rows of the file it stands for: more than one only where they are blank
 * @param identity there if and only if the row is taken or doubtful
 */
public record ReadRow(
    String sheet,
    int row,
    int rows,
    RowOutcome outcome,
    @Nullable String reason,
    Map<String, String> values,
    @Nullable Identity identity,
    List<RowFact> facts) {

  static ReadRow skipped(String sheet, int row, String reason) {
    return new ReadRow(sheet, row, 1, RowOutcome.SKIPPED, reason, Map.of(), null, List.of());
  }

  /** Blank rows from one to another, as one. */
  static ReadRow blank(String sheet, int first, int last) {
    int rows = last - first + 1;
    String reason = rows == 1 ? "空行" : "空行，至第 %d 行共 %d 行".formatted(last, rows);
    return new ReadRow(sheet, first, rows, RowOutcome.SKIPPED, reason, Map.of(), null, List.of());
  }

  static ReadRow refused(String sheet, int row, String reason, Map<String, String> values) {
    return new ReadRow(sheet, row, 1, RowOutcome.REFUSED, reason, values, null, List.of());
  }
}

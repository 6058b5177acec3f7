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
 * @param identity there if and only if the row is taken or doubtful
 */
public record ReadRow(
    String sheet,
    int row,
    RowOutcome outcome,
    @Nullable String reason,
    Map<String, String> values,
    @Nullable Identity identity,
    List<RowFact> facts) {

  static ReadRow skipped(String sheet, int row, String reason) {
    return new ReadRow(sheet, row, RowOutcome.SKIPPED, reason, Map.of(), null, List.of());
  }

  static ReadRow refused(String sheet, int row, String reason, Map<String, String> values) {
    return new ReadRow(sheet, row, RowOutcome.REFUSED, reason, values, null, List.of());
  }
}

package org.yimen.exchange.loading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yimen.exchange.reading.RowOutcome;

/** What became of the rows of a delivery: by reading, and of those with a person, by linking. */
final class RowCounts {

  /** The columns of exchange.delivery that hold counts, as they are shown. */
  static final List<String> COLUMNS =
      List.of("rows", "taken", "doubtful", "refused", "skipped", "linked", "review", "founded");

  private final Map<RowOutcome, Integer> outcomes = new EnumMap<>(RowOutcome.class);
  private final Map<String, Integer> links = new HashMap<>();
  private int rows;

  void count(RowOutcome outcome, String link) {
    count(outcome, link, 1);
  }

  void count(RowOutcome outcome, String link, int times) {
    outcomes.merge(outcome, times, Integer::sum);
    links.merge(link, times, Integer::sum);
    rows += times;
  }

  int rows() {
    return rows;
  }

  /** The counts by column. */
  Map<String, Object> columns() {
    Map<String, Object> columns = new HashMap<>();
    columns.put("rows", rows);
    for (RowOutcome outcome : RowOutcome.values()) {
      columns.put(
          outcome.name().toLowerCase(java.util.Locale.ROOT), outcomes.getOrDefault(outcome, 0));
    }
    columns.put("linked", links.getOrDefault("link", 0));
    columns.put("review", links.getOrDefault("review", 0));
    columns.put("founded", links.getOrDefault("new", 0));
    return columns;
  }
}

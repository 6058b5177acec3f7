package org.yimen.exchange.outward.receipts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.outward.Packs;
import org.yimen.exchange.reading.text.Texts;

/**
 * A difference to be listed.
 *
 * @param row null for somebody whom the pack doesn't have
 * @param said our value, theirs, their reason
 */
record NewDifference(
    @Nullable Long row,
    String area,
    @Nullable Long household,
    @Nullable Long application,
    String name,
    String kind,
    String column,
    List<String> said) {

  static NewDifference of(PackRows.Row row, String kind, String column, List<String> said) {
    return new NewDifference(
        row.id(), row.area(), row.household(), row.application(), row.name(), kind, column, said);
  }

  static NewDifference unknown(Packs.Pack pack, ReceiptLine line) {
    return new NewDifference(
        null,
        pack.area(),
        null,
        null,
        line.name(),
        "unknown",
        "",
        List.of("", line.number(), line.reason()));
  }

  /** Cells in which an accepted row stands there with another value. */
  static List<NewDifference> values(PackRows.Row row, ReceiptLine line) {
    List<NewDifference> found = new ArrayList<>();
    Map<String, Integer> heads = row.heads();
    line.values()
        .forEach(
            (head, theirs) -> {
              Integer place = heads.get(Texts.key(head));
              String ours = place == null ? "" : row.texts().get(place);
              if (place != null && !theirs.isBlank() && !same(ours, theirs)) {
                String column = row.sheet().columns().get(place).header();
                found.add(of(row, "value", column, List.of(ours, theirs.strip(), "")));
              }
            });
    return found;
  }

  private static boolean same(String ours, String theirs) {
    if (Texts.key(ours).equals(Texts.key(theirs))) {
      return true;
    }
    try {
      return new BigDecimal(ours.strip()).compareTo(new BigDecimal(theirs.strip())) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

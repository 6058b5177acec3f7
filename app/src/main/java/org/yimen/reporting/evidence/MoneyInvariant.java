package org.yimen.reporting.evidence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Invariant 6, as far as money is kept: what is due a month. A decision is the sum of the amounts
 * that it began, and nobody is owed an item twice for the same month.
 */
final class MoneyInvariant {

  private final EvidenceFiles files;

  MoneyInvariant(EvidenceFiles files) {
    this.files = files;
  }

  Verdict nothingIsOwedTwice() {
    Verdict verdict = new Verdict(6, "每月应发：决定等于其明细之和，同人同月同项不重复（没有发放批次）");
    List<JsonNode> owed = files.all(EvidenceKind.ENTITLEMENTS);
    Map<Long, Long> sums = new HashMap<>();
    owed.forEach(
        one ->
            sums.merge(one.path("decision").asLong(), one.path("monthlyFen").asLong(), Long::sum));
    files.each(
        EvidenceKind.DECISIONS,
        decision -> {
          if (decision.path("confirmed").asBoolean(false)) {
            verdict.look();
            long id = decision.path("id").asLong();
            verdict.expect(
                decision.path("monthlyFen").asLong() == sums.getOrDefault(id, 0L),
                "决定 %d 的金额与每月应发明细不符",
                id);
          }
        });
    owed.stream().collect(Collectors.groupingBy(MoneyInvariant::item)).forEach(check(verdict));
    return verdict;
  }

  /** Whose it is: one person's, or with an empty person the household's. */
  private static String item(JsonNode one) {
    String person = one.path("person").asString("");
    String whose = person.isEmpty() ? "申请 " + one.path("application").asLong() : "人员 " + person;
    return whose + " 的 " + one.path("item").asString("");
  }

  private static BiConsumer<String, List<JsonNode>> check(Verdict verdict) {
    return (item, rows) -> {
      List<JsonNode> due =
          rows.stream()
              .filter(row -> to(row).compareTo(row.path("fromMonth").asString()) > 0)
              .sorted(Comparator.comparing(row -> row.path("fromMonth").asString()))
              .toList();
      for (int i = 0; i < due.size(); i++) {
        verdict.look();
        boolean overlaps =
            i + 1 < due.size()
                && to(due.get(i)).compareTo(due.get(i + 1).path("fromMonth").asString()) > 0;
        verdict.expect(!overlaps, "%s同月重复", item);
      }
    };
  }

  private static String to(JsonNode row) {
    return row.path("toMonth").asString("9999-12-01");
  }
}

package org.yimen.exchange.outward.family;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A year's income by the four kinds that the national systems sum it by. They count what came in;
 * what the law leaves out of account for assistance (57号 第十三条) is in it all the same.
 */
final class Figures {

  /** Kinds of income, and what earning it cost. */
  enum Kind {
    WAGE("wage"),
    BUSINESS("business"),
    PROPERTY("property"),
    TRANSFER("transfer"),
    COST("businessCost");

    private final String field;

    Kind(String field) {
      this.field = field;
    }
  }

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private static final Set<String> WAGES =
      Set.of("wage", "postSubsidy", "work", "postIndustry", "postForest", "postOther", "picking");
  private static final Set<String> BUSINESSES =
      Set.of("business", "crops", "livestock", "fruit", "businessOther");
  private static final Set<String> PROPERTIES =
      Set.of(
          "interest",
          "dividend",
          "rent",
          "landTransfer",
          "propertySale",
          "finance",
          "entrusted",
          "propertyOther");

  private final Map<Kind, BigDecimal> sums = new EnumMap<>(Kind.class);

  private static Kind kind(String code) {
    if (WAGES.contains(code)) {
      return Kind.WAGE;
    }
    if (BUSINESSES.contains(code)) {
      return Kind.BUSINESS;
    }
    if (PROPERTIES.contains(code)) {
      return Kind.PROPERTY;
    }
    return code.startsWith("cost") ? Kind.COST : Kind.TRANSFER;
  }

  /** Of the form: the family's own list by the national kinds, else the members' incomes. */
  static Figures ofAnswers(JsonNode household) {
    Figures figures = new Figures();
    JsonNode listed = household.path("agriculturalIncome");
    if (listed.isArray() && !listed.isEmpty()) {
      listed.forEach(figures::add);
    } else {
      household.path("members").forEach(one -> one.path("income").forEach(figures::add));
    }
    return figures;
  }

  void add(Kind kind, BigDecimal yuan) {
    sums.merge(kind, yuan, BigDecimal::add);
  }

  private void add(JsonNode item) {
    add(kind(item.path("kind").asString("")), yearly(item));
  }

  /** What an item of the form comes to in a year. */
  static BigDecimal yearly(JsonNode item) {
    JsonNode year = item.path("yearly");
    JsonNode month = item.path("monthly");
    BigDecimal sum = year.isNumber() ? year.decimalValue() : BigDecimal.ZERO;
    return month.isNumber() ? sum.add(month.decimalValue().multiply(MONTHS)) : sum;
  }

  /** Writes the sums, the net income and what of it falls on each head. */
  void tell(ObjectNode told, int heads) {
    for (Kind kind : Kind.values()) {
      told.put(kind.field, money(of(kind)));
    }
    BigDecimal net =
        List.of(Kind.WAGE, Kind.BUSINESS, Kind.PROPERTY, Kind.TRANSFER).stream()
            .map(this::of)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(of(Kind.COST));
    told.put("net", money(net));
    if (heads > 0) {
      told.put("netPerHead", net.divide(BigDecimal.valueOf(heads), 2, RoundingMode.HALF_UP));
    }
  }

  private BigDecimal of(Kind kind) {
    return sums.getOrDefault(kind, BigDecimal.ZERO);
  }

  private static BigDecimal money(BigDecimal yuan) {
    return yuan.setScale(2, RoundingMode.HALF_UP);
  }
}

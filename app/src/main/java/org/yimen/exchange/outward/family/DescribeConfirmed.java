package org.yimen.exchange.outward.family;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.delivered.ConfirmedFamily;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A confirmed family as its visit and its decision tell of it. */
final class DescribeConfirmed {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private DescribeConfirmed() {}

  static Family of(ConfirmedFamily family, @Nullable ObjectNode watch) {
    ObjectNode told = ((ObjectNode) family.answers()).deepCopy();
    told.remove("members");
    told.remove("property");
    if (watch != null) {
      // what the visit wrote down is newer than what the bureau's file said
      watch.properties().stream()
          .filter(one -> told.path(one.getKey()).isMissingNode())
          .forEach(one -> told.set(one.getKey(), one.getValue()));
    }
    decision(told, family);
    income(told, family);
    List<Family.Person> members = members(family);
    boolean watched = watch != null || told.path("watchKind").isString();
    told.put("inWatch", watched);
    if (told.path("phone").asString("").isEmpty() && !family.phone().isEmpty()) {
      told.put("phone", family.phone());
    }
    return new Family(
        key(family),
        family.area(),
        family.household(),
        family.application(),
        members.isEmpty() ? family.number() : members.get(0).name(),
        watched
            ? List.of(Systems.CIVIL_AFFAIRS, Systems.AGRICULTURE)
            : List.of(Systems.CIVIL_AFFAIRS),
        told,
        members);
  }

  private static String key(ConfirmedFamily family) {
    return family.household() == null ? "a" + family.application() : "h" + family.household();
  }

  private static void decision(ObjectNode told, ConfirmedFamily family) {
    ConfirmedFamily.Decision decision = family.decision();
    told.put("documentNo", family.number());
    told.put("category", decision.category());
    told.put("recognised", decision.persons());
    told.put("monthly", BigDecimal.valueOf(decision.monthlyFen(), 2));
    put(told, "decidedOn", decision.on());
    put(told, "since", decision.from());
    put(told, "until", decision.until());
    told.put("collector", decision.investigators().get(0));
    JsonNode watch = family.result().path("household").path("returnToPovertyWatch");
    boolean met = watch.path("result").asString("").equals("met");
    if (met && watch.path("kind").isString() && !told.path("watchKind").isString()) {
      told.put("watchKind", watch.path("kind").asString());
    }
  }

  private static void put(ObjectNode told, String field, @Nullable LocalDate day) {
    if (day != null) {
      told.put(field, day.toString());
    }
  }

  private static void income(ObjectNode told, ConfirmedFamily family) {
    Figures.ofAnswers(family.answers()).tell(told, family.members().size());
    JsonNode household = family.result().path("household");
    JsonNode month = household.path("incomeMonthly");
    if (month.isNumber()) {
      told.put(
          "incomeYearly", month.decimalValue().multiply(MONTHS).setScale(2, RoundingMode.HALF_UP));
    }
    if (household.path("perCapitaIncomeMonthly").isNumber()) {
      told.set("incomePerHead", household.path("perCapitaIncomeMonthly"));
    }
    BigDecimal rigid = BigDecimal.ZERO;
    for (JsonNode member : family.answers().path("members")) {
      for (JsonNode expense : member.path("expenses")) {
        JsonNode amount = expense.path("amount");
        rigid = amount.isNumber() ? rigid.add(amount.decimalValue()) : rigid;
      }
    }
    told.put("rigidExpense", rigid);
  }

  private static List<Family.Person> members(ConfirmedFamily family) {
    String residence = family.answers().path("residence").asString("");
    List<Family.Person> members = new ArrayList<>();
    for (ConfirmedFamily.Member member : family.members()) {
      ObjectNode told = ((ObjectNode) member.answers()).deepCopy();
      String category = Objects.requireNonNullElse(member.category(), "");
      if (!category.isEmpty()) {
        told.put("category", category);
      }
      told.put("dibaoEnjoyed", category.equals("dibao") ? residence : "none");
      told.put("tekunEnjoyed", category.equals("tekun") ? residence : "none");
      JsonNode disability = told.path("disability").path(0);
      if (disability.isObject()) {
        told.set("disabilityCategory", disability.path("category"));
        told.put("disabilityLevel", disability.path("level").asString(""));
      }
      String number = told.path("citizenNumber").asString("");
      told.put(
          "number",
          number.isEmpty() ? Objects.requireNonNullElse(member.registered(), "") : number);
      BigDecimal income = BigDecimal.ZERO;
      for (JsonNode item : member.answers().path("income")) {
        income = income.add(Figures.yearly(item));
      }
      told.put("incomeYearly", income);
      members.add(new Family.Person(member.key(), told.path("name").asString(""), told));
    }
    return members;
  }
}

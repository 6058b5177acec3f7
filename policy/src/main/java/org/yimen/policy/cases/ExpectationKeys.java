package org.yimen.policy.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Member;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Reading;

/** Checks that an expectation names only what a result holds. */
final class ExpectationKeys {
  static final Set<String> HOUSEHOLD =
      Set.of(
          "countedMembers",
          "category",
          "categories",
          "returnToPovertyWatch",
          "incomeMonthly",
          "perCapitaIncomeMonthly",
          "perCapitaIncomeYearly",
          "netIncomePerCapitaYearly",
          "referenceIncomePerCapitaYearly",
          "rigidExpenseRatio",
          "baseAllowanceMonthly",
          "supplementsMonthly",
          "monthlyAllowance",
          "missing");
  private static final Set<String> CATEGORIES =
      Set.of("tekun", "dibao", "dibaoMargin", "rigidExpense", "otherDifficulty");
  private static final Set<String> WATCH = Set.of("result", "kind");
  private static final Set<String> PERSON =
      Set.of(
          "counted",
          "tekun",
          "tekunIncomeMonthly",
          "tekunBasicMonthly",
          "careMonthly",
          "selfCare",
          "singleApplication",
          "singleAllowanceMonthly",
          "supplementMonthly");

  private final Reading reading;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> conditions;

  ExpectationKeys(Law law, Reading reading, Household household) {
    this.reading = reading;
    this.conditions = new HashSet<>(law.householdConditions());
    for (Member member : household.members()) {
      ids.add(member.id());
      law.memberConditions().forEach(id -> conditions.add(id + "@" + member.id()));
    }
  }

  void check(Doc.Mapping expect) {
    for (Doc.Entry entry : expect.entries()) {
      switch (entry.key()) {
        case "persons" -> persons(entry.value());
        case "conditions" -> keys(entry.value(), conditions, "expect 的 conditions");
        case "categories" -> keys(entry.value(), CATEGORIES, "expect 的 categories");
        case "returnToPovertyWatch" -> keys(entry.value(), WATCH, "expect 的 returnToPovertyWatch");
        default -> known(entry, HOUSEHOLD, "expect");
      }
    }
  }

  private void persons(Doc doc) {
    keys(doc, ids, "expect 的 persons");
    for (Doc.Entry entry : entries(doc)) {
      keys(entry.value(), PERSON, "expect 的 persons." + entry.key());
    }
  }

  private static List<Doc.Entry> entries(Doc doc) {
    return doc instanceof Doc.Mapping mapping ? mapping.entries() : List.of();
  }

  private void keys(Doc doc, Set<String> known, String what) {
    if (!(doc instanceof Doc.Mapping)) {
      reading.problem(doc, what + "应为一组键值，而不是" + doc.kind() + "。");
    }
    for (Doc.Entry entry : entries(doc)) {
      known(entry, known, what);
    }
  }

  private void known(Doc.Entry entry, Set<String> known, String what) {
    if (!known.contains(entry.key())) {
      String list = String.join("、", known.stream().sorted().toList());
      reading.problem(entry.line(), what + "中有不认识的键“" + entry.key() + "”。可用的键：" + list + "。");
    }
  }
}

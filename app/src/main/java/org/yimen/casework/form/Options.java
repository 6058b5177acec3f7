package org.yimen.casework.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Relation;

/** What can be chosen: the law's own code lists by name, so that form and law can't drift apart. */
final class Options {

  private static final Map<String, Coded[]> LISTS =
      Map.ofEntries(
          Map.entry("residence", Household.Residence.values()),
          Map.entry("housingGrade", Household.HousingGrade.values()),
          Map.entry("risk", Household.Risk.values()),
          Map.entry("relation", Relation.values()),
          Map.entry("sex", Member.Sex.values()),
          Map.entry("labour", Member.Labour.values()),
          Map.entry("employment", Member.Employment.values()),
          Map.entry("student", Member.Student.values()),
          Map.entry("supportMode", Member.SupportMode.values()),
          Map.entry("disability", Disability.Kind.values()),
          Map.entry("income", IncomeItem.Kind.values()),
          Map.entry("cost", Cost.Kind.values()),
          Map.entry("expense", Expense.Kind.values()),
          Map.entry("obligor", Obligor.Status.values()),
          Map.entry("asset", Asset.Kind.values()),
          Map.entry("vehicle", Asset.Vehicle.values()));

  private Options() {}

  /**
   * Codes with their titles.
   *
   * @param written a list's name, the codes themselves, or null
   */
  static Map<String, String> of(@Nullable Object written) {
    Map<String, String> options = new LinkedHashMap<>();
    if (written instanceof Map<?, ?> given) {
      given.forEach((code, title) -> options.put(String.valueOf(code), String.valueOf(title)));
    } else if (written instanceof String name) {
      Coded[] list = LISTS.get(name);
      if (list == null) {
        throw new IllegalStateException("form.yaml: no code list " + name);
      }
      for (Coded one : list) {
        options.put(one.code(), one.title());
      }
    }
    return options;
  }
}

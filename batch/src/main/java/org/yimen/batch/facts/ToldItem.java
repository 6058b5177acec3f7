package org.yimen.batch.facts;

import java.util.Map;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;

/** Items of a household as the schema says them. */
final class ToldItem {
  private ToldItem() {}

  static Map<String, Object> income(IncomeItem item) {
    ToldHousehold told = ToldHousehold.begin().code("kind", item.kind());
    told.money(item.yearly() ? "yearly" : "monthly", item.amount());
    return told.day("from", item.from()).day("to", item.to()).end();
  }

  static Map<String, Object> cost(Cost cost) {
    ToldHousehold told = ToldHousehold.begin().code("kind", cost.kind());
    return told.money(cost.yearly() ? "yearly" : "monthly", cost.amount()).end();
  }

  static Map<String, Object> expense(Expense expense) {
    ToldHousehold told = ToldHousehold.begin().code("kind", expense.kind());
    return told.money("amount", expense.amount()).day("date", expense.date()).end();
  }

  static Map<String, Object> disability(Disability disability) {
    ToldHousehold told = ToldHousehold.begin().code("category", disability.kind());
    return told.put("level", disability.level()).end();
  }

  static Map<String, Object> asset(Asset asset) {
    ToldHousehold told = ToldHousehold.begin().code("kind", asset.kind());
    if (asset.kind().ordinal() <= Asset.Kind.CLAIM.ordinal() || !asset.value().equals(Range.ANY)) {
      told.money("value", asset.value());
    }
    told.code("type", asset.vehicle()).put("soleLivelihood", asset.soleLivelihood());
    Asset.Business business = asset.business();
    if (business != null) {
      told.put("employees", business.employees()).put("familyRun", business.familyRun());
      told.hundredths("capital", business.capital().low());
    }
    return told.put("confirmed", asset.confirmed()).end();
  }

  static Map<String, Object> obligor(Obligor obligor) {
    ToldHousehold told = ToldHousehold.begin().code("relation", obligor.relation());
    told.day("birthDate", obligor.birthDate()).code("status", obligor.status());
    told.money("ownIncomeYearly", obligor.ownIncomeYearly());
    told.put("propertyWithinRule", obligor.propertyWithinRule());
    Obligor.Family family = obligor.family();
    told.money("perCapitaMonthlyIncome", family.perCapitaMonthlyIncome());
    told.put("familySize", family.size()).put("supportedPersons", family.supportedPersons());
    told.put("childrenCount", family.childrenCount());
    told.money("paysMonthly", obligor.paysMonthly()).end();
    told.list("disability", obligor.disabilities().stream().map(ToldItem::disability).toList());
    return told.end();
  }
}

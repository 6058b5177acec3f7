package org.yimen.policy.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hash of facts that is the same on every machine (64 bits, order matters). */
public final class FactsHash {
  private long hash = 0x9E3779B97F4A7C15L;

  public FactsHash add(long value) {
    hash ^= value;
    hash *= 0xBF58476D1CE4E5B9L;
    hash ^= hash >>> 29;
    return this;
  }

  public FactsHash add(@Nullable String text) {
    if (text == null) {
      return add(-1);
    }
    long mixed = text.length();
    for (int i = 0; i < text.length(); i++) {
      mixed = mixed * 0x100000001B3L + text.charAt(i);
    }
    return add(mixed);
  }

  public FactsHash add(@Nullable LocalDate date) {
    return add(date == null ? Long.MIN_VALUE : date.toEpochDay());
  }

  private FactsHash add(Range range) {
    return add(range.low()).add(range.high());
  }

  private FactsHash add(@Nullable Enum<?> value) {
    return add(value == null ? -1 : value.ordinal());
  }

  private FactsHash add(boolean value) {
    return add(value ? 1 : 2);
  }

  public long value() {
    return hash;
  }

  /** Everything the household's facts say. */
  public FactsHash add(Household household) {
    add(household.residence()).add(household.formerlyPoor()).add(household.farmer());
    add(household.paymentClass()).add(household.housingGrade()).add(household.dropout());
    add(household.uninsuredMembers()).add(household.nobodyAbleToWork());
    add(household.propertyComplete()).add(household.risksKnown());
    for (Household.Risk risk : Household.Risk.values()) {
      add(household.risks().contains(risk));
    }
    add(household.water());
    add(told(household.told().dibaoIncomeYearly()));
    add(told(household.told().netIncomeYearly()));
    addAssets(household.property());
    add(household.members().size());
    household.members().forEach(this::add);
    return this;
  }

  private static Range told(@Nullable Range total) {
    return total == null ? new Range(-1, -1) : total;
  }

  private FactsHash add(@Nullable Water water) {
    if (water == null) {
      return add(-1);
    }
    Boolean safe = water.qualitySafe();
    add(safe == null ? 0 : safe ? 1 : 2).add(water.dryArea());
    add(water.litresPerPersonDay()).add(water.minutesToFetch()).add(water.metresAcross());
    return add(water.metresUp()).add(water.outageDaysYear());
  }

  private FactsHash add(@Nullable Long value) {
    return add(value == null ? Long.MIN_VALUE : value.longValue());
  }

  private void add(Member member) {
    add(member.id()).add(member.relation()).add(member.birthDate()).add(member.sex());
    add(member.labour()).add(member.employment()).add(member.student());
    add(member.livesTogetherMonths()).add(member.flags().yes()).add(member.flags().unsure());
    add(member.clergyYears()).add(member.supportMode());
    SelfCare selfCare = member.selfCare();
    add(selfCare == null ? -1 : selfCare.lost());
    add(member.incomeComplete()).add(member.expensesComplete()).add(member.obligorsKnown());
    add(member.income().size());
    for (IncomeItem item : member.income()) {
      add(item.kind()).add(item.amount()).add(item.yearly()).add(item.from()).add(item.to());
    }
    add(member.costs().size());
    for (Cost cost : member.costs()) {
      add(cost.kind()).add(cost.amount()).add(cost.yearly());
    }
    add(member.expenses().size());
    for (Expense expense : member.expenses()) {
      add(expense.kind()).add(expense.amount()).add(expense.date());
    }
    addAssets(member.property());
    addDisabilities(member.disabilities());
    add(member.obligors().size());
    member.obligors().forEach(this::add);
  }

  private void addDisabilities(List<Disability> disabilities) {
    add(disabilities.size());
    for (Disability disability : disabilities) {
      add(disability.kind()).add(disability.level());
    }
  }

  private void addAssets(List<Asset> assets) {
    add(assets.size());
    for (Asset asset : assets) {
      add(asset.kind()).add(asset.value()).add(asset.vehicle()).add(asset.soleLivelihood());
      add(asset.confirmed());
      Asset.Business business = asset.business();
      if (business != null) {
        add(business.employees()).add(business.familyRun()).add(business.capital());
      }
    }
  }

  private void add(Obligor obligor) {
    add(obligor.relation()).add(obligor.birthDate()).add(obligor.status());
    addDisabilities(obligor.disabilities());
    add(obligor.ownIncomeYearly()).add(obligor.propertyWithinRule()).add(obligor.paysMonthly());
    Obligor.Family family = obligor.family();
    add(family.perCapitaMonthlyIncome()).add(family.size());
    add(family.supportedPersons()).add(family.childrenCount());
  }
}

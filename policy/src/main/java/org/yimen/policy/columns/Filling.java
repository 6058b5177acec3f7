package org.yimen.policy.columns;

import java.time.LocalDate;
import java.util.List;
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
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.SelfCare;
import org.yimen.policy.facts.Water;

/** Lays a household's facts into the columns of a block. */
final class Filling {
  private final Block block;
  private boolean within;

  Filling(Block block) {
    this.block = block;
  }

  /** False where something is beyond the limits; the rows then have to be taken back. */
  boolean household(Household h) {
    within = h.members().size() <= Limits.MEMBERS;
    Table t = block.table(Place.HOUSEHOLD);
    int row = t.row(0);
    t.code(Cells.RESIDENCE, row, h.residence().ordinal());
    code(t, Cells.PAYMENT_CLASS, row, h.paymentClass());
    code(t, Cells.HOUSING_GRADE, row, h.housingGrade());
    t.truth(Cells.FORMERLY_POOR, row, h.formerlyPoor());
    t.truth(Cells.FARMER, row, h.farmer());
    t.truth(Cells.DROPOUT, row, h.dropout());
    int risk = h.risksKnown() ? 0 : Cells.UNKNOWN;
    t.code(Cells.RISK, row, h.risks().isEmpty() ? risk : Cells.MET);
    t.truth(Cells.PROPERTY_GAP, row, !h.propertyComplete());
    told(t, Cells.TOLD_DIBAO, row, h.told().dibaoIncomeYearly());
    told(t, Cells.TOLD_NET, row, h.told().netIncomeYearly());
    water(t, row, h.water());
    assets(Place.SHARED_ASSET, row, h.property());
    block.table(Place.MEMBER).startOf(row);
    List<Member> members = h.members();
    for (int i = 0; within && i < members.size(); i++) {
      member(row, members.get(i));
    }
    return within;
  }

  private static void code(Table t, int column, int row, @Nullable Enum<? extends Coded> value) {
    t.code(column, row, value == null ? Cells.UNKNOWN : value.ordinal());
  }

  /** A total that is not told is kept as bounds that no total has. */
  private void told(Table t, int column, int row, @Nullable Range range) {
    if (range == null) {
      t.number(column, row, Long.MIN_VALUE);
    } else {
      money(t, column, row, range);
    }
  }

  private void money(Table t, int column, int row, Range range) {
    long high = range.high();
    within &= range.low() >= -Limits.MONEY && range.low() <= Limits.MONEY;
    within &= high == Range.OPEN || high <= Limits.MONEY;
    t.bounds(column, row, range.low(), high);
  }

  private void count(Table t, int column, int row, long value) {
    within &= value >= 0 && value <= Limits.PERSONS;
    t.number(column, row, value);
  }

  private void measure(Table t, int column, int row, @Nullable Long value) {
    if (value == null) {
      t.bounds(column, row, 0, Range.OPEN);
    } else {
      within &= value >= 0 && value <= Limits.MEASURE;
      t.number(column, row, value);
    }
  }

  private void water(Table t, int row, @Nullable Water water) {
    t.truth(Cells.WATER, row, water != null);
    Boolean safe = water == null ? null : water.qualitySafe();
    t.code(Cells.WATER_SAFE, row, safe == null ? Cells.UNKNOWN : safe ? Cells.MET : 0);
    t.truth(Cells.DRY_AREA, row, water != null && water.dryArea());
    measure(t, 0, row, water == null ? null : water.litresPerPersonDay());
    measure(t, 1, row, water == null ? null : water.minutesToFetch());
    measure(t, 2, row, water == null ? null : water.metresAcross());
    measure(t, 3, row, water == null ? null : water.metresUp());
    measure(t, 4, row, water == null ? null : water.outageDaysYear());
  }

  private void assets(Place place, int in, List<Asset> assets) {
    Table t = block.table(place);
    t.startOf(in);
    within &= assets.size() <= Limits.ITEMS;
    for (int i = 0; i < assets.size(); i++) {
      Asset asset = assets.get(i);
      int row = t.row(in);
      t.code(Cells.KIND, row, asset.kind().ordinal());
      code(t, Cells.VEHICLE, row, asset.vehicle());
      t.truth(Cells.SOLE, row, asset.soleLivelihood());
      t.code(Cells.CONFIRMED, row, asset.confirmed() ? Cells.MET : Cells.UNKNOWN);
      money(t, Cells.AMOUNT, row, asset.value());
      Asset.Business business = asset.business();
      if (business == null) {
        t.code(Cells.FAMILY_RUN, row, Cells.UNKNOWN);
        t.bounds(Cells.EMPLOYEES, row, 0, Range.OPEN);
      } else {
        t.truth(Cells.FAMILY_RUN, row, business.familyRun());
        measure(t, Cells.EMPLOYEES, row, (long) business.employees());
      }
    }
  }

  private void member(int in, Member m) {
    Table t = block.table(Place.MEMBER);
    int row = t.row(in);
    t.code(Cells.RELATION, row, m.relation().ordinal());
    t.code(Cells.LABOUR, row, m.labour().ordinal());
    code(t, Cells.EMPLOYMENT, row, m.employment());
    t.code(Cells.STUDENT, row, m.student().ordinal());
    t.code(Cells.SUPPORT_MODE, row, m.supportMode().ordinal());
    t.truth(Cells.INCOME_GAP, row, !m.incomeComplete());
    t.truth(Cells.EXPENSES_GAP, row, !m.expensesComplete());
    t.truth(Cells.OBLIGORS_GAP, row, !m.obligorsKnown());
    birth(t, row, m.birthDate());
    Range together = m.livesTogetherMonths();
    within &= together.low() >= 0 && together.low() <= Limits.MEASURE;
    within &= together.high() == Range.OPEN || together.high() <= Limits.MEASURE;
    t.bounds(Cells.TOGETHER, row, together.low(), together.high());
    measure(t, Cells.CLERGY, row, m.clergyYears());
    SelfCare care = m.selfCare();
    t.bounds(Cells.LOST, row, care == null ? 0 : care.lost(), care == null ? 6 : care.lost());
    int yes = m.flags().yes() & ~m.flags().unsure();
    t.bounds(Cells.FLAGS, row, yes, yes | m.flags().unsure());
    t.flags |= yes | m.flags().unsure();
    items(row, m);
    assets(Place.OWN_ASSET, row, m.property());
    disabilities(Place.MEMBER_DISABILITY, row, m.disabilities());
    obligors(row, m.obligors());
  }

  private void birth(Table t, int row, @Nullable LocalDate birth) {
    within &= birth == null || birth.getYear() > 1000 && birth.getYear() < 9999;
    t.number(Cells.BIRTH, row, FactSteps.Age.packed(birth));
  }

  private void items(int in, Member m) {
    within &=
        m.income().size() <= Limits.ITEMS
            && m.costs().size() <= Limits.COSTS
            && m.expenses().size() <= Limits.ITEMS;
    income(in, m.income());
    Table costs = block.table(Place.COST);
    costs.startOf(in);
    for (int i = 0; i < m.costs().size(); i++) {
      Cost cost = m.costs().get(i);
      int row = costs.row(in);
      costs.code(Cells.KIND, row, cost.kind().ordinal());
      costs.truth(Cells.YEARLY, row, cost.yearly());
      money(costs, Cells.AMOUNT, row, cost.amount());
    }
    Table expenses = block.table(Place.EXPENSE);
    expenses.startOf(in);
    for (int i = 0; i < m.expenses().size(); i++) {
      Expense expense = m.expenses().get(i);
      LocalDate paid = expense.date();
      int row = expenses.row(in);
      expenses.code(Cells.KIND, row, expense.kind().ordinal());
      money(expenses, Cells.AMOUNT, row, expense.amount());
      expenses.number(Cells.DAYS, row, paid == null ? Long.MIN_VALUE : paid.toEpochDay());
    }
  }

  private void income(int in, List<IncomeItem> items) {
    Table t = block.table(Place.INCOME);
    t.startOf(in);
    for (int i = 0; i < items.size(); i++) {
      IncomeItem item = items.get(i);
      LocalDate from = item.from();
      LocalDate to = item.to();
      int row = t.row(in);
      t.code(Cells.KIND, row, item.kind().ordinal());
      t.truth(Cells.YEARLY, row, item.yearly());
      money(t, Cells.AMOUNT, row, item.amount());
      t.low[Cells.DAYS][row] = from == null ? Long.MIN_VALUE : from.toEpochDay();
      t.high[Cells.DAYS][row] = to == null ? Long.MAX_VALUE : to.toEpochDay();
      t.vague[Cells.DAYS] = true;
      t.endless[Cells.DAYS] |= from != null || to != null;
    }
  }

  private void disabilities(Place place, int in, List<Disability> disabilities) {
    Table t = block.table(place);
    t.startOf(in);
    within &= disabilities.size() <= Limits.ITEMS;
    for (int i = 0; i < disabilities.size(); i++) {
      Disability disability = disabilities.get(i);
      int row = t.row(in);
      t.code(Cells.KIND, row, disability.kind().ordinal());
      count(t, Cells.LEVEL, row, disability.level());
    }
  }

  private void obligors(int in, List<Obligor> obligors) {
    Table t = block.table(Place.OBLIGOR);
    t.startOf(in);
    within &= obligors.size() <= Limits.OBLIGORS;
    for (int i = 0; i < obligors.size(); i++) {
      Obligor o = obligors.get(i);
      int row = t.row(in);
      t.code(Cells.STATUS, row, o.status().ordinal());
      t.truth(Cells.PROPERTY_OK, row, o.propertyWithinRule());
      birth(t, row, o.birthDate());
      money(t, Cells.OWN_INCOME, row, o.ownIncomeYearly());
      money(t, Cells.PER_CAPITA, row, o.family().perCapitaMonthlyIncome());
      count(t, Cells.FAMILY_SIZE, row, o.family().size());
      count(t, Cells.SUPPORTED, row, o.family().supportedPersons());
      within &= o.family().supportedPersons() > 0;
      within &= o.family().supportedPersons() <= Limits.SUPPORTED;
      count(t, Cells.CHILDREN, row, o.family().childrenCount());
      money(t, Cells.PAYS, row, o.paysMonthly());
      disabilities(Place.OBLIGOR_DISABILITY, row, o.disabilities());
    }
  }
}

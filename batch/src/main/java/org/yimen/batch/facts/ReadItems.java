package org.yimen.batch.facts;

import static org.yimen.batch.facts.FactTable.COST;
import static org.yimen.batch.facts.FactTable.EXPENSE;
import static org.yimen.batch.facts.FactTable.INCOME;
import static org.yimen.batch.facts.FactTable.PROPERTY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Range;

/** Makes incomes, costs, expenses, property and disabilities of rows; all begin with their kind. */
final class ReadItems {
  private static final int KIND = 0;
  private static final int MONTHLY = INCOME.at("monthly");
  private static final int YEARLY = INCOME.at("yearly");
  private static final int FROM = INCOME.at("from");
  private static final int TO = INCOME.at("to");
  private static final int AMOUNT = EXPENSE.at("amount");
  private static final int DATE = EXPENSE.at("date");
  private static final int VALUE = PROPERTY.at("value");
  private static final int VEHICLE = PROPERTY.at("type");
  private static final int SOLE = PROPERTY.at("soleLivelihood");
  private static final int EMPLOYEES = PROPERTY.at("employees");
  private static final int FAMILY_RUN = PROPERTY.at("familyRun");
  private static final int CAPITAL = PROPERTY.at("capital");
  private static final int CONFIRMED = PROPERTY.at("confirmed");

  private final Codes<IncomeItem.Kind> incomes = new Codes<>(IncomeItem.Kind.class);
  private final Codes<Cost.Kind> costs = new Codes<>(Cost.Kind.class);
  private final Codes<Expense.Kind> expenses = new Codes<>(Expense.Kind.class);
  private final Codes<Asset.Kind> assets = new Codes<>(Asset.Kind.class);
  private final Codes<Asset.Vehicle> vehicles = new Codes<>(Asset.Vehicle.class);
  private final Codes<Disability.Kind> disabilities = new Codes<>(Disability.Kind.class);

  List<IncomeItem> income(List<Cells> rows) {
    List<IncomeItem> all = new ArrayList<>(rows.size());
    for (Cells cells : rows) {
      IncomeItem.Kind kind = cells.code(KIND, incomes, IncomeItem.Kind.OTHER);
      int at = oneOfTwo(cells);
      Range amount =
          kind == IncomeItem.Kind.BUSINESS
              ? cells.result(at, Range.ZERO)
              : cells.money(at, Range.ZERO);
      LocalDate from = cells.day(FROM);
      LocalDate to = cells.day(TO);
      if (from != null && to != null && to.isBefore(from)) {
        cells.fault(TO, "收入的 to 早于 from。");
      }
      all.add(new IncomeItem(kind, amount, at == YEARLY, from, to));
    }
    return all;
  }

  /** Where the amount stands: a month or a year, never both. */
  private static int oneOfTwo(Cells cells) {
    boolean monthly = cells.given(MONTHLY);
    if (monthly == cells.given(YEARLY)) {
      cells.fault(MONTHLY, monthly ? "monthly 和 yearly 只能写一个。" : "缺少金额：写 monthly 或 yearly。");
    }
    return monthly ? MONTHLY : YEARLY;
  }

  List<Cost> costs(List<Cells> rows) {
    List<Cost> all = new ArrayList<>(rows.size());
    for (Cells cells : rows) {
      Cost.Kind kind = cells.code(KIND, costs, Cost.Kind.TAX);
      int at = oneOfTwo(cells);
      all.add(new Cost(kind, cells.money(at, Range.ZERO), at == COST.at("yearly")));
    }
    return all;
  }

  List<Expense> expenses(List<Cells> rows) {
    List<Expense> all = new ArrayList<>(rows.size());
    for (Cells cells : rows) {
      Expense.Kind kind = cells.code(KIND, expenses, Expense.Kind.OTHER);
      all.add(new Expense(kind, cells.money(AMOUNT, Range.ZERO), cells.day(DATE)));
    }
    return all;
  }

  List<Disability> disabilities(List<Cells> rows) {
    List<Disability> all = new ArrayList<>(rows.size());
    for (Cells cells : rows) {
      Disability.Kind kind = cells.code(KIND, disabilities, Disability.Kind.VISUAL);
      all.add(new Disability(kind, cells.whole(1, 1, 4, 4)));
    }
    return all;
  }

  List<Asset> property(List<Cells> rows) {
    List<Asset> all = new ArrayList<>(rows.size());
    for (Cells cells : rows) {
      Asset.Kind kind = cells.code(KIND, assets, Asset.Kind.DEPOSIT);
      if (kind.ordinal() <= Asset.Kind.CLAIM.ordinal() && !cells.given(VALUE)) {
        cells.fault(VALUE, "存款、证券、基金、保险、债权必须写价值；不清楚的写 0 并在 orMore 中写 value。");
      }
      all.add(
          new Asset(
              kind,
              cells.money(VALUE, Range.ANY),
              cells.code(VEHICLE, vehicles),
              cells.truth(SOLE, false),
              business(cells),
              cells.truth(CONFIRMED, true)));
    }
    return all;
  }

  /** Null where nothing is said of one. */
  private static Asset.@Nullable Business business(Cells cells) {
    if (!cells.given(EMPLOYEES) && !cells.given(FAMILY_RUN) && !cells.given(CAPITAL)) {
      return null;
    }
    Long capital = cells.hundredths(CAPITAL);
    return new Asset.Business(
        cells.whole(EMPLOYEES, 0, 1_000_000, 0),
        cells.truth(FAMILY_RUN, false),
        Range.exactly(capital == null ? 0 : capital));
  }
}

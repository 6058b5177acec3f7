package org.yimen.policy.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Fact;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Type;

/** The facts of single incomes, costs, expenses, assets, disabilities and obligors. */
final class ItemFacts {
  private static final long FEN = 100;
  private static final long YEAR = 12;
  private static final Interval TWELFTH = Interval.exactly(new Fraction(1, 12));

  private final Parameters parameters;

  private ItemFacts(Parameters parameters) {
    this.parameters = parameters;
  }

  static List<Fact> list(Parameters parameters) {
    ItemFacts items = new ItemFacts(parameters);
    List<Fact> all = new ArrayList<>();
    all.addAll(items.income());
    all.addAll(costs());
    all.addAll(expenses());
    all.addAll(assets());
    all.addAll(disabilities());
    all.addAll(obligors());
    return all;
  }

  private List<Fact> income() {
    FactList<ItemFrame> f = new FactList<>(Scope.INCOME);
    f.choice("收入种类", null, IncomeItem.Kind.class, i -> i.subject(IncomeItem.class).kind());
    Parameter window = parameters.find("income.window.months");
    f.number("收入月额", Type.MONEY, null, i -> monthly(i, months(i, window)));
    f.number("近十二个月收入月额", Type.MONEY, null, i -> monthly(i, YEAR));
    f.truth("低保口径计入", null, counted("dibao"));
    f.truth("特困口径计入", null, counted("tekun"));
    f.truth("纯收入口径计入", null, counted("net"));
    return f.list();
  }

  private java.util.function.Function<ItemFrame, Finding> counted(String measure) {
    IncomeItem.Kind[] kinds = IncomeItem.Kind.values();
    @Nullable Parameter[] byKind = new Parameter[kinds.length];
    for (IncomeItem.Kind kind : kinds) {
      byKind[kind.ordinal()] = parameters.find("income.counted." + measure + "." + kind.code());
    }
    return item -> {
      Parameter parameter = byKind[item.subject(IncomeItem.class).kind().ordinal()];
      Value value = parameter == null ? null : item.parameter(parameter);
      return value == null ? Finding.UNKNOWN : Finding.of(value.isTrue());
    };
  }

  /** How many months dibao's income is taken from. */
  private static long months(ItemFrame frame, @Nullable Parameter window) {
    Value months = window == null ? null : frame.parameter(window);
    return months == null ? YEAR : Math.max(1, months.number().low().ceil(1).num());
  }

  /** A month's share of the item over the window of months before the day. */
  private static Interval monthly(ItemFrame frame, long window) {
    IncomeItem item = frame.subject(IncomeItem.class);
    Interval amount = Interval.of(item.amount(), FEN);
    Interval monthly = item.yearly() ? amount.times(TWELFTH) : amount;
    if (item.from() == null && item.to() == null) {
      return monthly;
    }
    long paid = monthsPaid(item, frame.date(), window);
    return monthly.times(Interval.exactly(new Fraction(paid, window)));
  }

  /** Months of the window, counted back from the day, on whose first day the item was paid. */
  private static long monthsPaid(IncomeItem item, LocalDate date, long window) {
    long paid = 0;
    for (long month = 1; month <= window; month++) {
      LocalDate first = date.minusMonths(month).plusDays(1);
      boolean begun = item.from() == null || !first.isBefore(item.from());
      boolean ended = item.to() != null && first.isAfter(item.to());
      paid += begun && !ended ? 1 : 0;
    }
    return paid;
  }

  private static List<Fact> costs() {
    FactList<ItemFrame> f = new FactList<>(Scope.COST);
    f.choice("费用种类", null, Cost.Kind.class, i -> i.subject(Cost.class).kind());
    f.number(
        "费用月额",
        Type.MONEY,
        null,
        i -> {
          Cost cost = i.subject(Cost.class);
          Interval amount = Interval.of(cost.amount(), FEN);
          return cost.yearly() ? amount.times(TWELFTH) : amount;
        });
    return f.list();
  }

  private static List<Fact> expenses() {
    FactList<ItemFrame> f = new FactList<>(Scope.EXPENSE);
    f.choice("支出种类", null, Expense.Kind.class, i -> i.subject(Expense.class).kind());
    f.number("支出金额", Type.MONEY, null, i -> Interval.of(i.subject(Expense.class).amount(), FEN));
    f.truth("近十二个月", null, i -> Finding.of(recent(i)));
    return f.list();
  }

  private static boolean recent(ItemFrame frame) {
    LocalDate paid = frame.subject(Expense.class).date();
    LocalDate date = frame.date();
    return paid == null || !paid.isAfter(date) && paid.isAfter(date.minusMonths(12));
  }

  private static List<Fact> assets() {
    FactList<ItemFrame> f = new FactList<>(Scope.ASSET);
    f.choice("财产种类", null, Asset.Kind.class, i -> i.subject(Asset.class).kind());
    f.number("财产价值", Type.MONEY, null, i -> Interval.of(i.subject(Asset.class).value(), FEN));
    f.choice("车型", null, Asset.Vehicle.class, i -> i.subject(Asset.class).vehicle());
    f.truth("唯一谋生工具", null, i -> Finding.of(i.subject(Asset.class).soleLivelihood()));
    f.number("雇员人数", Type.NUMBER, null, ItemFacts::employees);
    f.truth("家庭经营", null, ItemFacts::familyRun);
    return f.list();
  }

  private static Interval employees(ItemFrame frame) {
    Asset.Business business = frame.subject(Asset.class).business();
    return business == null ? Interval.ANY : Interval.exactly(business.employees());
  }

  private static Finding familyRun(ItemFrame frame) {
    Asset.Business business = frame.subject(Asset.class).business();
    return business == null ? Finding.UNKNOWN : Finding.of(business.familyRun());
  }

  private static List<Fact> disabilities() {
    FactList<ItemFrame> f = new FactList<>(Scope.DISABILITY);
    f.choice("残疾类别", null, Disability.Kind.class, i -> i.subject(Disability.class).kind());
    f.number("残疾等级", Type.NUMBER, null, i -> Interval.exactly(i.subject(Disability.class).level()));
    return f.list();
  }

  private static List<Fact> obligors() {
    FactList<ItemFrame> f = new FactList<>(Scope.OBLIGOR);
    f.choice("义务人状态", null, Obligor.Status.class, i -> obligor(i).status());
    f.number("义务人年龄", Type.NUMBER, null, ItemFacts::age);
    f.number("义务人年收入", Type.MONEY, null, i -> money(obligor(i).ownIncomeYearly()));
    f.truth("义务人财产符合规定", null, i -> Finding.of(obligor(i).propertyWithinRule()));
    f.number(
        "义务人人均月收入", Type.MONEY, null, i -> money(obligor(i).family().perCapitaMonthlyIncome()));
    f.number("义务人家庭人口", Type.NUMBER, null, i -> count(obligor(i).family().size()));
    f.number("被供养人数", Type.NUMBER, null, i -> count(obligor(i).family().supportedPersons()));
    f.number("义务人子女数", Type.NUMBER, null, i -> count(obligor(i).family().childrenCount()));
    f.number("义务人实际支付", Type.MONEY, null, i -> money(obligor(i).paysMonthly()));
    return f.list();
  }

  private static Obligor obligor(ItemFrame frame) {
    return frame.subject(Obligor.class);
  }

  /** An obligor whose birth date nobody has told is taken as not yet old. */
  private static Interval age(ItemFrame frame) {
    LocalDate birth = obligor(frame).birthDate();
    return Interval.exactly(birth == null ? 0 : MemberFrame.age(birth, frame.date()));
  }

  private static Interval money(Range range) {
    return Interval.of(range, FEN);
  }

  private static Interval count(long value) {
    return Interval.exactly(value);
  }
}

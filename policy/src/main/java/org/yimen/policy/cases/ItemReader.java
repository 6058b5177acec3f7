package org.yimen.policy.cases;

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
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/** Reads incomes, costs, expenses, disabilities and property of a case. */
final class ItemReader {
  /** A thousand million yuan: more than any family has, little enough to stay exact. */
  private static final long MOST = 100_000_000_000L;

  private static final int MOST_ITEMS = 1000;

  private final Reading reading;

  ItemReader(Reading reading) {
    this.reading = reading;
  }

  long hundredths(@Nullable Doc doc, String what) {
    long value = reading.hundredths(doc, what, MOST);
    if (doc != null && value < 0) {
      reading.problem(doc, what + "不能是负数。");
      return 0;
    }
    return value;
  }

  Range amount(Fields fields, String key) {
    return Range.exactly(hundredths(fields.get(key), fields.name(key)));
  }

  List<Doc> limited(@Nullable Doc doc, String what) {
    List<Doc> items = reading.items(doc, what);
    if (doc != null && items.size() > MOST_ITEMS) {
      reading.problem(doc, what + "最多 " + MOST_ITEMS + " 项。");
      return List.of();
    }
    return items;
  }

  List<IncomeItem> income(@Nullable Doc doc) {
    List<IncomeItem> items = new ArrayList<>();
    for (Doc item : limited(doc, "income")) {
      Fields fields = reading.fields(item, "收入");
      IncomeItem.Kind kind =
          reading.code(fields.require("kind"), IncomeItem.Kind.class, fields.name("kind"));
      Regular regular = regular(fields, kind == IncomeItem.Kind.BUSINESS);
      LocalDate from = reading.date(fields.get("from"), fields.name("from"));
      LocalDate to = reading.date(fields.get("to"), fields.name("to"));
      if (from != null && to != null && to.isBefore(from)) {
        reading.problem(item, "收入的 to 早于 from。");
      }
      fields.close();
      if (kind != null) {
        items.add(new IncomeItem(kind, regular.amount(), regular.yearly(), from, to));
      }
    }
    return items;
  }

  private record Regular(Range amount, boolean yearly) {}

  private Regular regular(Fields fields, boolean mayBeNegative) {
    Doc monthly = fields.get("monthly");
    Doc yearly = fields.get("yearly");
    if ((monthly == null) == (yearly == null)) {
      reading.problem(
          fields.line(), monthly == null ? "缺少金额：写 monthly 或 yearly。" : "monthly 和 yearly 只能写一个。");
      return new Regular(Range.ZERO, false);
    }
    Doc doc = monthly == null ? yearly : monthly;
    String what = fields.name(monthly == null ? "yearly" : "monthly");
    long value = mayBeNegative ? reading.hundredths(doc, what, MOST) : hundredths(doc, what);
    return new Regular(Range.exactly(value), monthly == null);
  }

  List<Cost> costs(@Nullable Doc doc) {
    List<Cost> items = new ArrayList<>();
    for (Doc item : limited(doc, "costs")) {
      Fields fields = reading.fields(item, "费用");
      Cost.Kind kind = reading.code(fields.require("kind"), Cost.Kind.class, fields.name("kind"));
      Regular regular = regular(fields, false);
      fields.close();
      if (kind != null) {
        items.add(new Cost(kind, regular.amount(), regular.yearly()));
      }
    }
    return items;
  }

  List<Expense> expenses(@Nullable Doc doc) {
    List<Expense> items = new ArrayList<>();
    for (Doc item : limited(doc, "expenses")) {
      Fields fields = reading.fields(item, "支出");
      Expense.Kind kind =
          reading.code(fields.require("kind"), Expense.Kind.class, fields.name("kind"));
      fields.require("amount");
      Range amount = amount(fields, "amount");
      LocalDate date = reading.date(fields.get("date"), fields.name("date"));
      fields.close();
      if (kind != null) {
        items.add(new Expense(kind, amount, date));
      }
    }
    return items;
  }

  List<Disability> disabilities(@Nullable Doc doc) {
    List<Disability> items = new ArrayList<>();
    List<Doc> listed = doc instanceof Doc.Mapping ? List.of(doc) : limited(doc, "disability");
    for (Doc item : listed) {
      Fields fields = reading.fields(item, "残疾");
      Disability.Kind kind =
          reading.code(fields.require("category"), Disability.Kind.class, fields.name("category"));
      Doc level = fields.require("level");
      int grade = level == null ? 4 : reading.whole(level, fields.name("level"), 1, 4);
      fields.close();
      if (kind != null) {
        items.add(new Disability(kind, grade));
      }
    }
    return items;
  }

  List<Asset> property(@Nullable Doc doc, String what) {
    List<Asset> items = new ArrayList<>();
    for (Doc item : limited(doc, what)) {
      Fields fields = reading.fields(item, "财产");
      Asset.Kind kind = reading.code(fields.require("kind"), Asset.Kind.class, fields.name("kind"));
      Asset asset = kind == null ? null : asset(fields, kind);
      if (asset != null) {
        fields.close();
        items.add(asset);
      }
    }
    return items;
  }

  private Asset asset(Fields fields, Asset.Kind kind) {
    boolean financial = kind.ordinal() <= Asset.Kind.CLAIM.ordinal();
    if (financial) {
      fields.require("value");
    }
    Range value = amount(fields, "value");
    return switch (kind) {
      case VEHICLE -> {
        Asset.Vehicle type =
            reading.code(fields.require("type"), Asset.Vehicle.class, fields.name("type"));
        yield new Asset(kind, value, type, fields.truth("soleLivelihood"), null, true);
      }
      case HOME -> {
        amount(fields, "areaSquareMetres");
        fields.truth("selfLived");
        yield new Asset(kind, value, null, false, null, true);
      }
      case NON_RESIDENTIAL -> {
        amount(fields, "areaSquareMetres");
        yield new Asset(kind, value, null, false, null, true);
      }
      case BUSINESS -> {
        Doc employees = fields.get("employees");
        Asset.Business business =
            new Asset.Business(
                reading.whole(employees, fields.name("employees"), 0, 1_000_000),
                fields.truth("familyRun"),
                amount(fields, "capital"));
        yield new Asset(kind, value, null, false, business, true);
      }
      default -> Asset.financial(kind, value);
    };
  }
}

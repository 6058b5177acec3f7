package org.yimen.policy.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.Cells;
import org.yimen.policy.columns.FactSteps;
import org.yimen.policy.columns.Limits;
import org.yimen.policy.columns.Place;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.plan.Num.Span;
import org.yimen.policy.rule.Fact;

/** Facts by their Chinese names as columns; those that a plan has to work out are null here. */
final class Facts {
  private static final long FEN = 100;
  private static final int YEAR = 12;
  private static final List<String> WATER = List.of("每人每日水量", "取水分钟", "取水水平米数", "取水垂直米数", "年停水天数");

  private final Build build;
  private final Parameters parameters;
  private final LocalDate date;
  private final @Nullable Value[] values;

  Facts(Build build, Parameters parameters, LocalDate date, @Nullable Value[] values) {
    this.build = build;
    this.parameters = parameters;
    this.date = date;
    this.values = values;
  }

  @Nullable Num number(Fact fact, Place place) {
    return switch (place) {
      case HOUSEHOLD -> ofHousehold(fact);
      case MEMBER -> ofMember(fact, place);
      case INCOME -> ofIncome(fact, place);
      case COST -> fact.name().equals("费用月额") ? costMonthly(place) : null;
      case EXPENSE -> fact.name().equals("支出金额") ? money(place, Cells.AMOUNT) : null;
      case OBLIGOR -> ofObligor(fact, place);
      case MEMBER_DISABILITY, OBLIGOR_DISABILITY ->
          fact.name().equals("残疾等级") ? count(place, Cells.LEVEL, 0, Limits.PERSONS) : null;
      case OWN_ASSET, SHARED_ASSET ->
          switch (fact.name()) {
            case "财产价值" -> money(place, Cells.AMOUNT);
            case "雇员人数" -> measure(place, Cells.EMPLOYEES, 1);
            default -> null;
          };
    };
  }

  private @Nullable Num ofHousehold(Fact fact) {
    int water = WATER.indexOf(fact.name());
    return water < 0 ? null : measure(Place.HOUSEHOLD, water, 100);
  }

  private @Nullable Num ofMember(Fact fact, Place place) {
    return switch (fact.name()) {
      case "年龄" -> age(place);
      case "共同生活月数" -> measure(place, Cells.TOGETHER, 1);
      case "教职年数" -> measure(place, Cells.CLERGY, 100);
      case "丧失自理项数" -> load(place, Cells.LOST, 1, Span.of(0, 6, false));
      default -> null;
    };
  }

  private @Nullable Num ofObligor(Fact fact, Place place) {
    return switch (fact.name()) {
      case "义务人年龄" -> age(place);
      case "义务人年收入" -> money(place, Cells.OWN_INCOME);
      case "义务人人均月收入" -> money(place, Cells.PER_CAPITA);
      case "义务人实际支付" -> money(place, Cells.PAYS);
      case "义务人家庭人口" -> count(place, Cells.FAMILY_SIZE, 0, Limits.PERSONS);
      case "被供养人数" -> count(place, Cells.SUPPORTED, 1, Limits.SUPPORTED);
      case "义务人子女数" -> count(place, Cells.CHILDREN, 0, Limits.PERSONS);
      default -> null;
    };
  }

  private Num load(Place place, int column, long scale, Span span) {
    int slot =
        build.number("load " + place + " " + column, o -> new FactSteps.Load(o, place, column));
    return new Num(slot, place, scale, java.math.BigInteger.ONE, span, null);
  }

  private Num money(Place place, int column) {
    return load(place, column, FEN, Span.of(-Limits.MONEY, Limits.MONEY, false));
  }

  private Num measure(Place place, int column, long scale) {
    return load(place, column, scale, Span.of(0, Limits.MEASURE, false));
  }

  private Num count(Place place, int column, int least, int most) {
    return load(place, column, 1, Span.of(least, most, true));
  }

  Num age(Place place) {
    int today = FactSteps.Age.packed(date);
    int slot = build.number("age " + place + today, o -> new FactSteps.Age(o, place, today));
    return new Num(slot, place, 1, java.math.BigInteger.ONE, Span.of(-9999, 9999, true), null);
  }

  private @Nullable Num ofIncome(Fact fact, Place place) {
    return switch (fact.name()) {
      case "收入月额" -> monthly(place, window());
      case "近十二个月收入月额" -> monthly(place, YEAR);
      default -> null;
    };
  }

  private int window() {
    Parameter window = parameters.find("income.window.months");
    Value months = window == null ? null : values[window.index()];
    return months == null ? YEAR : (int) Math.max(1, months.number().low().ceil(1).num());
  }

  private Num monthly(Place place, int months) {
    long[] firsts = FactSteps.Monthly.firsts(date, Math.min(months, 1200));
    int slot =
        build.number(
            "monthly " + date + " " + firsts.length, o -> new FactSteps.Monthly(o, place, firsts));
    long most = Limits.MONEY * 12 * firsts.length;
    return new Num(
        slot,
        place,
        FEN * 12 * firsts.length,
        java.math.BigInteger.ONE,
        Span.of(-most, most, false),
        null);
  }

  private Num costMonthly(Place place) {
    int slot = build.number("cost monthly", o -> new FactSteps.CostMonthly(o, place));
    Span span = Span.of(-Limits.MONEY * 12, Limits.MONEY * 12, false);
    return new Num(slot, place, FEN * 12, java.math.BigInteger.ONE, span, null);
  }

  /** A total that somebody told, which replaces the sum of items. */
  Num told(int column) {
    int slot = build.number("told " + column, o -> new FactSteps.Told(o, Place.HOUSEHOLD, column));
    Span span = Span.of(-Limits.MONEY, Limits.MONEY, false);
    return new Num(slot, Place.HOUSEHOLD, FEN, java.math.BigInteger.ONE, span, null);
  }

  @Nullable Tru truth(Fact fact, Place place) {
    return switch (place) {
      case HOUSEHOLD -> ofHouseholdTruth(fact);
      case MEMBER -> flag(fact, place);
      case INCOME ->
          switch (fact.name()) {
            case "低保口径计入" -> counted("dibao", place);
            case "特困口径计入" -> counted("tekun", place);
            case "纯收入口径计入" -> counted("net", place);
            default -> null;
          };
      case EXPENSE -> fact.name().equals("近十二个月") ? recent(place) : null;
      case OBLIGOR -> fact.name().equals("义务人财产符合规定") ? yes(place, Cells.PROPERTY_OK) : null;
      case OWN_ASSET, SHARED_ASSET ->
          switch (fact.name()) {
            case "唯一谋生工具" -> yes(place, Cells.SOLE);
            case "家庭经营" -> yes(place, Cells.FAMILY_RUN);
            default -> null;
          };
      case COST, MEMBER_DISABILITY, OBLIGOR_DISABILITY -> null;
    };
  }

  private @Nullable Tru ofHouseholdTruth(Fact fact) {
    return switch (fact.name()) {
      case "脱贫户" -> yes(Place.HOUSEHOLD, Cells.FORMERLY_POOR);
      case "是农户" -> yes(Place.HOUSEHOLD, Cells.FARMER);
      case "有失学辍学" -> yes(Place.HOUSEHOLD, Cells.DROPOUT);
      case "有已列明的风险" -> yes(Place.HOUSEHOLD, Cells.RISK);
      case "有饮水情况" -> yes(Place.HOUSEHOLD, Cells.WATER);
      case "水质安全" -> yes(Place.HOUSEHOLD, Cells.WATER_SAFE);
      case "干旱地区" -> yes(Place.HOUSEHOLD, Cells.DRY_AREA);
      case "有来源认定收入" -> isTold(Cells.TOLD_DIBAO);
      case "有来源认定纯收入" -> isTold(Cells.TOLD_NET);
      default -> null;
    };
  }

  private Tru isTold(int column) {
    int slot =
        build.truth("is told " + column, o -> new FactSteps.IsTold(o, Place.HOUSEHOLD, column));
    return Tru.of(slot, Place.HOUSEHOLD);
  }

  /** A yes-or-no column. */
  Tru yes(Place place, int column) {
    return coded(place, column, 1L << Cells.MET);
  }

  Tru coded(Place place, int column, long mask) {
    int slot =
        build.truth(
            "code " + place + " " + column + " " + mask,
            o -> new FactSteps.Coded(o, place, column, mask));
    return Tru.of(slot, place);
  }

  private @Nullable Tru flag(Fact fact, Place place) {
    for (Flag flag : Flag.values()) {
      if (flag.title().equals(fact.name())) {
        int bit = Integer.numberOfTrailingZeros(flag.bit());
        int slot = build.truth("flag " + bit, o -> new FactSteps.Flagged(o, place, bit));
        return Tru.of(slot, place);
      }
    }
    return null;
  }

  private Tru counted(String measure, Place place) {
    long met = 0;
    long open = 0;
    for (IncomeItem.Kind kind : IncomeItem.Kind.values()) {
      Parameter parameter = parameters.find("income.counted." + measure + "." + kind.code());
      Value value = parameter == null ? null : values[parameter.index()];
      if (value == null) {
        open |= 1L << kind.ordinal();
      } else if (value.isTrue()) {
        met |= 1L << kind.ordinal();
      }
    }
    long yes = met;
    long unknown = open;
    int slot =
        build.truth(
            "counted " + yes + " " + unknown, o -> new FactSteps.ByKind(o, place, yes, unknown));
    return Tru.of(slot, place);
  }

  private Tru recent(Place place) {
    long until = date.toEpochDay();
    long after = date.minusMonths(12).toEpochDay();
    int slot = build.truth("recent " + date, o -> new FactSteps.Recent(o, place, after, until));
    return Tru.of(slot, place);
  }

  /** The column of codes of a choice, or -1. */
  static int codes(Fact fact, Place place) {
    return switch (place.name() + " " + fact.name()) {
      case "HOUSEHOLD 居住地" -> Cells.RESIDENCE;
      case "HOUSEHOLD 发放类别" -> Cells.PAYMENT_CLASS;
      case "HOUSEHOLD 住房等级" -> Cells.HOUSING_GRADE;
      case "MEMBER 关系" -> Cells.RELATION;
      case "MEMBER 劳动能力" -> Cells.LABOUR;
      case "MEMBER 就业状况" -> Cells.EMPLOYMENT;
      case "MEMBER 在读" -> Cells.STUDENT;
      case "MEMBER 供养方式" -> Cells.SUPPORT_MODE;
      case "OWN_ASSET 车型", "SHARED_ASSET 车型" -> Cells.VEHICLE;
      case "OBLIGOR 义务人状态" -> Cells.STATUS;
      default -> fact.name().endsWith("种类") || fact.name().equals("残疾类别") ? Cells.KIND : -1;
    };
  }
}

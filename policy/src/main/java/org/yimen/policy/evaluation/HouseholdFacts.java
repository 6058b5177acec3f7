package org.yimen.policy.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Water;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.rule.Fact;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;
import org.yimen.policy.rule.Type;

/** The facts that expressions may name, and those of a household. */
public final class HouseholdFacts {
  private static final long FEN = 100;
  private static final Interval TWELFTH = Interval.exactly(new Fraction(1, 12));

  private HouseholdFacts() {}

  /** All facts of all scopes. */
  public static List<Fact> all(Parameters parameters) {
    List<Fact> all = new ArrayList<>();
    all.addAll(household().list());
    all.addAll(MemberFacts.list());
    all.addAll(ItemFacts.list(parameters));
    return all;
  }

  private static FactList<HouseholdFrame> household() {
    FactList<HouseholdFrame> f = new FactList<>(Scope.HOUSEHOLD);
    f.special("今日", Type.DATE, h -> Interval.exactly(h.date().toEpochDay()), (h, t) -> {});
    f.choice("居住地", FactList.SILENT, Household.Residence.class, h -> h.facts().residence());
    f.choice("发放类别", "class", Household.PaymentClass.class, h -> h.facts().paymentClass());
    f.choice("住房等级", "housingGrade", Household.HousingGrade.class, h -> h.facts().housingGrade());
    f.truth("脱贫户", "formerlyPoor", h -> Finding.of(h.facts().formerlyPoor()));
    f.truth("是农户", "farmer", h -> Finding.of(h.facts().farmer()));
    f.truth("有失学辍学", "dropout", h -> Finding.of(h.facts().dropout()));
    f.special("有已列明的风险", Type.TRUTH, HouseholdFacts::statedRisk, HouseholdFacts::traceRisk);
    f.special("计入人数", Type.NUMBER, h -> h.recognition().size(), HouseholdFacts::traceWeights);
    f.special(
        "共同生活人数", Type.NUMBER, h -> h.recognition().familySize(), HouseholdFacts::traceCounted);
    f.special(
        "家庭认定为低保边缘",
        Type.TRUTH,
        h -> h.cascade().findings().get(Category.DIBAO_MARGIN),
        (h, t) -> {});
    told(f);
    water(f);
    return f;
  }

  private static Finding statedRisk(HouseholdFrame h) {
    if (!h.facts().risks().isEmpty()) {
      return Finding.MET;
    }
    return h.facts().risksKnown() ? Finding.NOT_MET : Finding.UNKNOWN;
  }

  private static void traceRisk(HouseholdFrame h, Trail trail) {
    int stated = h.facts().risks().size();
    for (int i = 0; i < stated; i++) {
      trail.saw(h.path("risks[" + i + "]"));
    }
    if (stated == 0 && !h.facts().risksKnown()) {
      trail.missed(h.path("risks"));
    }
  }

  private static void traceWeights(HouseholdFrame h, Trail trail) {
    for (MemberFrame member : h.members()) {
      h.recognition().traceWeight(member.index(), trail);
    }
  }

  private static void traceCounted(HouseholdFrame h, Trail trail) {
    for (MemberFrame member : h.members()) {
      if (h.recognition().counted(member.index()) == Finding.UNKNOWN) {
        h.book().named().get(Scope.MEMBER, "member.counted").trace(member, trail);
      }
    }
  }

  private static void told(FactList<HouseholdFrame> f) {
    f.special(
        "有来源认定收入",
        Type.TRUTH,
        h -> Finding.of(h.facts().told().dibaoIncomeYearly() != null),
        (h, t) -> {});
    f.special(
        "来源认定月收入",
        Type.MONEY,
        h -> rest(h, h.facts().told().dibaoIncomeYearly(), "income.ownMonthly").times(TWELFTH),
        (h, t) -> traceTold(h, h.facts().told().dibaoIncomeYearly(), "told.dibaoIncomeYearly", t));
    f.special(
        "有来源认定纯收入",
        Type.TRUTH,
        h -> Finding.of(h.facts().told().netIncomeYearly() != null),
        (h, t) -> {});
    f.special(
        "来源认定年纯收入",
        Type.MONEY,
        h -> rest(h, h.facts().told().netIncomeYearly(), "net.ownMonthly"),
        (h, t) -> traceTold(h, h.facts().told().netIncomeYearly(), "told.netIncomeYearly", t));
  }

  private static void traceTold(HouseholdFrame h, @Nullable Range told, String key, Trail trail) {
    if (told != null && told.isExact()) {
      trail.saw(h.path(key));
    } else {
      trail.missed(h.path(key));
    }
  }

  /** A told total a year without what the members have who were left out as 特困 persons. */
  private static Interval rest(HouseholdFrame h, @Nullable Range told, String own) {
    if (told == null) {
      return Interval.ANY;
    }
    Interval left = Interval.of(told, FEN);
    Interval twelve = Interval.exactly(12);
    for (MemberFrame member : h.members()) {
      Finding in = h.recognition().weight(member.index());
      if (h.recognition().counted(member.index()) != Finding.NOT_MET && in != Finding.MET) {
        Interval theirs = h.book().named().get(Scope.MEMBER, own).number(member).times(twelve);
        left = left.minus(in == Finding.NOT_MET ? theirs : theirs.maybe());
      }
    }
    return left.max(Interval.ZERO);
  }

  private static void water(FactList<HouseholdFrame> f) {
    f.truth("水质安全", "water.qualitySafe", HouseholdFacts::qualitySafe);
    f.special("有饮水情况", Type.TRUTH, h -> Finding.of(h.facts().water() != null), (h, t) -> {});
    f.truth("干旱地区", "water.dryArea", HouseholdFacts::dryArea);
    measured(f, "每人每日水量", "water.litresPerPersonDay", Water::litresPerPersonDay);
    measured(f, "取水分钟", "water.minutesToFetch", Water::minutesToFetch);
    measured(f, "取水水平米数", "water.metresAcross", Water::metresAcross);
    measured(f, "取水垂直米数", "water.metresUp", Water::metresUp);
    measured(f, "年停水天数", "water.outageDaysYear", Water::outageDaysYear);
  }

  private static void measured(
      FactList<HouseholdFrame> f, String name, String key, Function<Water, @Nullable Long> read) {
    f.number(name, Type.NUMBER, key, h -> hundredths(stated(h, read)));
  }

  private static Finding qualitySafe(HouseholdFrame h) {
    Boolean safe = stated(h, Water::qualitySafe);
    return safe == null ? Finding.UNKNOWN : Finding.of(safe);
  }

  private static Finding dryArea(HouseholdFrame h) {
    Water water = h.facts().water();
    return Finding.of(water != null && water.dryArea());
  }

  private static Interval hundredths(@Nullable Long value) {
    return value == null ? Interval.ANY : Interval.exactly(new Fraction(value, 100));
  }

  private static <T> @Nullable T stated(HouseholdFrame h, Function<Water, @Nullable T> read) {
    Water water = h.facts().water();
    return water == null ? null : read.apply(water);
  }
}

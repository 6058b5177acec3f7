package org.yimen.batch.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Flags;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.SelfCare;
import org.yimen.policy.facts.Water;

/**
 * A household as the schema says it: column to text, list, truth, day, whole number, amount or list
 * of rows, empty cells left out. The way back of {@link ReadHousehold}.
 */
public final class ToldHousehold {
  private static final Range ABSENT = new Range(Long.MIN_VALUE, Long.MIN_VALUE);

  private final Map<String, Object> cells = new LinkedHashMap<>();
  private final List<String> orMore = new ArrayList<>();

  private ToldHousehold() {}

  /**
   * Its cells.
   *
   * @param id the giver's own
   * @param area division code
   */
  public static Map<String, Object> of(String id, String area, Household household) {
    ToldHousehold told = new ToldHousehold();
    told.put("id", id).put("area", area).code("residence", household.residence());
    told.put("formerlyPoor", household.formerlyPoor()).put("farmer", household.farmer());
    told.code("class", household.paymentClass()).code("housingGrade", household.housingGrade());
    told.put("dropout", household.dropout());
    told.put("uninsuredMembers", household.uninsuredMembers());
    told.put("nobodyAbleToWork", household.nobodyAbleToWork());
    told.list("risks", household.risks().stream().sorted().map(Coded::code).toList());
    told.put("risksComplete", household.risksKnown());
    told.put("propertyComplete", household.propertyComplete());
    Range dibao = household.told().dibaoIncomeYearly();
    Range net = household.told().netIncomeYearly();
    told.money("toldDibaoIncomeYearly", dibao == null ? ABSENT : dibao);
    told.money("toldNetIncomeYearly", net == null ? ABSENT : net);
    told.water(household.water());
    told.end();
    told.list("members", household.members().stream().map(ToldHousehold::member).toList());
    told.list("property", household.property().stream().map(ToldItem::asset).toList());
    return told.cells;
  }

  static ToldHousehold begin() {
    return new ToldHousehold();
  }

  Map<String, Object> end() {
    list("orMore", List.copyOf(orMore));
    return cells;
  }

  ToldHousehold put(String column, @Nullable Object value) {
    if (value != null) {
      cells.put(column, value);
    }
    return this;
  }

  ToldHousehold code(String column, @Nullable Coded value) {
    return put(column, value == null ? null : value.code());
  }

  ToldHousehold list(String column, List<?> items) {
    return items.isEmpty() ? this : put(column, items);
  }

  ToldHousehold day(String column, @Nullable LocalDate day) {
    return put(column, day);
  }

  ToldHousehold hundredths(String column, @Nullable Long value) {
    return put(column, value == null ? null : BigDecimal.valueOf(value, 2));
  }

  ToldHousehold money(String column, Range range) {
    if (range != ABSENT) {
      hundredths(column, range.low());
      bound(column, range, BigDecimal.valueOf(range.high(), 2));
    }
    return this;
  }

  private void bound(String column, Range range, Object high) {
    if (range.high() == Range.OPEN) {
      orMore.add(column);
    } else if (!range.isExact()) {
      put(column + "Max", high);
    }
  }

  private void water(@Nullable Water water) {
    if (water != null) {
      put("qualitySafe", water.qualitySafe()).put("dryArea", water.dryArea());
      hundredths("litresPerPersonDay", water.litresPerPersonDay());
      hundredths("minutesToFetch", water.minutesToFetch());
      hundredths("metresAcross", water.metresAcross());
      hundredths("metresUp", water.metresUp());
      hundredths("outageDaysYear", water.outageDaysYear());
    }
  }

  private static Map<String, Object> member(Member member) {
    ToldHousehold told = begin();
    told.put("id", member.id()).code("relation", member.relation());
    told.day("birthDate", member.birthDate()).code("sex", member.sex());
    told.code("labour", member.labour()).code("employment", member.employment());
    told.code("student", member.student());
    Range together = member.livesTogetherMonths();
    told.put("livesTogetherMonths", (int) together.low());
    told.bound("livesTogetherMonths", together, (int) Math.min(2400, together.high()));
    told.hundredths("clergyYears", member.clergyYears()).code("supportMode", member.supportMode());
    told.flags(member.flags()).selfCare(member.selfCare());
    told.put("incomeComplete", member.incomeComplete());
    told.put("expensesComplete", member.expensesComplete());
    told.put("obligorsKnown", member.obligorsKnown());
    told.end();
    told.list("income", member.income().stream().map(ToldItem::income).toList());
    told.list("costs", member.costs().stream().map(ToldItem::cost).toList());
    told.list("expenses", member.expenses().stream().map(ToldItem::expense).toList());
    told.list("property", member.property().stream().map(ToldItem::asset).toList());
    told.list("disability", member.disabilities().stream().map(ToldItem::disability).toList());
    told.list("obligors", member.obligors().stream().map(ToldItem::obligor).toList());
    return told.cells;
  }

  private ToldHousehold flags(Flags flags) {
    List<String> unsure = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (flags.isUnsure(flag)) {
        unsure.add(flag.code());
      } else if (flags.has(flag)) {
        put(flag.code(), true);
      }
    }
    return list("unsure", unsure);
  }

  private void selfCare(@Nullable SelfCare care) {
    if (care != null) {
      put("eat", care.eat()).put("dress", care.dress()).put("bed", care.bed());
      put("toilet", care.toilet()).put("walk", care.walk()).put("bathe", care.bathe());
    }
  }
}

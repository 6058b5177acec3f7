package org.yimen.eligibility.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;

/** The lists that a household stands on, and what it is paid. */
public enum Lists implements Coded {
  TEKUN("tekun", "特困供养"),
  DIBAO("dibao", "低保"),
  MARGIN("dibaoMargin", "低保边缘"),
  RIGID("rigidExpense", "刚性支出困难"),
  WATCH("watch", "防止返贫监测");

  private final String code;
  private final String title;

  Lists(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** The category that the list is of, as the case format names it. */
  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  /** The lists of a household; a recent payment says that it is on that of 低保. */
  public static Set<Lists> of(HouseholdRecord household, LocalDate asOf) {
    Set<Lists> lists = EnumSet.noneOf(Lists.class);
    add(lists, TEKUN, household.everybody().anyMatch(one -> one.has("list.tekun")));
    add(lists, DIBAO, household.has("list.dibao") || paidLately(household, asOf));
    add(lists, MARGIN, household.has("list.dibaoMargin"));
    add(lists, RIGID, household.has("list.rigidExpense"));
    add(lists, WATCH, household.has("list.watch"));
    return lists;
  }

  private static void add(Set<Lists> lists, Lists list, boolean on) {
    if (on) {
      lists.add(list);
    }
  }

  private static boolean paidLately(HouseholdRecord household, LocalDate asOf) {
    LocalDate day = lastPaid(household);
    return day != null && day.isAfter(asOf.minusMonths(Thresholds.STANDARD.paidWithinMonths()));
  }

  private static @Nullable LocalDate lastPaid(HouseholdRecord household) {
    return household
        .everybody()
        .flatMap(member -> member.all("payment.dibao"))
        .map(Said::from)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * Whether somebody was kept on a list after death. Support ends with the month after it
   * (民发〔2021〕43号 第二十五条, 民发〔2021〕57号 第三十一条), so a list or a payment of the same month is right.
   */
  public static boolean outlived(MemberRecord gone, HouseholdRecord household, LocalDate asOf) {
    LocalDate died = gone.died();
    LocalDate paid = lastPaid(household);
    LocalDate told = paid != null ? paid : asOf.minusMonths(1);
    return died == null || died.isBefore(told.withDayOfMonth(1));
  }

  /** What the household is paid as 低保 a month, fen; 0 where nothing tells. */
  public static long payment(HouseholdRecord household) {
    long paid = household.amount("list.dibao");
    return paid > 0
        ? paid
        : household
            .everybody()
            .map(member -> member.first("payment.dibao"))
            .mapToLong(Lists::amount)
            .max()
            .orElse(0);
  }

  /** What members are paid as 特困供养 a month, fen. */
  static long support(HouseholdRecord household) {
    return household.members().stream()
        .map(member -> member.first("list.tekun"))
        .mapToLong(Lists::amount)
        .sum();
  }

  private static long amount(@Nullable Said said) {
    return said == null ? 0 : said.amount();
  }
}

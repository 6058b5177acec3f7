package org.yimen.eligibility.evidence;

import java.time.LocalDate;
import java.util.EnumSet;
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
    add(lists, TEKUN, anybody(household, FactKind.LIST_TEKUN));
    add(lists, DIBAO, household.has(FactKind.LIST_DIBAO) || paidLately(household, asOf));
    add(lists, MARGIN, household.has(FactKind.LIST_MARGIN));
    add(lists, RIGID, household.has(FactKind.LIST_RIGID));
    add(lists, WATCH, household.has(FactKind.LIST_WATCH));
    return lists;
  }

  private static void add(Set<Lists> lists, Lists list, boolean on) {
    if (on) {
      lists.add(list);
    }
  }

  private static boolean anybody(HouseholdRecord household, FactKind kind) {
    for (MemberRecord one : household.everybody()) {
      if (one.has(kind)) {
        return true;
      }
    }
    return false;
  }

  private static boolean paidLately(HouseholdRecord household, LocalDate asOf) {
    LocalDate day = lastPaid(household);
    return day != null && day.isAfter(asOf.minusMonths(Thresholds.STANDARD.paidWithinMonths()));
  }

  private static @Nullable LocalDate lastPaid(HouseholdRecord household) {
    LocalDate last = null;
    for (MemberRecord one : household.everybody()) {
      for (Said paid : one.all(FactKind.PAYMENT_DIBAO)) {
        LocalDate day = paid.from();
        last = day != null && (last == null || day.isAfter(last)) ? day : last;
      }
    }
    return last;
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
    return amount(paid(household));
  }

  /** Which fact says what it is paid, the first of several that say the same; null: none does. */
  public static @Nullable Said paid(HouseholdRecord household) {
    Said listed = household.first(FactKind.LIST_DIBAO);
    if (amount(listed) > 0) {
      return listed;
    }
    Said most = null;
    for (MemberRecord one : household.everybody()) {
      Said paid = one.first(FactKind.PAYMENT_DIBAO);
      most = amount(paid) > amount(most) ? paid : most;
    }
    return most;
  }

  /** What members are paid as 特困供养 a month, fen. */
  static long support(HouseholdRecord household) {
    long sum = 0;
    for (MemberRecord one : household.members()) {
      sum += amount(one.first(FactKind.LIST_TEKUN));
    }
    return sum;
  }

  private static long amount(@Nullable Said said) {
    return said == null ? 0 : said.amount();
  }
}

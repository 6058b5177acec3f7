package org.yimen.eligibility.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A household's whole income as somebody tells it. Nobody has checked it.
 *
 * @param yearly fen a year, by what 低保 counts as far as that can be seen: assistance is taken off
 *     (民发〔2021〕57号 第十三条)
 * @param net fen a year as agriculture counts (with assistance); -1 where not told
 * @param persons whose income it is
 */
public record IncomeTold(Origin origin, long yearly, long net, int persons) {

  private static final int MONTHS = 12;

  /** Who tells. */
  public enum Origin {
    CIVIL_AFFAIRS("民政台账登记"),
    AGRICULTURE("防止返贫监测系统登记"),
    UNION("工会困难职工档案登记"),
    PAYMENT("现发低保金折算");

    private final String title;

    Origin(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** Whether a bureau beside civil affairs says so, so that nobody checked it for a list. */
  public boolean isHearsay() {
    return origin == Origin.AGRICULTURE || origin == Origin.UNION;
  }

  /** The same, so many percent higher. */
  public IncomeTold shifted(int percent) {
    return new IncomeTold(origin, yearly + yearly * percent / 100, net, persons);
  }

  /** A month a head, fen, to compare and to say. */
  public long monthlyPerHead() {
    return yearly / MONTHS / persons;
  }

  /** The income that a list of its own or another bureau tells; null where nobody does. */
  public static @Nullable IncomeTold of(HouseholdRecord household) {
    int persons = Math.max(1, household.size());
    long ledger = household.amount(FactKind.INCOME_HOUSEHOLD);
    if (ledger >= 0) {
      return new IncomeTold(Origin.CIVIL_AFFAIRS, ledger, -1, persons);
    }
    long net = household.amount(FactKind.INCOME_NET);
    if (net >= 0) {
      return new IncomeTold(Origin.AGRICULTURE, withoutAssistance(household, net), net, persons);
    }
    long perHead = perHead(household);
    return perHead < 0
        ? null
        : new IncomeTold(Origin.UNION, perHead * MONTHS * persons, -1, persons);
  }

  /** Agriculture counts assistance, which stands within transfers (收入口径不同). */
  private static long withoutAssistance(HouseholdRecord household, long net) {
    long assistance = MONTHS * (Lists.payment(household) + Lists.support(household));
    long transfers = household.amount(FactKind.INCOME_TRANSFER);
    long counted = transfers < 0 ? assistance : Math.min(assistance, transfers);
    return Math.max(0, net - counted);
  }

  private static long perHead(HouseholdRecord household) {
    for (MemberRecord member : household.members()) {
      Said told = member.first(FactKind.UNION_HARDSHIP);
      if (told != null && told.amount() > 0) {
        return told.amount();
      }
    }
    return -1;
  }

  /**
   * The income that a payment presupposes: 低保 makes up the difference to the standard (民发〔2021〕57号
   * 第二十三条). Null where nothing is paid.
   *
   * @param standard fen a month a head, that of the law by which the payment was reckoned: a later
   *     one raises the payment and leaves the income
   */
  public static @Nullable IncomeTold assessed(HouseholdRecord household, long standard) {
    long payment = Lists.payment(household);
    if (payment == 0) {
      return null;
    }
    int persons = (int) Math.max(1, Math.max(household.size(), household.everybody().size()));
    long income = Math.max(0, standard * persons - payment);
    return new IncomeTold(Origin.PAYMENT, income * MONTHS, -1, persons);
  }
}

package org.yimen.eligibility.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Outcome;

/**
 * A household under the law in force and under the one that is tried.
 *
 * @param area code of its village or town, null where not known
 * @param recipient whether it stands on a list of 低保 or 特困
 * @param since first day on it, null where it is on none or no source says it
 */
record Move(
    long household,
    @Nullable String area,
    int members,
    boolean recipient,
    @Nullable LocalDate since,
    Outcome before,
    Outcome after) {

  /** So close to a line, as a share of it, a small change decides. */
  private static final BigDecimal CLOSE = new BigDecimal("0.05");

  /** What happens to it. */
  enum Kind {
    ENTERS("enters"),
    LEAVES("leaves"),
    CHANGES("changes"),
    AMOUNT("amount"),
    UNCLEAR("unclear"),
    STAYS("stays");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  Kind kind() {
    Category from = before.category();
    Category to = after.category();
    if (from == to) {
      return sameCategory();
    }
    if (from == Category.UNKNOWN || to == Category.UNKNOWN) {
      return Kind.UNCLEAR;
    }
    if (helped(to)) {
      return helped(from) ? Kind.CHANGES : Kind.ENTERS;
    }
    return helped(from) ? Kind.LEAVES : Kind.CHANGES;
  }

  private Kind sameCategory() {
    if (Objects.equals(before.monthlyAllowance(), after.monthlyAllowance())) {
      return Kind.STAYS;
    }
    return isOpen() ? Kind.UNCLEAR : Kind.AMOUNT;
  }

  /** Whether it is in one of the four categories that have a certificate and help of their own. */
  private static boolean helped(Category category) {
    return switch (category) {
      case TEKUN, DIBAO, DIBAO_MARGIN, RIGID_EXPENSE -> true;
      default -> false;
    };
  }

  /** Fen a month; the least where the amount is not known exactly. */
  long payBefore() {
    return fen(before);
  }

  long payAfter() {
    return fen(after);
  }

  private static long fen(Outcome outcome) {
    Figure yuan = outcome.monthlyAllowance();
    return yuan == null ? 0 : yuan.low().movePointRight(2).longValue();
  }

  /**
   * Whether what it is paid by either law can't be reckoned, so that nobody can say what changes.
   * Where neither law pays it anything for certain, there is nothing to reckon.
   */
  boolean isOpen() {
    return (unsaid(before) || unsaid(after)) && (pays(before) || pays(after));
  }

  boolean isOpenBefore() {
    return isOpen() && unsaid(before);
  }

  boolean isOpenAfter() {
    return isOpen() && unsaid(after);
  }

  private static boolean unsaid(Outcome outcome) {
    Figure pay = outcome.monthlyAllowance();
    return pay == null || !pay.exact();
  }

  private static boolean pays(Outcome outcome) {
    return outcome.category() != Category.UNKNOWN && (unsaid(outcome) || fen(outcome) > 0);
  }

  Finding watchBefore() {
    return before.watch();
  }

  Finding watchAfter() {
    return after.watch();
  }

  /**
   * Whether anything changes for it, money, category or being watched, or may with a small change.
   */
  boolean isListed() {
    return kind() != Kind.STAYS || isOpen() || close() || watchBefore() != watchAfter();
  }

  /** Whether its income is within 5 % of a line of the law that is tried, that of watching too. */
  boolean close() {
    return close(after.offLine()) || close(after.offWatchLine());
  }

  private static boolean close(@Nullable BigDecimal off) {
    return off != null && off.compareTo(CLOSE) <= 0;
  }
}

package org.yimen.eligibility.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Figure;
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
      return payBefore() == payAfter() ? Kind.STAYS : Kind.AMOUNT;
    }
    if (from == Category.UNKNOWN || to == Category.UNKNOWN) {
      return Kind.UNCLEAR;
    }
    if (helped(to)) {
      return helped(from) ? Kind.CHANGES : Kind.ENTERS;
    }
    return helped(from) ? Kind.LEAVES : Kind.CHANGES;
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
    return fen(before.monthlyAllowance());
  }

  long payAfter() {
    return fen(after.monthlyAllowance());
  }

  private static long fen(@Nullable Figure yuan) {
    return yuan == null ? 0 : yuan.low().movePointRight(2).longValue();
  }

  /** Whether its income is within 5 % of a line of the law that is tried. */
  boolean close() {
    BigDecimal off = after.offLine();
    return off != null && off.compareTo(CLOSE) <= 0;
  }
}

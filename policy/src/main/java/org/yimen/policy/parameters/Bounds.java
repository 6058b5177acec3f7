package org.yimen.policy.parameters;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Within what the values of a parameter make sense, where the law or reason says so.
 *
 * @param min the least, null: nought as for all
 * @param max the most, null: as for all; of a time limit in months
 * @param whole whether only whole numbers are
 */
public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max, boolean whole) {
  public static final Bounds NONE = new Bounds(null, null, false);

  /** What is wrong with a value, a Chinese sentence without its subject; null: nothing. */
  public @Nullable String against(Object raw) {
    if (raw instanceof TimeLimit limit) {
      return against(limit);
    }
    if (!(raw instanceof BigDecimal number)) {
      return null;
    }
    boolean low = min != null && number.compareTo(min) < 0;
    boolean high = max != null && number.compareTo(max) > 0;
    boolean broken = whole && number.stripTrailingZeros().scale() > 0;
    return low || high || broken ? "应为" + allowed() + "。" : null;
  }

  private @Nullable String against(TimeLimit limit) {
    if (max == null) {
      return null;
    }
    boolean fits =
        limit.unit() == TimeLimit.Unit.MONTHS
            && max.compareTo(BigDecimal.valueOf(limit.amount())) >= 0;
    return fits ? null : "应按月写，最长 " + max.toPlainString() + " 个月。";
  }

  private String allowed() {
    String kind = whole ? "整数" : "数";
    if (min != null && max != null) {
      boolean share = !whole && max.compareTo(BigDecimal.ONE) == 0;
      String text = " " + min.toPlainString() + " 到 " + max.toPlainString() + " 的" + kind;
      return share ? text + "，0.5 即 50%" : text;
    }
    if (min != null) {
      return "不小于 " + min.toPlainString() + " 的" + kind;
    }
    return max == null ? kind : "不大于 " + max.toPlainString() + " 的" + kind;
  }
}

package org.yimen.policy.nearmiss;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;

/**
 * One change of one fact that gives a household another category, all else equal.
 *
 * @param fact which fact
 * @param subject {@code household} or a member's id
 * @param more whether the fact grows or is added, else it shrinks or goes away
 * @param amount the smallest change in yuan that is enough, to the fen; null for a fact that either
 *     is or isn't
 * @param yearly whether the amount is for a year; else for a month, or once
 * @param to the category then; for an open category the one that would hold
 * @param conditions Chinese names of the conditions that turn with it
 */
public record NearMiss(
    ChangedFact fact,
    String subject,
    boolean more,
    @Nullable BigDecimal amount,
    boolean yearly,
    Category from,
    Category to,
    List<String> conditions) {

  /**
   * A Chinese sentence.
   *
   * @param who the subject's name
   */
  public String sentence(String who) {
    StringBuilder text = new StringBuilder("如果");
    text.append(fact.change(who, more));
    if (amount != null) {
      text.append(amount.toPlainString()).append("元");
    }
    text.append("，结果由“").append(title(from)).append("”变为“").append(title(to)).append("”");
    if (!conditions.isEmpty()) {
      text.append("（").append(String.join("、", conditions)).append("随之改变）");
    }
    return text.append("。").toString();
  }

  private static String title(Category category) {
    return category.title();
  }
}

package org.yimen.policy.nearmiss;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;

/**
 * One change of one fact that gives a household another answer, all else equal.
 *
 * @param fact which fact
 * @param subject {@code household} or a member's id
 * @param more whether the fact grows or is added, else it shrinks or goes away
 * @param amount the smallest change in yuan that is enough, to the fen; null for a fact that either
 *     is or isn't
 * @param yearly whether the amount is for a year; else for a month, or once
 * @param from the answer as things are: a {@link org.yimen.policy.Category} or a {@link
 *     WatchAnswer}
 * @param to the answer then; for an open one the one that would hold
 * @param conditions Chinese names of the conditions that turn with it
 */
public record NearMiss(
    ChangedFact fact,
    String subject,
    boolean more,
    @Nullable BigDecimal amount,
    boolean yearly,
    Coded from,
    Coded to,
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
    text.append("，结果由“").append(from.title()).append("”变为“").append(to.title()).append("”");
    if (!conditions.isEmpty()) {
      text.append("（").append(String.join("、", conditions)).append("随之改变）");
    }
    return text.append("。").toString();
  }
}

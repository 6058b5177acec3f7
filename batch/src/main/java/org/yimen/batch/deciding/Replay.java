package org.yimen.batch.deciding;

import java.io.Serializable;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.policy.Decision;
import org.yimen.policy.Law;
import org.yimen.policy.cases.Assessment;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.facts.Household;

/**
 * The reasons of a household made again.
 *
 * @param json a line as {@code yimen assess} has it, null where the row is rejected
 * @param category what the tree of the rules says
 * @param conditions its findings
 * @param facts hash of the facts as they are now
 * @param law hash of the rules
 */
public record Replay(
    String id, @Nullable String json, String category, String conditions, String facts, String law)
    implements Serializable {

  /** By the tree, which shares nothing with the columns but the rules. */
  public static Replay of(GivenHousehold given, Question question) {
    Household household = given.household();
    Law law = question.law().law();
    String hash = DecidedRow.hex(law.hash());
    if (household == null) {
      return new Replay(given.id(), null, "", "", "", hash);
    }
    Decision decision = law.decideByTree(household, question.asOf(), given.area());
    PolicyCase one =
        new PolicyCase(0, given.id(), question.asOf(), given.area(), Map.of(), household, null);
    return new Replay(
        given.id(),
        Assessment.of(law, one).json(),
        decision.category().code(),
        HexFormat.of().formatHex(decision.findings()),
        DecidedRow.hex(decision.factsHash()),
        hash);
  }

  /** What differs from what a run kept, a Chinese sentence; null: nothing. */
  public @Nullable String difference(String keptLaw, String keptFacts, String kept) {
    if (!keptLaw.equals(law)) {
      return "规则与那次运行不同（当时 " + keptLaw + "，现在 " + law + "）。请用当时的规则和 --area 重放。";
    }
    if (!keptFacts.equals(facts)) {
      return "这一户的数据在那次运行之后有变化，理由不能重放；请重新测算。";
    }
    return kept.equals(category + " " + conditions) ? null : "重放的结果与保存的不同，请报告程序错误。";
  }
}

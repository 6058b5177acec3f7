package org.yimen.policy.law;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Logical;
import org.yimen.policy.rule.Node;

/**
 * How one version of a condition is tried and explained.
 *
 * @param all whether every test must hold, else one
 * @param sentences for the whole condition; null where the tests' own are joined
 */
public record Wording(boolean all, List<Test> tests, Sentences sentences) {

  /** A sentence for each finding, where there is one. */
  public record Sentences(
      @Nullable Sentence met, @Nullable Sentence notMet, @Nullable Sentence unknown) {

    @Nullable Sentence of(Finding finding) {
      return switch (finding) {
        case MET -> met;
        case NOT_MET -> notMet;
        case UNKNOWN -> unknown;
      };
    }
  }

  /** One test of a condition. */
  public record Test(Logical expression, @Nullable String unit, Sentences sentences) {}

  /** The test that decides, the first where all do. */
  public Test deciding(Frame frame, Finding result) {
    for (Test test : tests) {
      if (test.expression().test(frame) == result) {
        return test;
      }
    }
    return tests.get(0);
  }

  /** The sentence for a finding, or null where the rules have none. */
  public @Nullable String say(Frame frame, Finding result) {
    Sentence whole = sentences.of(result);
    if (whole != null) {
      return whole.say(frame, shown(frame, result));
    }
    boolean every = all == (result == Finding.MET);
    String said =
        tests.stream()
            .filter(test -> every || test.expression().test(frame) == result)
            .filter(test -> test.sentences().of(result) != null)
            .limit(all || result != Finding.MET ? tests.size() : 1)
            .map(test -> say(test, frame, result))
            .collect(Collectors.joining("；"));
    return said.isEmpty() ? null : said;
  }

  private static String say(Test test, Frame frame, Finding result) {
    Sentence sentence = test.sentences().of(result);
    return sentence == null ? "" : sentence.say(frame, test.expression().shown(frame));
  }

  /** The comparison that decides, or null. */
  public Node.@Nullable Comparison shown(Frame frame, Finding result) {
    return deciding(frame, result).expression().shown(frame);
  }
}

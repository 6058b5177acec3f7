package org.yimen.policy.law;

import java.util.List;
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

    @Nullable Sentence of(Finding finding, Tongue tongue) {
      Sentence chinese =
          switch (finding) {
            case MET -> met;
            case NOT_MET -> notMet;
            case UNKNOWN -> unknown;
          };
      return chinese == null ? null : chinese.in(tongue);
    }
  }

  /** One test of a condition. */
  public record Test(Logical expression, @Nullable String unit, Sentences sentences) {}

  /**
   * What a condition says of somebody.
   *
   * @param deciding the test that decides, the first where all do
   * @param shown the comparison in it, or null
   */
  public record Told(Finding result, Test deciding, Node.@Nullable Comparison shown) {}

  /** What decides, and what was compared there. */
  public Told tell(Frame frame, Finding result) {
    Test deciding = deciding(frame, result);
    return new Told(result, deciding, deciding.expression().shown(frame));
  }

  private Test deciding(Frame frame, Finding result) {
    if (tests.size() > 1) {
      for (int i = 0; i < tests.size(); i++) {
        Test test = tests.get(i);
        if (test.expression().test(frame) == result) {
          return test;
        }
      }
    }
    return tests.get(0);
  }

  /** Adds the sentence for what was told, or nothing where the rules have none. */
  public void say(Frame frame, Told told, Tongue tongue, StringBuilder into) {
    Sentence whole = sentences.of(told.result(), tongue);
    if (whole == null) {
      join(frame, told, tongue, into);
    } else {
      whole.say(frame, told.shown(), into);
    }
  }

  private void join(Frame frame, Told told, Tongue tongue, StringBuilder into) {
    Finding result = told.result();
    boolean every = tests.size() == 1 || all == (result == Finding.MET);
    boolean one = !all && result == Finding.MET;
    int from = into.length();
    for (int i = 0; i < tests.size(); i++) {
      Test test = tests.get(i);
      boolean tells = every || test.expression().test(frame) == result;
      Sentence sentence = test.sentences().of(result, tongue);
      if (tells && sentence != null) {
        into.append(into.length() == from ? "" : tongue == Tongue.UYGHUR ? "؛ " : "；");
        boolean known = test == told.deciding();
        sentence.say(frame, known ? told.shown() : test.expression().shown(frame), into);
        if (one) {
          return;
        }
      }
    }
  }
}

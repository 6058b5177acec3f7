package org.yimen.policy.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Said;
import org.yimen.policy.law.Condition;
import org.yimen.policy.law.Tongue;
import org.yimen.policy.law.Wording;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Node;
import org.yimen.policy.rule.Trail;

/** Explains each condition of a household: what was compared, on what it rests, in a sentence. */
final class Reasons {
  private final HouseholdFrame frame;
  private final LocalDate date;
  private final StringBuilder text = new StringBuilder(64);

  Reasons(HouseholdFrame frame) {
    this.frame = frame;
    this.date = frame.date();
  }

  List<Determination.Condition> conditions() {
    List<Determination.Condition> all = new ArrayList<>();
    for (Condition condition : frame.book().householdConditions()) {
      all.add(explain(condition, frame, condition.definition().id()));
    }
    for (MemberFrame member : frame.members()) {
      for (Condition condition : frame.book().memberConditions()) {
        all.add(
            explain(condition, member, condition.definition().id() + "@" + member.path().text()));
      }
    }
    return all;
  }

  private Determination.Condition explain(Condition condition, Frame subject, String id) {
    Definition definition = condition.definition();
    Finding result = definition.truth(subject);
    Wording wording = condition.on(date);
    Wording.Told told = wording.tell(subject, result);
    Node.@Nullable Comparison shown = told.shown();
    String unit = told.deciding().unit();
    int decimals = "ratio".equals(unit) ? 4 : 2;
    Trail trail = new Trail();
    definition.trace(subject, trail);
    text.setLength(0);
    wording.say(subject, told, Tongue.CHINESE, text);
    return new Determination.Condition(
        id,
        definition.name(),
        subject.path().text(),
        result,
        shown == null ? null : figure(shown.left(), decimals),
        shown == null ? null : shown.operator(),
        shown == null ? null : figure(shown.right(), decimals),
        unit,
        definition.on(date).basis(),
        trail.evidence(),
        result == Finding.UNKNOWN ? trail.missing() : List.of(),
        text.isEmpty() ? definition.name() + "：" + result.title() : text.toString());
  }

  /** What the conditions say in another language, in the same order. */
  List<Said> in(Tongue tongue) {
    List<Said> all = new ArrayList<>();
    for (Condition condition : frame.book().householdConditions()) {
      all.add(said(condition, frame, tongue));
    }
    for (MemberFrame member : frame.members()) {
      for (Condition condition : frame.book().memberConditions()) {
        all.add(said(condition, member, tongue));
      }
    }
    return all;
  }

  private Said said(Condition condition, Frame subject, Tongue tongue) {
    Finding result = condition.definition().truth(subject);
    Wording wording = condition.on(date);
    text.setLength(0);
    wording.say(subject, wording.tell(subject, result), tongue, text);
    String chinese = condition.definition().name();
    String name =
        tongue == Tongue.UYGHUR ? frame.book().uyghur().getOrDefault(chinese, chinese) : chinese;
    return new Said(name, text.isEmpty() ? name : text.toString());
  }

  /** Rounded once, at the edge. */
  static Figure figure(Interval value, int decimals) {
    boolean exact = value.isExact();
    BigDecimal low = value.low().isFinite() ? value.low().rounded(decimals) : BigDecimal.ZERO;
    if (exact) {
      return new Figure(low, value.high().isFinite() ? low : null, true);
    }
    BigDecimal high = value.high().isFinite() ? value.high().rounded(decimals) : null;
    return new Figure(low, high, false);
  }
}

package org.yimen.policy.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.law.Condition;
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
        all.add(explain(condition, member, condition.definition().id() + "@" + member.path()));
      }
    }
    return all;
  }

  private Determination.Condition explain(Condition condition, Frame subject, String id) {
    Definition definition = condition.definition();
    Finding result = definition.truth(subject);
    Wording wording = condition.on(date);
    Wording.Test deciding = wording.deciding(subject, result);
    Node.@Nullable Comparison shown = wording.shown(subject, result);
    boolean ratio = "ratio".equals(deciding.unit());
    Trail trail = new Trail();
    definition.trace(subject, trail);
    String said = wording.say(subject, result);
    return new Determination.Condition(
        id,
        definition.name(),
        subject.path(),
        result,
        shown == null ? null : figure(shown.left(), ratio ? 4 : 2),
        shown == null ? null : shown.operator(),
        shown == null ? null : figure(shown.right(), ratio ? 4 : 2),
        deciding.unit(),
        definition.on(date).basis(),
        trail.evidence(),
        result == Finding.UNKNOWN ? trail.missing() : List.of(),
        said == null ? definition.name() + "：" + result.title() : said);
  }

  /** Rounded once, at the edge. */
  static Figure figure(Interval value, int decimals) {
    return new Figure(
        value.low().isFinite() ? value.low().rounded(decimals) : java.math.BigDecimal.ZERO,
        value.high().isFinite() ? value.high().rounded(decimals) : null,
        value.isExact());
  }
}

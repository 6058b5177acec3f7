package org.yimen.policy.evaluation;

import java.util.List;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Flags;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.SelfCare;
import org.yimen.policy.rule.Fact;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Type;

/** The facts of a member that expressions may name. */
final class MemberFacts {

  private MemberFacts() {}

  static List<Fact> list() {
    FactList<MemberFrame> f = new FactList<>(Scope.MEMBER);
    f.choice("关系", "relation", Relation.class, m -> m.facts().relation());
    f.number("年龄", Type.NUMBER, "birthDate", m -> Interval.exactly(m.age()));
    f.choice("劳动能力", "labour", Member.Labour.class, m -> m.facts().labour());
    f.choice("就业状况", "employment", Member.Employment.class, m -> m.facts().employment());
    f.choice("在读", "student", Member.Student.class, m -> m.facts().student());
    f.choice("供养方式", "supportMode", Member.SupportMode.class, m -> m.facts().supportMode());
    f.number(
        "共同生活月数",
        Type.NUMBER,
        "livesTogetherMonths",
        m -> Interval.of(m.facts().livesTogetherMonths(), 1));
    f.number(
        "教职年数",
        Type.NUMBER,
        "clergyYears",
        m -> Interval.exactly(new Fraction(m.facts().clergyYears(), 100)));
    f.number("丧失自理项数", Type.NUMBER, "selfCare", MemberFacts::lost);
    for (Flag flag : Flag.values()) {
      f.truth(flag.title(), flag.code(), m -> flag(m.facts().flags(), flag));
    }
    f.special(
        "没有有履行能力的义务人",
        Type.TRUTH,
        m -> m.household().recognition().obligorTest().nobodyAble(m.index()),
        (m, trail) -> m.household().recognition().obligorTest().trace(m.index(), trail));
    return f.list();
  }

  private static Interval lost(MemberFrame m) {
    SelfCare selfCare = m.facts().selfCare();
    return selfCare == null
        ? new Interval(Fraction.ZERO, Fraction.of(6))
        : Interval.exactly(selfCare.lost());
  }

  private static Finding flag(Flags flags, Flag flag) {
    return flags.isUnsure(flag) ? Finding.UNKNOWN : Finding.of(flags.has(flag));
  }
}

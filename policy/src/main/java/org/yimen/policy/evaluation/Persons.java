package org.yimen.policy.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;

/** What each member gets and is. */
final class Persons {
  private final HouseholdFrame frame;
  private final Recognition recognition;
  private final Category category;

  Persons(HouseholdFrame frame) {
    this.frame = frame;
    this.recognition = frame.recognition();
    this.category = frame.cascade().category();
  }

  List<Determination.Person> all() {
    List<Determination.Person> all = new ArrayList<>();
    for (MemberFrame member : frame.members()) {
      all.add(person(member));
    }
    return all;
  }

  /** Counted is who decides the household, or would unless found to be a 特困 person. */
  static Finding counted(Recognition recognition, int member) {
    Finding weight = recognition.weight(member);
    return weight == Finding.UNKNOWN ? recognition.counted(member) : weight;
  }

  private Determination.Person person(MemberFrame member) {
    Finding tekun = recognition.tekun(member.index());
    boolean kept = tekun == Finding.MET;
    Finding single = truth(member, "single.application");
    Interval supplement = supplement(member);
    return new Determination.Person(
        member.path().text(),
        counted(recognition, member.index()),
        tekun,
        Reasons.figure(number(member, "tekun.incomeMonthly"), 2),
        kept ? figure(member, "tekun.basic") : null,
        kept && member.facts().selfCare() != null ? figure(member, "tekun.care") : null,
        selfCare(member),
        single,
        single == Finding.MET ? figure(member, "single.allowance") : null,
        supplement == null ? null : Reasons.figure(supplement, 2));
  }

  private Figure figure(MemberFrame member, String id) {
    return Reasons.figure(number(member, id), 2);
  }

  private Interval number(MemberFrame member, String id) {
    return frame.book().named().get(Scope.MEMBER, id).number(member);
  }

  private Finding truth(MemberFrame member, String id) {
    return frame.book().named().get(Scope.MEMBER, id).truth(member);
  }

  private @Nullable String selfCare(MemberFrame member) {
    if (member.facts().selfCare() == null) {
      return null;
    }
    if (truth(member, "selfCare.able") == Finding.MET) {
      return "able";
    }
    return truth(member, "selfCare.partial") == Finding.MET ? "partial" : "unable";
  }

  /** Null where it is not known whether the household gets dibao. */
  private @Nullable Interval supplement(MemberFrame member) {
    if (category != Category.DIBAO) {
      return category == Category.UNKNOWN ? null : Interval.ZERO;
    }
    return switch (recognition.weight(member.index())) {
      case MET -> number(member, "payment.supplement");
      case NOT_MET -> Interval.ZERO;
      case UNKNOWN -> number(member, "payment.supplement").maybe();
    };
  }

  @Nullable Interval supplements() {
    Interval sum = Interval.ZERO;
    for (MemberFrame member : frame.members()) {
      Interval one = supplement(member);
      if (one == null) {
        return null;
      }
      sum = sum.plus(one);
    }
    return sum;
  }

  /** What its 特困 persons get to live on, a month. */
  Interval basicLiving() {
    Interval sum = Interval.ZERO;
    for (MemberFrame member : frame.members()) {
      sum =
          switch (recognition.tekun(member.index())) {
            case MET -> sum.plus(number(member, "tekun.basic"));
            case NOT_MET -> sum;
            case UNKNOWN -> sum.plus(number(member, "tekun.basic").maybe());
          };
    }
    return sum;
  }

  /** The allowance before supplements; null where the category is not known. */
  @Nullable Interval base() {
    if (category != Category.DIBAO) {
      return category == Category.UNKNOWN ? null : Interval.ZERO;
    }
    return frame.book().named().get(Scope.HOUSEHOLD, "payment.base").number(frame);
  }
}

package org.yimen.policy.evaluation;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;

/** Who counts, who is a 特困 person, and who is left to decide the household. */
final class Recognition {
  private final HouseholdFrame frame;
  private final List<MemberFrame> members;
  private final Definition counted;
  private final Definition tekun;
  private @Nullable ObligorTest obligorTest;
  private Finding @Nullable [] weights;

  Recognition(HouseholdFrame frame) {
    this.frame = frame;
    this.members = frame.members();
    this.counted = frame.book().named().get(Scope.MEMBER, "member.counted");
    this.tekun = frame.book().named().get(Scope.MEMBER, "tekun");
  }

  /** Whether the member counts by 民发〔2021〕57号 第七条. */
  Finding counted(int member) {
    return counted.truth(members.get(member));
  }

  Finding tekun(int member) {
    return tekun.truth(members.get(member));
  }

  /** How many count, before 特困 persons are left out; at least one. */
  Interval familySize() {
    return size(this::counted);
  }

  /** How many decide the household; at least one. */
  Interval size() {
    return size(this::weight);
  }

  private Interval size(IntFunction<Finding> belongs) {
    long least = 0;
    long most = 0;
    for (int i = 0; i < members.size(); i++) {
      Finding finding = belongs.apply(i);
      least += finding == Finding.MET ? 1 : 0;
      most += finding == Finding.NOT_MET ? 0 : 1;
    }
    Fraction low = Fraction.of(Math.max(1, least));
    return most <= Math.max(1, least)
        ? Interval.exactly(low)
        : new Interval(low, Fraction.of(most));
  }

  /** Whether the member is one of those who decide the household. */
  Finding weight(int member) {
    Finding[] known = weights;
    if (known == null) {
      known = weights();
      weights = known;
    }
    return known[member];
  }

  private Finding[] weights() {
    Finding[] found = new Finding[members.size()];
    Finding all = everybodyTekun();
    int possible = 0;
    for (int i = 0; i < found.length; i++) {
      possible += counted(i) == Finding.NOT_MET ? 0 : 1;
    }
    for (int i = 0; i < found.length; i++) {
      if (all == Finding.MET || all == Finding.UNKNOWN && possible == 1) {
        found[i] = counted(i);
      } else if (all == Finding.UNKNOWN) {
        found[i] = counted(i).and(Finding.UNKNOWN);
      } else {
        found[i] = counted(i).and(tekun(i).not());
      }
    }
    return found;
  }

  /** Whether every member who counts is a 特困 person: then nobody is left. */
  Finding everybodyTekun() {
    Finding all = Finding.MET;
    for (int i = 0; i < members.size(); i++) {
      Finding counted = counted(i);
      if (counted == Finding.MET) {
        all = all.and(tekun(i));
      } else if (counted == Finding.UNKNOWN && tekun(i) != Finding.MET) {
        all = all.and(Finding.UNKNOWN);
      }
    }
    return all.and(anybody());
  }

  /** Whether anybody counts at all. */
  Finding anybody() {
    Finding anybody = Finding.NOT_MET;
    for (int i = 0; i < members.size(); i++) {
      anybody = anybody.or(counted(i));
    }
    return anybody;
  }

  /** Tells why it is open whether anybody counts at all. */
  void traceAnybody(Trail trail) {
    if (anybody() == Finding.UNKNOWN) {
      members.forEach(member -> counted.trace(member, trail));
    }
  }

  /** Who owes whom support, and whether they are able. */
  ObligorTest obligorTest() {
    ObligorTest known = obligorTest;
    if (known == null) {
      known = new ObligorTest(frame);
      obligorTest = known;
    }
    return known;
  }

  /** Tells why it is open whether the member decides the household. */
  void traceWeight(int member, Trail trail) {
    if (weight(member) == Finding.UNKNOWN) {
      traceOpen(member, trail);
      members.forEach(other -> traceOpen(other.index(), trail));
    }
  }

  /** Tells why it is open whether the member counts or is a 特困 person. */
  void traceOpen(int member, Trail trail) {
    MemberFrame who = members.get(member);
    if (counted(member) == Finding.UNKNOWN) {
      counted.trace(who, trail);
    }
    if (counted(member) != Finding.NOT_MET && tekun(member) == Finding.UNKNOWN) {
      tekun.trace(who, trail);
    }
  }
}

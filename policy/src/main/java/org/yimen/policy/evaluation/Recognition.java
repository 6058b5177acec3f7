package org.yimen.policy.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.rule.Collection;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Trail;

/**
 * Who counts, who is a 特困 person, and who is left to decide the household. Members who meet all but
 * the obligor test are judged together: none of them is an able obligor of another (民发〔2021〕43号
 * 第八条).
 */
final class Recognition {
  private final HouseholdFrame frame;
  private final List<MemberFrame> members;
  private final List<List<MemberFrame>> obligors = new ArrayList<>();
  private Finding @Nullable [] able;
  private Finding @Nullable [] weights;

  Recognition(HouseholdFrame frame) {
    this.frame = frame;
    this.members = frame.members();
  }

  private Rulebook.Persons asked() {
    return frame.book().persons();
  }

  /** Whether the member counts by 民发〔2021〕57号 第七条. */
  Finding counted(int member) {
    return asked().counted().truth(members.get(member));
  }

  Finding tekun(int member) {
    return asked().tekun().truth(members.get(member));
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
    boolean anybody = false;
    for (int i = 0; i < members.size(); i++) {
      Finding counted = counted(i);
      anybody |= counted != Finding.NOT_MET;
      if (counted == Finding.MET) {
        all = all.and(tekun(i));
      } else if (counted == Finding.UNKNOWN && tekun(i) != Finding.MET) {
        all = all.and(Finding.UNKNOWN);
      }
    }
    return anybody ? all : Finding.NOT_MET;
  }

  /** Whether nobody counts at all. */
  boolean empty() {
    for (int i = 0; i < members.size(); i++) {
      if (counted(i) != Finding.NOT_MET) {
        return false;
      }
    }
    return true;
  }

  /** Whether no able person owes the member support. */
  Finding nobodyAble(int member) {
    Finding[] known = able;
    if (known == null) {
      known = judgeTogether();
      able = known;
    }
    return known[member];
  }

  private Finding[] judgeTogether() {
    for (MemberFrame taker : members) {
      List<MemberFrame> owing = new ArrayList<>();
      for (MemberFrame giver : members) {
        if (Kinship.owes(giver, taker, members)) {
          owing.add(giver);
        }
      }
      obligors.add(owing);
    }
    boolean[] sure = candidates(Finding.MET);
    boolean[] possible = candidates(Finding.UNKNOWN);
    narrow(sure, sure, sure);
    narrow(possible, possible, null);
    Finding[] result = new Finding[members.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = outcome(i, sure, possible);
    }
    return result;
  }

  /** Those who meet all but the obligor test at least so far. */
  private boolean[] candidates(Finding least) {
    boolean[] in = new boolean[members.size()];
    for (int i = 0; i < in.length; i++) {
      Finding finding = asked().candidate().truth(members.get(i));
      in[i] = finding == Finding.MET || finding == least;
    }
    return in;
  }

  /**
   * Takes out who has an able obligor until nothing changes.
   *
   * @param sure null: somebody falls only where an obligor is surely able
   */
  private void narrow(boolean[] in, boolean[] possible, boolean @Nullable [] sure) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < in.length; i++) {
        boolean[] certain = sure == null ? new boolean[in.length] : sure;
        Finding outcome = in[i] ? outcome(i, certain, possible) : Finding.MET;
        if (outcome == Finding.NOT_MET || sure != null && outcome != Finding.MET) {
          in[i] = false;
          changed = true;
        }
      }
    }
  }

  private Finding outcome(int member, boolean[] sure, boolean[] possible) {
    Finding result = outside(members.get(member));
    for (MemberFrame giver : obligors.get(member)) {
      Finding unable = asked().unableMember().truth(giver);
      if (sure[giver.index()]) {
        unable = Finding.MET;
      } else if (possible[giver.index()]) {
        unable = unable.or(Finding.UNKNOWN);
      }
      result = result.and(unable);
    }
    return result;
  }

  private Finding outside(MemberFrame member) {
    Definition unable = asked().unableObligor();
    Finding result = Finding.MET;
    for (Frame.Part part : member.parts(Collection.OBLIGORS)) {
      result = result.and(unable.truth(part.frame()));
    }
    return member.gap(Collection.OBLIGORS) == null ? result : result.and(Finding.UNKNOWN);
  }

  /** Tells who owes the member support and, where that is open, why. */
  void traceObligors(int member, Trail trail) {
    Finding result = nobodyAble(member);
    MemberFrame taker = members.get(member);
    Definition unable = asked().unableObligor();
    for (Frame.Part part : taker.parts(Collection.OBLIGORS)) {
      if (result == Finding.MET || unable.truth(part.frame()) == result) {
        trail.saw(part.frame().path());
        unable.trace(part.frame(), trail);
      }
    }
    String gap = taker.gap(Collection.OBLIGORS);
    if (gap != null) {
      trail.missed(gap);
    }
    for (MemberFrame giver : obligors.get(member)) {
      trail.saw(giver.path());
      if (result == Finding.UNKNOWN) {
        asked().candidate().trace(giver, trail);
        asked().unableMember().trace(giver, trail);
      }
    }
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
      asked().counted().trace(who, trail);
    }
    if (counted(member) != Finding.NOT_MET && tekun(member) == Finding.UNKNOWN) {
      asked().tekun().trace(who, trail);
    }
  }
}

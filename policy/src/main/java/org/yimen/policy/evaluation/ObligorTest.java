package org.yimen.policy.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.rule.Collection;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.FactPath;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;

/**
 * Whether an able person owes a member support. Members who meet all but this test are judged
 * together: none of them is an able obligor of another (民发〔2021〕43号 第八条).
 */
final class ObligorTest {
  private final List<MemberFrame> members;
  private final List<List<MemberFrame>> obligors = new ArrayList<>();
  private final Definition candidate;
  private final Definition unableMember;
  private final Definition unableOutside;
  private final boolean[] sure;
  private final boolean[] possible;
  private final Finding[] outcomes;

  ObligorTest(HouseholdFrame frame) {
    this.members = frame.members();
    this.candidate = frame.book().named().get(Scope.MEMBER, "tekun.candidate");
    this.unableMember = frame.book().named().get(Scope.MEMBER, "member.unableObligor");
    this.unableOutside = frame.book().named().get(Scope.OBLIGOR, "obligor.unable");
    int couples = Kinship.couples(members);
    for (MemberFrame taker : members) {
      List<MemberFrame> givers = new ArrayList<>();
      for (MemberFrame giver : members) {
        if (Kinship.owes(giver, taker, couples)) {
          givers.add(giver);
        }
      }
      obligors.add(givers);
    }
    this.sure = candidates(Finding.MET);
    this.possible = candidates(Finding.UNKNOWN);
    narrow(sure, sure, sure);
    narrow(possible, possible, null);
    this.outcomes = new Finding[members.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = outcome(i, sure, possible);
    }
  }

  /** Met where nobody able owes the member support. */
  Finding nobodyAble(int member) {
    return outcomes[member];
  }

  /** Those who meet all but the obligor test at least so far. */
  private boolean[] candidates(Finding least) {
    boolean[] in = new boolean[members.size()];
    for (int i = 0; i < in.length; i++) {
      Finding finding = candidate.truth(members.get(i));
      in[i] = finding == Finding.MET || finding == least;
    }
    return in;
  }

  /**
   * Takes out who has an able obligor until nothing changes.
   *
   * @param certain null: somebody falls only where an obligor is surely able
   */
  private void narrow(boolean[] in, boolean[] open, boolean @Nullable [] certain) {
    boolean[] kept = certain == null ? new boolean[in.length] : certain;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < in.length; i++) {
        Finding outcome = in[i] ? outcome(i, kept, open) : Finding.MET;
        if (outcome == Finding.NOT_MET || certain != null && outcome != Finding.MET) {
          in[i] = false;
          changed = true;
        }
      }
    }
  }

  private Finding outcome(int member, boolean[] certain, boolean[] open) {
    Finding result = outside(members.get(member));
    for (MemberFrame giver : obligors.get(member)) {
      result = result.and(unable(giver, certain, open));
    }
    return result;
  }

  private Finding unable(MemberFrame giver, boolean[] certain, boolean[] open) {
    if (certain[giver.index()]) {
      return Finding.MET;
    }
    Finding unable = unableMember.truth(giver);
    return open[giver.index()] ? unable.or(Finding.UNKNOWN) : unable;
  }

  private Finding outside(MemberFrame member) {
    Finding result = Finding.MET;
    for (Frame.Part part : member.parts(Collection.OBLIGORS)) {
      result = result.and(unableOutside.truth(part.frame()));
    }
    return member.gap(Collection.OBLIGORS) == null ? result : result.and(Finding.UNKNOWN);
  }

  /** Tells who owes the member support and, where that is open, why. */
  void trace(int member, Trail trail) {
    trace(member, trail, new BitSet());
  }

  /**
   * Whether an obligor in the household is a 特困 person depends in turn on his or her own obligors.
   *
   * @param told members of whom this has been told
   */
  private void trace(int member, Trail trail, BitSet told) {
    told.set(member);
    traceOutside(members.get(member), outcomes[member], trail);
    for (MemberFrame giver : obligors.get(member)) {
      trail.saw(giver.path());
      if (unable(giver, sure, possible) == Finding.UNKNOWN) {
        candidate.trace(giver, trail);
        unableMember.trace(giver, trail);
        if (possible[giver.index()] && !told.get(giver.index())) {
          trace(giver.index(), trail, told);
        }
      }
    }
  }

  private void traceOutside(MemberFrame taker, Finding result, Trail trail) {
    for (Frame.Part part : taker.parts(Collection.OBLIGORS)) {
      if (result == Finding.MET || unableOutside.truth(part.frame()) == result) {
        trail.saw(part.frame().path());
        unableOutside.trace(part.frame(), trail);
      }
    }
    FactPath gap = taker.gap(Collection.OBLIGORS);
    if (gap != null) {
      trail.missed(gap);
    }
  }
}

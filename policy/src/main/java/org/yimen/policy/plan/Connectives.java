package org.yimen.policy.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yimen.policy.Finding;
import org.yimen.policy.columns.CompareSteps;
import org.yimen.policy.columns.FactSteps;
import org.yimen.policy.columns.GroupSteps;
import org.yimen.policy.columns.Place;
import org.yimen.policy.columns.TruthSteps;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Operator;

/** Comparisons and three-valued logic as steps; what is the same for every row is folded. */
final class Connectives {
  private final Build build;
  private final Arithmetic arithmetic;
  private final Scales scales;

  Connectives(Build build, Arithmetic arithmetic, Scales scales) {
    this.build = build;
    this.arithmetic = arithmetic;
    this.scales = scales;
  }

  Tru compare(Num a, Operator operator, Num b) {
    return switch (operator) {
      case LESS -> less(a, b);
      case AT_MOST -> not(less(b, a));
      case MORE -> less(b, a);
      case AT_LEAST -> not(less(a, b));
      case SAME -> same(a, b);
    };
  }

  private Tru less(Num a, Num b) {
    Interval left = a.constant();
    Interval right = b.constant();
    if (left != null && right != null) {
      return Tru.constant(left.less(right));
    }
    Place place = Scales.place(a, b);
    Num x = scales.at(a, place, Scales.common(a, b));
    Num y = scales.at(b, place, Scales.common(a, b));
    int slot =
        build.truth(
            "< " + x.slot() + " " + y.slot() + " " + place,
            o -> new CompareSteps.Less(o, place, x.slot(), y.slot()));
    return Tru.of(slot, place);
  }

  private Tru same(Num a, Num b) {
    Interval left = a.constant();
    Interval right = b.constant();
    if (left != null && right != null) {
      return Tru.constant(left.same(right));
    }
    if (a.divided() || b.divided()) {
      throw new TooLarge("按行不同的商不能用“=”比较");
    }
    Place place = Scales.place(a, b);
    Num x = scales.at(a, place, Scales.common(a, b));
    Num y = scales.at(b, place, Scales.common(a, b));
    int slot =
        build.truth(
            "= " + x.slot() + " " + y.slot() + " " + place,
            o -> new CompareSteps.Same(o, place, x.slot(), y.slot()));
    return Tru.of(slot, place);
  }

  Tru not(Tru a) {
    Finding known = a.constant();
    return known == null
        ? new Tru(a.slot(), a.place(), null, !a.negated())
        : Tru.constant(known.not());
  }

  Tru and(Tru a, Tru b) {
    return join(true, List.of(a, b));
  }

  Tru or(Tru a, Tru b) {
    return join(false, List.of(a, b));
  }

  /**
   * All must hold, or one. What decides nothing is left out, codes of one column are put together.
   */
  Tru join(boolean all, List<Tru> parts) {
    Finding decides = Finding.of(!all);
    Place place = null;
    Set<Tru> left = new LinkedHashSet<>();
    for (Tru part : parts) {
      if (part.is(decides)) {
        return part;
      }
      if (!part.is(decides.not())) {
        left.add(part);
        place = Place.narrower(place, part.place());
      }
    }
    if (place == null) {
      return left.isEmpty() ? Tru.constant(decides.not()) : left.iterator().next();
    }
    Set<Tru> there = new LinkedHashSet<>();
    for (Tru part : codes(all, left)) {
      there.add(lift(part, place));
    }
    return there.size() == 1 ? there.iterator().next() : joined(all, List.copyOf(there), place);
  }

  private Tru joined(boolean all, List<Tru> parts, Place place) {
    int[] of = parts.stream().mapToInt(Tru::slot).toArray();
    boolean[] negated = new boolean[of.length];
    StringBuilder key = new StringBuilder(all ? "and" : "or");
    for (int i = 0; i < of.length; i++) {
      negated[i] = parts.get(i).negated();
      key.append(negated[i] ? " !" : " ").append(of[i]);
    }
    int slot = build.truth(key.toString(), o -> new TruthSteps.Join(o, place, all, of, negated));
    return Tru.of(slot, place);
  }

  /** Several sets of codes of which one must hold are one set. */
  private Set<Tru> codes(boolean all, Set<Tru> parts) {
    Map<String, FactSteps.Coded> merged = new LinkedHashMap<>();
    Set<Tru> result = new LinkedHashSet<>();
    for (Tru part : parts) {
      if (!all && !part.negated() && build.step(part.slot()) instanceof FactSteps.Coded c) {
        merged.merge(
            c.place() + " " + c.column(),
            c,
            (x, y) -> new FactSteps.Coded(-1, x.place(), x.column(), x.mask() | y.mask()));
      } else {
        result.add(part);
      }
    }
    for (FactSteps.Coded c : merged.values()) {
      int slot = build.truth(c.key(), o -> new FactSteps.Coded(o, c.place(), c.column(), c.mask()));
      result.add(Tru.of(slot, c.place()));
    }
    return result;
  }

  Tru surely(Tru a) {
    Finding known = a.constant();
    Place place = a.place();
    if (known != null || place == null) {
      return Tru.constant(Finding.of(known == Finding.MET));
    }
    Tru plain = at(a, place);
    int slot =
        build.truth("surely " + plain.slot(), o -> new TruthSteps.Surely(o, place, plain.slot()));
    return Tru.of(slot, place);
  }

  Tru pick(Tru condition, Tru met, Tru notMet) {
    if (condition.is(Finding.MET) || condition.is(Finding.NOT_MET)) {
      return condition.is(Finding.MET) ? met : notMet;
    }
    Finding known = met.constant();
    if (known != null && known == notMet.constant()) {
      return met;
    }
    Place place = Place.narrower(condition.place(), Place.narrower(met.place(), notMet.place()));
    if (place == null) {
      return Tru.constant(Finding.UNKNOWN);
    }
    Tru c = at(condition, place);
    Tru x = at(met, place);
    Tru y = at(notMet, place);
    int slot =
        build.truth(
            "if " + c.slot() + " " + x.slot() + " " + y.slot(),
            o -> new TruthSteps.Pick(o, place, c.slot(), x.slot(), y.slot()));
    return Tru.of(slot, place);
  }

  Num pick(Tru condition, Num met, Num notMet) {
    Interval left = met.constant();
    Interval right = notMet.constant();
    if (left != null && right != null && (left.equals(right) || condition.place() == null)) {
      return Num.constant(left.hull(right));
    }
    Place place = Place.narrower(condition.place(), Place.narrower(met.place(), notMet.place()));
    if (place == null) {
      throw new IllegalStateException("nothing to choose");
    }
    return arithmetic.pick(at(condition, place), met, notMet);
  }

  /** The same finding in rows of that place. */
  Tru at(Tru a, Place place) {
    Tru there = lift(a, place);
    if (!there.negated()) {
      return there;
    }
    int slot = build.truth("not " + there.slot(), o -> new TruthSteps.Not(o, place, there.slot()));
    return Tru.of(slot, place);
  }

  private Tru lift(Tru a, Place place) {
    Finding known = a.constant();
    Place from = a.place();
    if (known != null || from == null) {
      Finding finding = known == null ? Finding.UNKNOWN : known;
      int slot =
          build.truth("fixed " + finding + place, o -> new TruthSteps.Fixed(o, place, finding));
      return Tru.of(slot, place);
    }
    if (from == place) {
      return a;
    }
    Tru near = lift(a, GroupSteps.wider(place));
    int slot =
        build.truth(
            "spread " + near.slot() + " " + place,
            o -> new GroupSteps.SpreadTruth(o, place, near.slot()));
    return new Tru(slot, place, null, near.negated());
  }
}

package org.yimen.policy.columns;

import org.yimen.policy.Finding;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Operator;

/** Comparisons and three-valued logic as steps; what is the same for every row is folded. */
final class Connectives {
  private final Build build;
  private final Arithmetic arithmetic;

  Connectives(Build build, Arithmetic arithmetic) {
    this.build = build;
    this.arithmetic = arithmetic;
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
    Place place = Arithmetic.place(a, b);
    Num x = arithmetic.at(a, place, Arithmetic.common(a, b));
    Num y = arithmetic.at(b, place, Arithmetic.common(a, b));
    int slot =
        build.truth(
            "< " + x.slot() + " " + y.slot() + " " + place,
            o -> new CompareSteps.Less(o, place, x.slot(), y.slot()));
    return new Tru(slot, place, null);
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
    Place place = Arithmetic.place(a, b);
    Num x = arithmetic.at(a, place, Arithmetic.common(a, b));
    Num y = arithmetic.at(b, place, Arithmetic.common(a, b));
    int slot =
        build.truth(
            "= " + x.slot() + " " + y.slot() + " " + place,
            o -> new CompareSteps.Same(o, place, x.slot(), y.slot()));
    return new Tru(slot, place, null);
  }

  Tru not(Tru a) {
    Finding known = a.constant();
    Place place = a.place();
    if (known != null || place == null) {
      return Tru.constant(known == null ? Finding.UNKNOWN : known.not());
    }
    int slot = build.truth("not " + a.slot(), o -> new TruthSteps.Not(o, place, a.slot()));
    return new Tru(slot, place, null);
  }

  Tru and(Tru a, Tru b) {
    Finding left = a.constant();
    Finding right = b.constant();
    if (left != null && right != null) {
      return Tru.constant(left.and(right));
    }
    if (a.is(Finding.NOT_MET) || b.is(Finding.MET)) {
      return a;
    }
    if (b.is(Finding.NOT_MET) || a.is(Finding.MET)) {
      return b;
    }
    Place place = place(a, b);
    Tru x = at(a, place);
    Tru y = at(b, place);
    int slot =
        build.truth(
            "and " + x.slot() + " " + y.slot(),
            o -> new TruthSteps.And(o, place, x.slot(), y.slot()));
    return new Tru(slot, place, null);
  }

  Tru or(Tru a, Tru b) {
    Finding left = a.constant();
    Finding right = b.constant();
    if (left != null && right != null) {
      return Tru.constant(left.or(right));
    }
    if (a.is(Finding.MET) || b.is(Finding.NOT_MET)) {
      return a;
    }
    if (b.is(Finding.MET) || a.is(Finding.NOT_MET)) {
      return b;
    }
    Place place = place(a, b);
    Tru x = at(a, place);
    Tru y = at(b, place);
    int slot =
        build.truth(
            "or " + x.slot() + " " + y.slot(),
            o -> new TruthSteps.Or(o, place, x.slot(), y.slot()));
    return new Tru(slot, place, null);
  }

  Tru surely(Tru a) {
    Finding known = a.constant();
    Place place = a.place();
    if (known != null || place == null) {
      return Tru.constant(Finding.of(known == Finding.MET));
    }
    int slot = build.truth("surely " + a.slot(), o -> new TruthSteps.Surely(o, a.slot()));
    return new Tru(slot, place, null);
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
    return new Tru(slot, place, null);
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

  private static Place place(Tru a, Tru b) {
    Place place = Place.narrower(a.place(), b.place());
    if (place == null) {
      throw new IllegalStateException("two constants");
    }
    return place;
  }

  /** The same finding in rows of that place. */
  Tru at(Tru a, Place place) {
    Finding known = a.constant();
    Place from = a.place();
    if (known != null || from == null) {
      Finding finding = known == null ? Finding.UNKNOWN : known;
      int slot =
          build.truth("fixed " + finding + place, o -> new TruthSteps.Fixed(o, place, finding));
      return new Tru(slot, place, null);
    }
    if (from == place) {
      return a;
    }
    Tru near = at(a, GroupSteps.wider(place));
    int slot =
        build.truth(
            "spread " + near.slot() + " " + place,
            o -> new GroupSteps.SpreadTruth(o, place, near.slot()));
    return new Tru(slot, place, null);
  }
}

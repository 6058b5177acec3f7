package org.yimen.policy.plan;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.columns.Cells;
import org.yimen.policy.columns.GroupSteps;
import org.yimen.policy.columns.Limits;
import org.yimen.policy.columns.Place;
import org.yimen.policy.columns.RecogniseSteps;
import org.yimen.policy.columns.SupportSteps;
import org.yimen.policy.plan.Num.Span;
import org.yimen.policy.rule.Collection;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Logical;
import org.yimen.policy.rule.Numeric;
import org.yimen.policy.rule.Scope;

/** Sums, counts and searches over collections, and the facts that depend on who is recognised. */
final class Groups {
  private static final Interval TWELFTH = Interval.exactly(new Fraction(1, 12));

  private final Lowering lowering;
  private final Build build;
  private @Nullable Recognised recognised;

  /** Findings of the members and the household about who is recognised. */
  record Recognised(Tru weight, Tru everybody, Tru anybody) {}

  Groups(Lowering lowering) {
    this.lowering = lowering;
    this.build = lowering.build();
  }

  private Tru and(Tru a, Tru b) {
    return lowering.connectives().and(a, b);
  }

  /** Whether the rows of a collection belong to it; null: all do. */
  private @Nullable Tru belongs(Collection collection, Place inner) {
    return switch (collection) {
      case MEMBERS -> recognised().weight();
      case OWN_PROPERTY, SHARED_PROPERTY -> confirmed(inner);
      case FAMILY_PROPERTY ->
          inner == Place.OWN_ASSET
              ? and(confirmed(inner), recognised().weight())
              : confirmed(inner);
      case INCOME, COSTS, EXPENSES, OBLIGORS, DISABILITIES -> null;
    };
  }

  /** A register's hit that nobody has looked at is open. */
  private Tru confirmed(Place inner) {
    return lowering.facts().yes(inner, Cells.CONFIRMED);
  }

  /** Where there may be more than is listed; null: nowhere. */
  private @Nullable Tru gap(Collection collection, Place target) {
    Facts facts = lowering.facts();
    return switch (collection) {
      case INCOME -> facts.yes(Place.MEMBER, Cells.INCOME_GAP);
      case EXPENSES -> facts.yes(Place.MEMBER, Cells.EXPENSES_GAP);
      case OBLIGORS -> facts.yes(Place.MEMBER, Cells.OBLIGORS_GAP);
      case OWN_PROPERTY, SHARED_PROPERTY, FAMILY_PROPERTY ->
          lowering.connectives().at(facts.yes(Place.HOUSEHOLD, Cells.PROPERTY_GAP), target);
      case MEMBERS, COSTS, DISABILITIES -> null;
    };
  }

  private static int slot(@Nullable Tru tru) {
    return tru == null ? GroupSteps.ALWAYS : tru.slot();
  }

  Num sum(Numeric.Sum node, Place at) {
    Num result = Num.constant(Interval.ZERO);
    for (Map.Entry<Place, Place> part : Parts.of(node.collection(), at).entrySet()) {
      Place inner = part.getKey();
      Place target = part.getValue();
      Lowering.Partly partly = lowering.partly(node.each(), inner);
      Num each = partly.number();
      Tru all = belongs(node.collection(), inner);
      Tru in = all == null || partly.only() == null ? partly.only() : and(all, partly.only());
      in = in == null ? all : in;
      boolean far = inner.wider() != target;
      Tru gap = far ? null : gap(node.collection(), target);
      Num sum = total(inner, each, in, gap);
      Num there = far ? total(GroupSteps.wider(inner), sum, null, null) : sum;
      result = lowering.arithmetic().binary(Numeric.Operation.PLUS, result, there);
    }
    return result;
  }

  private Num total(Place inner, Num each, @Nullable Tru belongs, @Nullable Tru gap) {
    if (each.divided()) {
      throw new TooLarge("合计(…)的每一项里不能除以因行而异的数，请在合计之外再除");
    }
    Num of = lowering.scales().at(each, inner, Scales.scale(each));
    int in = belongs == null ? GroupSteps.ALWAYS : lowering.connectives().at(belongs, inner).slot();
    int slot =
        build.number(
            "sum " + inner + " " + of.slot() + " " + in + " " + slot(gap),
            o -> new GroupSteps.Total(o, inner, of.slot(), in, slot(gap)));
    BigInteger most = BigInteger.valueOf(Limits.rows(inner));
    Span s = of.span();
    Span span =
        new Span(
            s.least().multiply(most).min(BigInteger.ZERO),
            s.most().multiply(most).max(BigInteger.ZERO),
            s.bottomless(),
            s.sure() && belongs == null && gap == null);
    return Scales.proved(
        new Num(slot, GroupSteps.wider(inner), of.scale(), BigInteger.ONE, span, null));
  }

  Num count(Numeric.Count node, Place at) {
    Num result = Num.constant(Interval.ZERO);
    for (Map.Entry<Place, Place> part : Parts.of(node.collection(), at).entrySet()) {
      Place inner = part.getKey();
      Place target = part.getValue();
      Tru which = which(node.collection(), node.which(), inner);
      boolean far = inner.wider() != target;
      Tru gap = far ? null : gap(node.collection(), target);
      int slot =
          build.number(
              "count " + which.slot() + " " + inner + " " + slot(gap),
              o -> new GroupSteps.Tally(o, inner, which.slot(), slot(gap)));
      Span span = Span.of(0, Limits.rows(inner), false);
      Num count = new Num(slot, GroupSteps.wider(inner), 1, BigInteger.ONE, span, null);
      Num there = far ? total(GroupSteps.wider(inner), count, null, null) : count;
      result = lowering.arithmetic().binary(Numeric.Operation.PLUS, result, there);
    }
    return result;
  }

  private Tru which(Collection collection, Logical test, Place inner) {
    Tru which = lowering.truth(test, inner);
    Tru in = belongs(collection, inner);
    return lowering.connectives().at(in == null ? which : and(in, which), inner);
  }

  Tru any(Logical.Any node, Place at) {
    Tru result = Tru.constant(Finding.NOT_MET);
    for (Map.Entry<Place, Place> part : Parts.of(node.collection(), at).entrySet()) {
      Place inner = part.getKey();
      Place target = part.getValue();
      boolean far = inner.wider() != target;
      Tru gap = far ? null : gap(node.collection(), target);
      Tru any = any(which(node.collection(), node.which(), inner), inner, gap);
      Tru there = far ? any(any, GroupSteps.wider(inner), null) : any;
      result = lowering.connectives().or(result, there);
    }
    return result;
  }

  private Tru any(Tru test, Place inner, @Nullable Tru gap) {
    Tru which = lowering.connectives().at(test, inner);
    int slot =
        build.truth(
            "any " + which.slot() + " " + inner + " " + slot(gap),
            o -> new GroupSteps.Any(o, inner, which.slot(), slot(gap)));
    return Tru.of(slot, GroupSteps.wider(inner));
  }

  /** A number that Java works out. */
  Num special(String name, Place at) {
    return switch (name) {
      case "今日" -> Num.constant(Interval.exactly(lowering.today()));
      case "计入人数" -> size(recognised().weight());
      case "共同生活人数" -> size(counted());
      case "来源认定月收入" ->
          lowering
              .arithmetic()
              .binary(
                  Numeric.Operation.TIMES,
                  rest(Cells.TOLD_DIBAO, "income.ownMonthly"),
                  Num.constant(TWELFTH));
      case "来源认定年纯收入" -> rest(Cells.TOLD_NET, "net.ownMonthly");
      default -> throw new TooLarge("事实“" + name + "”（" + at + "）还没有列的形式");
    };
  }

  private Tru counted() {
    Tru counted = lowering.truth(Scope.MEMBER, "member.counted", Place.MEMBER);
    return lowering.connectives().at(counted, Place.MEMBER);
  }

  private Num size(Tru belongs) {
    int slot =
        build.number("size " + belongs.slot(), o -> new RecogniseSteps.Size(o, belongs.slot()));
    Span span = Span.of(1, Limits.MEMBERS, false);
    return new Num(slot, Place.HOUSEHOLD, 1, BigInteger.ONE, span, null);
  }

  /** A told total a year without what the members have who were left out as 特困 persons. */
  private Num rest(int column, String own) {
    Connectives c = lowering.connectives();
    Tru mayCount = c.not(c.surely(c.not(counted())));
    Tru out = and(mayCount, c.not(recognised().weight()));
    Num twelve = Num.constant(Interval.exactly(12));
    Num yearly =
        lowering
            .arithmetic()
            .binary(
                Numeric.Operation.TIMES, lowering.number(Scope.MEMBER, own, Place.MEMBER), twelve);
    Num theirs = total(Place.MEMBER, yearly, out, null);
    Num told = lowering.facts().told(column);
    Num left = lowering.arithmetic().binary(Numeric.Operation.MINUS, told, theirs);
    Num nothing = Num.constant(Interval.ZERO);
    return lowering.arithmetic().binary(Numeric.Operation.LARGER, left, nothing);
  }

  /** A finding that Java works out. */
  Tru specialTruth(String name, Place at) {
    if (name.equals("没有有履行能力的义务人")) {
      return nobodyAble();
    }
    throw new TooLarge("事实“" + name + "”（" + at + "）还没有列的形式");
  }

  private Tru nobodyAble() {
    Connectives c = lowering.connectives();
    Tru unable =
        c.at(lowering.truth(Scope.OBLIGOR, "obligor.unable", Place.OBLIGOR), Place.OBLIGOR);
    Tru gap = gap(Collection.OBLIGORS, Place.MEMBER);
    Tru outside = c.at(c.not(any(c.not(unable), Place.OBLIGOR, gap)), Place.MEMBER);
    Tru candidate =
        c.at(lowering.truth(Scope.MEMBER, "tekun.candidate", Place.MEMBER), Place.MEMBER);
    Tru member =
        c.at(lowering.truth(Scope.MEMBER, "member.unableObligor", Place.MEMBER), Place.MEMBER);
    int age = lowering.facts().age(Place.MEMBER).slot();
    int slot =
        build.truth(
            "able " + candidate.slot() + " " + member.slot() + " " + outside.slot() + " " + age,
            o ->
                new SupportSteps.NobodyAble(
                    o, candidate.slot(), member.slot(), outside.slot(), age));
    return Tru.of(slot, Place.MEMBER);
  }

  /** Who decides the household. */
  Recognised recognised() {
    Recognised known = recognised;
    if (known == null) {
      Tru counted = counted();
      Tru tekun =
          lowering
              .connectives()
              .at(lowering.truth(Scope.MEMBER, "tekun", Place.MEMBER), Place.MEMBER);
      int first =
          build.truths(
              "recognise " + counted.slot() + " " + tekun.slot(),
              3,
              o -> new RecogniseSteps.Recognise(o, o + 1, o + 2, counted.slot(), tekun.slot()));
      known =
          new Recognised(
              Tru.of(first, Place.MEMBER),
              Tru.of(first + 1, Place.HOUSEHOLD),
              Tru.of(first + 2, Place.HOUSEHOLD));
      recognised = known;
    }
    return known;
  }
}

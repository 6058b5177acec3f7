package org.yimen.policy.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.columns.Place;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Logical;
import org.yimen.policy.rule.Node;
import org.yimen.policy.rule.Numeric;
import org.yimen.policy.rule.Operator;
import org.yimen.policy.rule.Scope;

/** Turns the rule tree of one day at one place into steps over columns. */
final class Lowering {
  private final Situation situation;
  private final Build build;
  private final Scales scales;
  private final Arithmetic arithmetic;
  private final Connectives connectives;
  private final Facts facts;
  private final Groups groups;
  private final Map<String, Num> numbers = new HashMap<>();
  private final Map<String, Tru> truths = new HashMap<>();

  Lowering(Situation situation, Build build) {
    this.situation = situation;
    this.build = build;
    this.scales = new Scales(build);
    this.arithmetic = new Arithmetic(build, scales);
    this.connectives = new Connectives(build, arithmetic, scales);
    this.facts =
        new Facts(build, situation.book().parameters(), situation.date(), situation.values());
    this.groups = new Groups(this);
  }

  Build build() {
    return build;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  Scales scales() {
    return scales;
  }

  Connectives connectives() {
    return connectives;
  }

  Facts facts() {
    return facts;
  }

  Groups groups() {
    return groups;
  }

  long today() {
    return situation.date().toEpochDay();
  }

  Num number(Scope scope, String id, Place at) {
    return number(situation.book().named().get(scope, id), at);
  }

  Tru truth(Scope scope, String id, Place at) {
    return truth(situation.book().named().get(scope, id), at);
  }

  private Num number(Definition definition, Place from) {
    Place at = from.at(definition.scope());
    String key = definition.scope() + definition.id() + at;
    Num known = numbers.get(key);
    if (known == null) {
      Node node = definition.on(situation.date()).expression();
      known =
          within(
              definition,
              () -> node instanceof Numeric n ? number(n, at) : Num.constant(Interval.ANYTHING));
      numbers.put(key, known);
    }
    return known;
  }

  Tru truth(Definition definition, Place from) {
    Place at = from.at(definition.scope());
    String key = definition.scope() + definition.id() + at;
    Tru known = truths.get(key);
    if (known == null) {
      Node node = definition.on(situation.date()).expression();
      known =
          within(
              definition,
              () -> node instanceof Logical l ? truth(l, at) : Tru.constant(Finding.UNKNOWN));
      truths.put(key, known);
    }
    return known;
  }

  private static <T> T within(Definition definition, Supplier<T> lower) {
    try {
      return lower.get();
    } catch (TooLarge e) {
      throw e.rule() == null ? new TooLarge(String.valueOf(e.getMessage()), definition) : e;
    }
  }

  private @Nullable Value value(Parameter parameter) {
    return situation.values()[parameter.index()];
  }

  Num number(Numeric node, Place at) {
    if (node instanceof Numeric.Constant c) {
      return Num.constant(c.number());
    }
    if (node instanceof Numeric.FactNumber f) {
      return fact(f, at);
    }
    if (node instanceof Numeric.ParameterNumber p) {
      Value value = value(p.parameter());
      return Num.constant(value == null ? Interval.ANY : value.number());
    }
    if (node instanceof Numeric.Defined d) {
      return number(d.definition(), at);
    }
    if (node instanceof Numeric.Binary b) {
      return arithmetic.binary(b.operation(), number(b.left(), at), number(b.right(), at));
    }
    if (node instanceof Numeric.Either e) {
      return either(e, at);
    }
    if (node instanceof Numeric.Sum s) {
      return groups.sum(s, at);
    }
    if (node instanceof Numeric.Count c) {
      return groups.count(c, at);
    }
    return rounded((Numeric.RoundedUp) node, at);
  }

  /** A number that counts only where something holds; null: everywhere. */
  record Partly(Num number, @Nullable Tru only) {}

  /** What is summed: where one of two is nothing, the other where it is taken. */
  Partly partly(Numeric node, Place at) {
    if (node instanceof Numeric.Defined d && d.definition().scope() == at.scope()) {
      Node inner = d.definition().on(situation.date()).expression();
      return inner instanceof Numeric.Either e ? partly(e, at) : new Partly(number(node, at), null);
    }
    if (node instanceof Numeric.Either e
        && e.notMet() instanceof Numeric.Constant none
        && none.number().equals(Interval.ZERO)) {
      Tru only = truth(e.condition(), at);
      return only.place() == null
          ? new Partly(number(node, at), null)
          : new Partly(number(e.met(), at), only);
    }
    return new Partly(number(node, at), null);
  }

  private Num either(Numeric.Either e, Place at) {
    Tru condition = truth(e.condition(), at);
    if (condition.is(Finding.MET)) {
      return number(e.met(), at);
    }
    if (condition.is(Finding.NOT_MET)) {
      return number(e.notMet(), at);
    }
    return connectives.pick(condition, number(e.met(), at), number(e.notMet(), at));
  }

  private Num rounded(Numeric.RoundedUp node, Place at) {
    Num number = number(node.number(), at);
    Value mode = value(node.how());
    Interval known = number.constant();
    if (mode == null || !mode.raw().toString().startsWith("ceil")) {
      return number;
    }
    if (known == null) {
      throw new TooLarge("条件中不能对因户而异的数进位");
    }
    long step = Long.parseLong(mode.raw().toString().substring(4));
    Fraction low = known.low().ceil(step);
    return Num.constant(new Interval(low, known.high().ceil(step)));
  }

  private Num fact(Numeric.FactNumber node, Place from) {
    Place at = from.at(node.fact().scope());
    Num number = facts.number(node.fact(), at);
    return number == null ? groups.special(node.fact().name(), at) : number;
  }

  Tru truth(Logical node, Place at) {
    if (node instanceof Logical.And and) {
      return joined(true, and.parts(), at);
    }
    if (node instanceof Logical.Or or) {
      return joined(false, or.parts(), at);
    }
    if (node instanceof Logical.Not not) {
      return connectives.not(truth(not.part(), at));
    }
    if (node instanceof Logical.Compare c) {
      return connectives.compare(number(c.left(), at), c.operator(), number(c.right(), at));
    }
    if (node instanceof Logical.Defined d) {
      return truth(d.definition(), at);
    }
    if (node instanceof Logical.Surely s) {
      return connectives.surely(truth(s.part(), at));
    }
    if (node instanceof Logical.Either e) {
      return either(e, at);
    }
    if (node instanceof Logical.Any a) {
      return groups.any(a, at);
    }
    return leaf(node, at);
  }

  private Tru joined(boolean all, List<Logical> parts, Place at) {
    List<Tru> lowered = new ArrayList<>();
    for (Logical part : parts) {
      lowered.add(truth(part, at));
    }
    return connectives.join(all, lowered);
  }

  private Tru either(Logical.Either e, Place at) {
    Tru condition = truth(e.condition(), at);
    return connectives.pick(condition, truth(e.met(), at), truth(e.notMet(), at));
  }

  private Tru leaf(Logical node, Place at) {
    if (node instanceof Logical.CompareBy c) {
      Value value = value(c.operator());
      Operator operator = value == null ? null : Operator.find(value.raw().toString());
      return operator == null
          ? Tru.constant(Finding.UNKNOWN)
          : connectives.compare(number(c.left(), at), operator, number(c.right(), at));
    }
    if (node instanceof Logical.FactTruth f) {
      Place place = at.at(f.fact().scope());
      Tru truth = facts.truth(f.fact(), place);
      return truth == null ? groups.specialTruth(f.fact().name(), place) : truth;
    }
    if (node instanceof Logical.ParameterTruth p) {
      Value value = value(p.parameter());
      String code = p.code();
      return Tru.constant(
          value == null
              ? Finding.UNKNOWN
              : Finding.of(code == null ? value.isTrue() : value.holdsCode(code)));
    }
    if (node instanceof Logical.Given g) {
      return Tru.constant(Finding.of(value(g.parameter()) != null));
    }
    return oneOf((Logical.OneOf) node, at);
  }

  private Tru oneOf(Logical.OneOf node, Place from) {
    if (node.choice() instanceof Node.ParameterChoice p) {
      Value value = value(p.parameter());
      return Tru.constant(
          value == null
              ? Finding.UNKNOWN
              : Finding.of(node.codes().contains(value.raw().toString())));
    }
    var fact = ((Node.FactChoice) node.choice()).fact();
    Place at = from.at(fact.scope());
    int column = Facts.codes(fact, at);
    if (column < 0) {
      throw new TooLarge("事实“" + fact.name() + "”还没有列的形式");
    }
    long mask = 0;
    for (int i = 0; i < fact.codes().size(); i++) {
      mask |= node.codes().contains(fact.codes().get(i).code()) ? 1L << i : 0;
    }
    return facts.coded(at, column, mask);
  }
}

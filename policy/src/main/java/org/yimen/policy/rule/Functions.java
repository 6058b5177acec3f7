package org.yimen.policy.rule;

import org.yimen.policy.parameters.Parameter;

/** The functions of the rule language. */
final class Functions {
  private final Parser parser;

  Functions(Parser parser) {
    this.parser = parser;
  }

  Typed call(String name) {
    parser.expect("(");
    Typed result =
        switch (name) {
          case "合计" -> sum();
          case "件数" -> count();
          case "有" -> any();
          case "取大" -> pair(Numeric.Operation.LARGER);
          case "取小" -> pair(Numeric.Operation.SMALLER);
          case "如果" -> either();
          case "确定" ->
              Typed.of(new Logical.Surely(parser.expression().logical("确定(…)")), Type.TRUTH);
          case "进位" -> roundedUp();
          case "比较" -> compareBy();
          case "包含" -> holds();
          case "已规定" -> Typed.of(new Logical.Given(parameter()), Type.TRUTH);
          default ->
              throw new RuleError("不认识的函数“" + name + "”。可用：合计、件数、有、取大、取小、如果、确定、进位、比较、包含、已规定。");
        };
    parser.expect(")");
    return result;
  }

  private Collection collection() {
    String word = parser.word();
    Collection collection = Collection.find(word);
    if (collection == null || !collection.isIn(parser.scope())) {
      throw new RuleError("“" + word + "”不是这里可以逐项计算的内容。");
    }
    parser.expect(",");
    return collection;
  }

  private Typed sum() {
    Collection collection = collection();
    Typed each = parser.in(collection.element(), parser::expression);
    Numeric numeric = each.numeric("合计(…)的每一项");
    return Typed.of(new Numeric.Sum(collection, numeric), each.type());
  }

  private Typed count() {
    Collection collection = collection();
    Typed each = parser.in(collection.element(), parser::expression);
    return Typed.of(new Numeric.Count(collection, each.logical("件数(…)的条件")), Type.NUMBER);
  }

  private Typed any() {
    Collection collection = collection();
    Typed each = parser.in(collection.element(), parser::expression);
    return Typed.of(new Logical.Any(collection, each.logical("有(…)的条件")), Type.TRUTH);
  }

  private Typed pair(Numeric.Operation operation) {
    Typed left = parser.expression();
    parser.expect(",");
    Typed right = parser.expression();
    return Parser.binary(operation, left, right, Typed.common(left, right, "，"));
  }

  private Typed either() {
    Logical condition = parser.expression().logical("如果(…)的条件");
    parser.expect(",");
    Typed met = parser.expression();
    parser.expect(",");
    Typed notMet = parser.expression();
    if (met.type() == Type.TRUTH) {
      Logical a = met.logical("如果(…)");
      return Typed.of(new Logical.Either(condition, a, notMet.logical("如果(…)")), Type.TRUTH);
    }
    Type type = Typed.common(met, notMet, "，");
    Numeric a = met.numeric("如果(…)");
    return Typed.of(new Numeric.Either(condition, a, notMet.numeric("如果(…)")), type);
  }

  private Parameter parameter() {
    String word = parser.word();
    Parameter parameter = parser.names().parameter(word);
    if (parameter == null) {
      throw new RuleError("不认识的参数“" + word + "”。");
    }
    return parameter;
  }

  private Typed roundedUp() {
    Typed number = parser.expression();
    Numeric numeric = number.numeric("进位(…)");
    parser.expect(",");
    return Typed.of(new Numeric.RoundedUp(numeric, parameter()), number.type());
  }

  private Typed compareBy() {
    Typed left = parser.expression();
    parser.expect(",");
    Parameter operator = parameter();
    parser.expect(",");
    Typed right = parser.expression();
    Typed.common(left, right, operator.name());
    Numeric a = left.numeric("比较(…)");
    Numeric b = right.numeric("比较(…)");
    return Typed.of(new Logical.CompareBy(a, operator, b), Type.TRUTH);
  }

  private Typed holds() {
    Parameter parameter = parameter();
    parser.expect(",");
    String code = parser.word();
    if (!parameter.codes().contains(code)) {
      throw new RuleError("参数“" + parameter.name() + "”没有代码“" + code + "”。");
    }
    return Typed.of(new Logical.ParameterTruth(parameter, code), Type.TRUTH);
  }
}

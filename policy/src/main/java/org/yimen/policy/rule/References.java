package org.yimen.policy.rule;

import java.util.ArrayList;
import java.util.List;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.parameters.Parameter;

/** Facts and parameters as typed pieces of an expression. */
final class References {

  private References() {}

  static Typed fact(Fact fact) {
    return switch (fact.type()) {
      case MONEY, NUMBER, DATE -> Typed.of(new Numeric.FactNumber(fact), fact.type());
      case TRUTH -> Typed.of(new Logical.FactTruth(fact), Type.TRUTH);
      case CHOICE -> new Typed(new Node.FactChoice(fact), Type.CHOICE, codes(fact));
    };
  }

  private static List<String> codes(Fact fact) {
    List<String> codes = new ArrayList<>();
    for (Coded coded : fact.codes()) {
      codes.add(coded.code());
      codes.add(coded.title());
    }
    return codes;
  }

  static Typed parameter(Parameter parameter) {
    return switch (parameter.type()) {
      case MONEY -> Typed.of(new Numeric.ParameterNumber(parameter), Type.MONEY);
      case NUMBER -> Typed.of(new Numeric.ParameterNumber(parameter), Type.NUMBER);
      case DATE -> Typed.of(new Numeric.ParameterNumber(parameter), Type.DATE);
      case TRUTH -> Typed.of(new Logical.ParameterTruth(parameter, null), Type.TRUTH);
      case TEXT -> choice(parameter);
      case LIST, LIMIT -> throw new RuleError("参数“" + parameter.name() + "”不能直接比较，列表用 包含(参数, 代码)。");
    };
  }

  private static Typed choice(Parameter parameter) {
    List<String> codes = new ArrayList<>();
    for (String code : parameter.codes()) {
      codes.add(code);
      codes.add(code);
    }
    return new Typed(new Node.ParameterChoice(parameter), Type.CHOICE, codes);
  }
}

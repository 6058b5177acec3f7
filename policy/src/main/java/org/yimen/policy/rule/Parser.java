package org.yimen.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parses and type-checks an expression of the rule language:
 *
 * <pre>
 * 人均月收入 &lt; 低保边缘系数 × 低保标准
 * 年龄 >= 60 或 年龄 &lt; 16 或 有(残疾, 类别 属于 [智力, 精神] 且 等级 &lt;= 3)
 * </pre>
 *
 * From weak to strong: 或, 且, 非, comparison and 属于, + and -, * and /. Errors are {@link RuleError}s.
 */
public final class Parser {
  private final Names names;
  private final List<String> words;
  private final Functions functions;
  private Scope scope;
  private int at;

  private Parser(Names names, Scope scope, String text) {
    this.names = names;
    this.scope = scope;
    this.words = Lexer.words(text);
    this.functions = new Functions(this);
  }

  /** The words of an expression: names, numbers and signs. */
  public static List<String> words(String text) {
    return Lexer.words(text);
  }

  /** The whole text as one expression about things of that scope. */
  public static Typed parse(Names names, Scope scope, String text) {
    Parser parser = new Parser(names, scope, text);
    Typed typed = parser.expression();
    if (parser.at < parser.words.size()) {
      throw new RuleError("“" + parser.words.get(parser.at) + "”处看不懂，表达式应在此之前结束。");
    }
    return typed;
  }

  Names names() {
    return names;
  }

  Scope scope() {
    return scope;
  }

  /** Parses something about things of another scope. */
  <T> T in(Scope other, Supplier<T> parse) {
    Scope before = scope;
    scope = other;
    try {
      return parse.get();
    } finally {
      scope = before;
    }
  }

  boolean sees(String word) {
    return at < words.size() && words.get(at).equals(word);
  }

  boolean take(String word) {
    if (sees(word)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String word) {
    if (!take(word)) {
      throw new RuleError("这里应有“" + word + "”，却是" + here() + "。");
    }
  }

  private String here() {
    return at < words.size() ? "“" + words.get(at) + "”" : "结尾";
  }

  String word() {
    if (at >= words.size()) {
      throw new RuleError("表达式不完整。");
    }
    return words.get(at++);
  }

  Typed expression() {
    return joined("或", this::conjunction, Logical.Or::new);
  }

  private Typed conjunction() {
    return joined("且", this::negation, Logical.And::new);
  }

  private Typed joined(String word, Supplier<Typed> part, Function<List<Logical>, Logical> join) {
    Typed first = part.get();
    if (!sees(word)) {
      return first;
    }
    List<Logical> parts = new ArrayList<>();
    parts.add(first.logical("“" + word + "”之前"));
    while (take(word)) {
      parts.add(part.get().logical("“" + word + "”之后"));
    }
    return Typed.of(join.apply(List.copyOf(parts)), Type.TRUTH);
  }

  private Typed negation() {
    if (take("非")) {
      return Typed.of(new Logical.Not(negation().logical("“非”之后")), Type.TRUTH);
    }
    return comparison();
  }

  private Typed comparison() {
    Typed left = sum();
    if (left.node() instanceof Node.Choice choice && at < words.size()) {
      return choice(left, choice);
    }
    if (at < words.size()) {
      Operator operator = Operator.find(words.get(at));
      if (operator != null) {
        at++;
        Typed right = sum();
        Typed.common(left, right, operator.sign());
        Numeric a = left.numeric("左边");
        return Typed.of(new Logical.Compare(a, operator, right.numeric("右边")), Type.TRUTH);
      }
    }
    return left;
  }

  private Typed choice(Typed left, Node.Choice choice) {
    Set<String> codes = new HashSet<>();
    if (take("=")) {
      codes.add(left.codeOf(word()));
    } else if (take("属于")) {
      expect("[");
      do {
        codes.add(left.codeOf(word()));
      } while (take(","));
      expect("]");
    } else {
      throw new RuleError("代码之后应有“=”或“属于”。");
    }
    return Typed.of(new Logical.OneOf(choice, Set.copyOf(codes)), Type.TRUTH);
  }

  private Typed sum() {
    Typed left = product();
    while (sees("+") || sees("-")) {
      String sign = word();
      Typed right = product();
      Type type = Typed.common(left, right, sign);
      if (type == Type.DATE) {
        throw new RuleError("日期不能相加减。");
      }
      var operation = sign.equals("+") ? Numeric.Operation.PLUS : Numeric.Operation.MINUS;
      left = binary(operation, left, right, type);
    }
    return left;
  }

  static Typed binary(Numeric.Operation operation, Typed left, Typed right, Type type) {
    return Typed.of(new Numeric.Binary(operation, left.numeric("左边"), right.numeric("右边")), type);
  }

  private Typed product() {
    Typed left = atom();
    while (sees("*") || sees("/")) {
      boolean times = word().equals("*");
      Typed right = atom();
      var operation = times ? Numeric.Operation.TIMES : Numeric.Operation.DIVIDED;
      left = binary(operation, left, right, productType(times, left.type(), right.type()));
    }
    return left;
  }

  private static Type productType(boolean times, Type left, Type right) {
    if (left == Type.DATE || right == Type.DATE) {
      throw new RuleError("日期不能相乘除。");
    }
    if (times) {
      if (left == Type.MONEY && right == Type.MONEY) {
        throw new RuleError("金额不能乘以金额。");
      }
      return left == Type.MONEY ? left : right;
    }
    if (left == Type.NUMBER && right == Type.MONEY) {
      throw new RuleError("数不能除以金额。");
    }
    return right == Type.MONEY ? Type.NUMBER : left;
  }

  private Typed atom() {
    if (take("(")) {
      Typed inner = expression();
      expect(")");
      return inner;
    }
    String word = word();
    if (Character.isDigit(word.charAt(0))) {
      return literal(word);
    }
    if (sees("(")) {
      return functions.call(word);
    }
    return name(word);
  }

  private static Typed literal(String word) {
    try {
      if (word.endsWith("%")) {
        BigDecimal hundredths = new BigDecimal(word.substring(0, word.length() - 1));
        return constant(hundredths.movePointLeft(2), Type.NUMBER);
      }
      return word.endsWith("元")
          ? constant(new BigDecimal(word.substring(0, word.length() - 1)), Type.MONEY)
          : constant(new BigDecimal(word), Type.NUMBER);
    } catch (NumberFormatException e) {
      throw new RuleError("“" + word + "”不是数字。");
    }
  }

  private static Typed constant(BigDecimal value, Type type) {
    return Typed.of(new Numeric.Constant(Interval.exactly(Fraction.of(value))), type);
  }

  private Typed name(String word) {
    for (Scope s = scope; s != null; s = s.wider()) {
      Fact fact = names.fact(s, word);
      if (fact != null) {
        return References.fact(fact);
      }
      Typed defined = names.definition(s, word);
      if (defined != null) {
        return defined;
      }
    }
    var parameter = names.parameter(word);
    if (parameter != null) {
      return References.parameter(parameter);
    }
    throw new RuleError("不认识的名称“" + word + "”。");
  }
}

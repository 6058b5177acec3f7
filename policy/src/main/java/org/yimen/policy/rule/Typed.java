package org.yimen.policy.rule;

import java.util.List;

/**
 * A parsed expression with its type.
 *
 * @param codes what a choice may be: code and Chinese name in turn
 */
public record Typed(Node node, Type type, List<String> codes) {

  public static Typed of(Node node, Type type) {
    return new Typed(node, type, List.of());
  }

  /** Nothing but 0, which is of any numeric type. */
  boolean isNought() {
    return node instanceof Numeric.Constant c && c.number().low().sign() == 0;
  }

  Numeric numeric(String where) {
    if (node instanceof Numeric numeric) {
      return numeric;
    }
    throw new RuleError(where + "应为数，而这里是" + type.title() + "。");
  }

  public Logical logical(String where) {
    if (node instanceof Logical logical) {
      return logical;
    }
    throw new RuleError(where + "应为是否判断，而这里是" + type.title() + "。");
  }

  /** The code meant by a word, which may be the code itself or its Chinese name. */
  String codeOf(String word) {
    for (int i = 0; i + 1 < codes.size(); i += 2) {
      if (codes.get(i).equals(word) || codes.get(i + 1).equals(word)) {
        return codes.get(i);
      }
    }
    throw new RuleError("不认识的代码“" + word + "”，可用：" + String.join("、", codes) + "。");
  }

  /** The common type of two numbers that are added, subtracted or compared. */
  static Type common(Typed left, Typed right, String sign) {
    left.numeric("“" + sign + "”左边");
    right.numeric("“" + sign + "”右边");
    if (left.type != right.type && !left.isNought() && !right.isNought()) {
      throw new RuleError(
          "“" + sign + "”两边一个是" + left.type.title() + "，一个是" + right.type.title() + "。");
    }
    return left.isNought() ? right.type : left.type;
  }
}

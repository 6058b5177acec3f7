package org.yimen.policy.rule;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;

/** How two numbers are compared. */
public enum Operator {
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">="),
  SAME("=");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** The operator of that sign, or null. */
  public static @Nullable Operator find(String sign) {
    for (Operator operator : values()) {
      if (operator.sign.equals(sign)) {
        return operator;
      }
    }
    return null;
  }

  Finding compare(Interval left, Interval right) {
    return switch (this) {
      case LESS -> left.less(right);
      case AT_MOST -> right.less(left).not();
      case MORE -> right.less(left);
      case AT_LEAST -> left.less(right).not();
      case SAME -> left.same(right);
    };
  }
}

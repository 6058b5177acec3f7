package org.yimen.policy.rule;

/** What is wrong with an expression, in Chinese. */
public final class RuleError extends RuntimeException {

  public RuleError(String message) {
    super(message);
  }
}

package org.yimen.policy.plan;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.rule.Definition;

/** A rule whose numbers might overflow, or which columns can't hold; the message is Chinese. */
public final class TooLarge extends RuntimeException {
  private final transient @Nullable Definition rule;

  TooLarge(String message) {
    this(message, null);
  }

  TooLarge(String message, @Nullable Definition rule) {
    super(message);
    this.rule = rule;
  }

  /** The rule that is to be changed; null: not known. */
  public @Nullable Definition rule() {
    return rule;
  }
}

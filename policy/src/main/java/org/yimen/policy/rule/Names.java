package org.yimen.policy.rule;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.parameters.Parameter;

/** What a name in an expression means. */
public interface Names {
  /** The fact of that name in exactly that scope, or null. */
  @Nullable Fact fact(Scope scope, String name);

  /** The measure or condition of that name or id in exactly that scope, or null. */
  @Nullable Typed definition(Scope scope, String name);

  /** The parameter of that name or id, or null. */
  @Nullable Parameter parameter(String name);
}

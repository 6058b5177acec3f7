package org.yimen.policy.rule;

import org.jspecify.annotations.Nullable;

/** What an expression is about; names of the wider scopes are seen as well. */
public enum Scope {
  HOUSEHOLD("household", null),
  MEMBER("member", HOUSEHOLD),
  INCOME("income", MEMBER),
  COST("cost", MEMBER),
  EXPENSE("expense", MEMBER),
  OBLIGOR("obligor", MEMBER),
  DISABILITY("disability", HOUSEHOLD),
  ASSET("asset", HOUSEHOLD);

  private final String code;
  private final @Nullable Scope wider;

  Scope(String code, @Nullable Scope wider) {
    this.code = code;
    this.wider = wider;
  }

  public String code() {
    return code;
  }

  public @Nullable Scope wider() {
    return wider;
  }
}

package org.yimen.eligibility.indication;

import org.yimen.policy.facts.Coded;

/** How far an indication rests on what registers prove. */
public enum Certainty implements Coded {
  KNOWN("known", "依据充分"),
  LIKELY("likely", "较可能"),
  UNCLEAR("unclear", "不明确");

  private final String code;
  private final String title;

  Certainty(String code, String title) {
    this.code = code;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}

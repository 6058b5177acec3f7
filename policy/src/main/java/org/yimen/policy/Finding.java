package org.yimen.policy;

import org.yimen.policy.facts.Coded;

/** What is known of a condition: it holds, it does not, or the facts don't say yet. */
public enum Finding implements Coded {
  MET("met", "符合"),
  NOT_MET("notMet", "不符合"),
  UNKNOWN("unknown", "尚不能判断");

  private final String code;
  private final String title;

  Finding(String code, String title) {
    this.code = code;
    this.title = title;
  }

  public static Finding of(boolean value) {
    return value ? MET : NOT_MET;
  }

  public Finding and(Finding other) {
    if (this == NOT_MET || other == NOT_MET) {
      return NOT_MET;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : MET;
  }

  public Finding or(Finding other) {
    if (this == MET || other == MET) {
      return MET;
    }
    return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NOT_MET;
  }

  public Finding not() {
    return switch (this) {
      case MET -> NOT_MET;
      case NOT_MET -> MET;
      case UNKNOWN -> UNKNOWN;
    };
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

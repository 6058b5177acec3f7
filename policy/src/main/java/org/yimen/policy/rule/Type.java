package org.yimen.policy.rule;

/** The type of an expression. */
public enum Type {
  MONEY("金额"),
  NUMBER("数"),
  DATE("日期"),
  TRUTH("是否"),
  CHOICE("代码");

  private final String title;

  Type(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

package org.yimen.casework.recheck;

import org.yimen.policy.facts.Coded;

/** What comes of a re-check. docs/spec/casework.md holds the same table. */
public enum Outcome implements Coded {
  KEPT("kept", "保持不变", false, "民发〔2021〕57号 第三十一条"),
  RAISED("raised", "增发", false, "民发〔2021〕57号 第三十二条"),
  REDUCED("reduced", "减发", true, "民发〔2021〕57号 第三十二条"),
  STOPPED("stopped", "停发", true, "民发〔2021〕57号 第三十二条"),
  MOVED("moved", "转入其他类别", true, "民发〔2021〕57号 第三十二条"),
  GRACE("grace", "渐退期", true, "民发〔2021〕57号 第三十三条"),
  /** More by a new standard, with nothing looked into again. */
  ADJUSTED("adjusted", "调标增发", false, "社会救助暂行办法 第十条");

  private final String code;
  private final String title;
  private final boolean served;
  private final String basis;

  Outcome(String code, String title, boolean served, String basis) {
    this.code = code;
    this.title = title;
    this.served = served;
    this.basis = basis;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether it has no effect before the family has it in writing with the reasons. */
  public boolean isServed() {
    return served;
  }

  /** Document and article. */
  public String basis() {
    return basis;
  }
}

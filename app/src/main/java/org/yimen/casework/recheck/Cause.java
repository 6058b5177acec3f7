package org.yimen.casework.recheck;

import org.jspecify.annotations.Nullable;
import org.yimen.casework.Limits;
import org.yimen.policy.facts.Coded;

/** Why a family is looked at again. docs/spec/casework.md holds the same table. */
public enum Cause implements Coded {
  DUE("due", "定期复核到期", "民发〔2021〕57号 第三十一条", Limits.RECHECK),
  REPORTED("reported", "家庭报告情况变化", "社会救助暂行办法 第十三条", null),
  MEMBERS("members", "家庭成员增减、分户或者并户", "社会救助暂行办法 第十三条", null),
  FOUND("found", "核对或者走访发现变化", "民发〔2021〕57号 第三十一条", null),
  DEATH("death", "成员去世", "民发〔2022〕83号 一（三）", Limits.DEATH),
  EMPLOYED("employed", "就业后收入增加", "民发〔2021〕57号 第三十三条", null),
  JOB_REFUSAL("jobRefusal", "无正当理由连续拒绝就业", "民发〔2021〕57号 第三十四条", null),
  TEKUN_LOST("tekunLost", "特困情形消失（劳动能力、服刑、收入财产或者义务人变化）", "民发〔2021〕43号 第二十四条", null),
  SELF_CARE("selfCare", "生活自理能力变化", "民发〔2021〕43号 第二十三条", Limits.CARE),
  VOLUNTARY("voluntary", "自愿退出", "社会救助暂行办法 第十三条", null),
  /** For all families together, see {@code casework.adjustment}. */
  STANDARD("standard", "救助标准调整", "社会救助暂行办法 第十条", null);

  private final String code;
  private final String title;
  private final String basis;
  private final @Nullable String limit;

  Cause(String code, String title, String basis, @Nullable String limit) {
    this.code = code;
    this.title = title;
    this.basis = basis;
    this.limit = limit;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  /** Document and article. */
  public String basis() {
    return basis;
  }

  /** The limit within which it is finished; null where the law names none. */
  public @Nullable String limit() {
    return limit;
  }

  /** Whether it has to be said on which day it happened. */
  boolean hasDay() {
    return this == DEATH || this == EMPLOYED;
  }

  /** Whether it is about one person. */
  boolean isOfOne() {
    return this == DEATH || this == JOB_REFUSAL;
  }

  /** Whether nothing of the family's economy has to be looked into. */
  boolean decidesItself() {
    return this == JOB_REFUSAL || this == VOLUNTARY;
  }
}

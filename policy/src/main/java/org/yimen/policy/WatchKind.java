package org.yimen.policy;

import org.yimen.policy.facts.Coded;

/** Kinds of households watched against a return to poverty (防止返贫监测对象). */
public enum WatchKind implements Coded {
  UNSTABLE("unstable", "脱贫不稳定户"),
  MARGINAL("marginal", "边缘易致贫户"),
  SUDDEN("sudden", "突发严重困难户");

  private final String code;
  private final String title;

  WatchKind(String code, String title) {
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

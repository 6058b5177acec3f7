package org.yimen.policy.nearmiss;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.Decision;
import org.yimen.policy.Finding;
import org.yimen.policy.WatchKind;
import org.yimen.policy.facts.Coded;

/** How a household is watched against a return to poverty, as one answer (中农组发〔2021〕7号 监测对象). */
public enum WatchAnswer implements Coded {
  UNSTABLE(WatchKind.UNSTABLE),
  MARGINAL(WatchKind.MARGINAL),
  SUDDEN(WatchKind.SUDDEN),
  NOT_WATCHED("notWatched", "不是防止返贫监测对象"),
  UNKNOWN("unknown", "是否监测尚不清楚");

  private final @Nullable WatchKind kind;
  private final String code;
  private final String title;

  WatchAnswer(WatchKind kind) {
    this.kind = kind;
    code = kind.code();
    title = "防止返贫监测对象（" + kind.title() + "）";
  }

  WatchAnswer(String code, String title) {
    kind = null;
    this.code = code;
    this.title = title;
  }

  /** Watched as which kind; a watched household whose kind is open counts as unknown. */
  static WatchAnswer of(Decision decision) {
    if (decision.watch() == Finding.NOT_MET) {
      return NOT_WATCHED;
    }
    WatchKind kind = decision.watchKind();
    for (WatchAnswer answer : values()) {
      if (decision.watch() == Finding.MET && kind != null && answer.kind == kind) {
        return answer;
      }
    }
    return UNKNOWN;
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

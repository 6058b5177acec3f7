package org.yimen.reporting.evidence;

import java.util.ArrayList;
import java.util.List;

/** Whether one invariant holds: how much was looked at, and the first things that break it. */
final class Verdict {

  private static final int MOST_TOLD = 20;

  private final int number;
  private final String title;
  private final List<String> told = new ArrayList<>();
  private long looked;
  private long broken;
  private boolean notKept;

  Verdict(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Nothing is kept that it could be broken by. */
  static Verdict notKept(int number, String title) {
    Verdict verdict = new Verdict(number, title);
    verdict.notKept = true;
    return verdict;
  }

  void look() {
    looked++;
  }

  void expect(boolean holds, String what, Object... about) {
    if (!holds) {
      broken++;
      if (told.size() < MOST_TOLD) {
        told.add(what.formatted(about));
      }
    }
  }

  boolean holds() {
    return broken == 0;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    String how = notKept ? "本版本没有这类数据，未核查" : holds() ? "成立" : "不成立，%d 处".formatted(broken);
    lines.add("%d %s：%s（查看 %d 项）".formatted(number, title, how, looked));
    told.forEach(one -> lines.add("    " + one));
    return lines;
  }
}

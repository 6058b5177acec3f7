package org.yimen.policy.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;

/** What tests made of several parts have in common. */
final class Parts {

  private Parts() {}

  /** Where a trace is told. */
  record To(Frame frame, Trail trail) {}

  static Node.@Nullable Comparison firstShown(List<Logical> parts, Finding as, Frame frame) {
    for (int i = 0; i < parts.size(); i++) {
      Logical part = parts.get(i);
      if (part.test(frame) == as) {
        Node.Comparison shown = part.shown(frame);
        if (shown != null) {
          return shown;
        }
      }
    }
    return null;
  }

  /** All parts tell where all were needed, else only those that gave the result. */
  static void traceDeciding(List<Logical> parts, Finding result, Finding all, To to) {
    for (int i = 0; i < parts.size(); i++) {
      Logical part = parts.get(i);
      if (result == all || part.test(to.frame) == result) {
        part.trace(to.frame, to.trail, result);
      }
    }
  }
}

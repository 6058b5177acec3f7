package org.yimen.policy.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an evaluation rested on: the facts looked at, and those that were not known. */
public final class Trail {
  private final FactPaths evidence = new FactPaths();
  private @Nullable FactPaths missing;

  public void saw(FactPath path) {
    evidence.add(path);
  }

  public void missed(FactPath path) {
    lacking().add(path);
  }

  /** Takes over all that another evaluation rested on. */
  void add(Trail other) {
    evidence.addAll(other.evidence);
    if (other.missing != null) {
      lacking().addAll(other.missing);
    }
  }

  /** Made when something is missing, as mostly nothing is. */
  private FactPaths lacking() {
    FactPaths known = missing;
    if (known == null) {
      known = new FactPaths();
      missing = known;
    }
    return known;
  }

  public List<String> evidence() {
    return evidence.texts();
  }

  public List<String> missing() {
    return missing == null ? List.of() : missing.texts();
  }
}

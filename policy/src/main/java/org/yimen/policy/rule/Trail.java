package org.yimen.policy.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an evaluation rested on: the facts looked at, and those that were not known. */
public final class Trail {
  private final Set<String> evidence = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  public void saw(String path) {
    evidence.add(path);
  }

  public void missed(String path) {
    missing.add(path);
  }

  /** Takes over all that another evaluation rested on. */
  void add(Trail other) {
    evidence.addAll(other.evidence);
    missing.addAll(other.missing);
  }

  public List<String> evidence() {
    return List.copyOf(evidence);
  }

  public List<String> missing() {
    return List.copyOf(missing);
  }
}

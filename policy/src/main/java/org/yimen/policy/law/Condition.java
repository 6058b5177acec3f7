package org.yimen.policy.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yimen.policy.rule.Definition;

/** A condition that explains itself. */
public final class Condition {
  private final Definition definition;
  private final List<Wording> wordings = new ArrayList<>();

  Condition(Definition definition) {
    this.definition = definition;
  }

  void add(Wording wording) {
    wordings.add(wording);
  }

  public Definition definition() {
    return definition;
  }

  /** The wording of the version in force that day. */
  public Wording on(LocalDate date) {
    return wordings.get(definition.indexOn(date));
  }
}

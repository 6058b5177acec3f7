package org.yimen.policy.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;

/** A name that the rules define: a measure or a condition, in one or several dated versions. */
public final class Definition {
  private final String id;
  private final String name;
  private final Scope scope;
  private final int slot;
  private final List<Version> versions = new ArrayList<>();

  /**
   * @param from first day, null: always
   * @param basis document and article
   */
  public record Version(@Nullable LocalDate from, String basis, Node expression) {}

  /**
   * @param slot its place among the names of its scope
   */
  public Definition(String id, String name, Scope scope, int slot) {
    this.id = id;
    this.name = name;
    this.scope = scope;
    this.slot = slot;
  }

  /** Versions come in the order of their dates. */
  public void add(Version version) {
    versions.add(version);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Scope scope() {
    return scope;
  }

  /** All versions in the order of their dates. */
  public List<Version> versions() {
    return List.copyOf(versions);
  }

  /** The version in force that day; before the first one's day the first. */
  public Version on(LocalDate date) {
    Version found = versions.get(0);
    for (int i = 1; i < versions.size(); i++) {
      Version version = versions.get(i);
      if (version.from() == null || !date.isBefore(version.from())) {
        found = version;
      }
    }
    return found;
  }

  public int indexOn(LocalDate date) {
    return versions.indexOf(on(date));
  }

  public Interval number(Frame from) {
    Frame frame = from.at(scope);
    if (frame.remembered(slot) instanceof Interval known) {
      return known;
    }
    Node expression = on(frame.date()).expression();
    Interval value = expression instanceof Numeric n ? n.value(frame) : Interval.ANYTHING;
    frame.remember(slot, value);
    return value;
  }

  public Finding truth(Frame from) {
    Frame frame = from.at(scope);
    if (frame.remembered(slot) instanceof Finding known) {
      return known;
    }
    Node expression = on(frame.date()).expression();
    Finding value = expression instanceof Logical l ? l.test(frame) : Finding.UNKNOWN;
    frame.remember(slot, value);
    return value;
  }

  public void trace(Frame from, Trail trail) {
    Frame frame = from.at(scope);
    Trail known = frame.trail(slot);
    if (known == null) {
      known = new Trail();
      on(frame.date()).expression().trace(frame, known);
      frame.keep(slot, known); // a measure stands behind many conditions
    }
    trail.add(known);
  }
}

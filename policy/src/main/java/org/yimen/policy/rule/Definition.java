package org.yimen.policy.rule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;

/** A name that the rules define: a measure or a condition, in one or several dated versions. */
public final class Definition {
  private final String id;
  private final String name;
  private final Scope scope;
  private final int slot;
  private Version[] versions = {};

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
    versions = Arrays.copyOf(versions, versions.length + 1);
    versions[versions.length - 1] = version;
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
    return List.of(versions);
  }

  /** The version in force that day; before the first one's day the first. */
  public Version on(LocalDate date) {
    return versions.length == 1 ? versions[0] : versions[indexOn(date)];
  }

  public int indexOn(LocalDate date) {
    int found = 0;
    for (int i = 1; i < versions.length; i++) {
      LocalDate from = versions[i].from();
      found = from == null || !date.isBefore(from) ? i : found;
    }
    return found;
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
      Node expression = on(frame.date()).expression();
      if (expression instanceof Logical logical) {
        logical.trace(frame, known, truth(frame));
      } else {
        expression.trace(frame, known);
      }
      frame.keep(slot, known); // a measure stands behind many conditions
    }
    trail.add(known);
  }
}

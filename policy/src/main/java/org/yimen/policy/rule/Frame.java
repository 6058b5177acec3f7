package org.yimen.policy.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** The thing an expression is evaluated for, inside the wider thing it belongs to. */
public abstract class Frame {
  private final Scope scope;
  private final @Nullable Frame wider;
  private final @Nullable Object @Nullable [] memo;
  private @Nullable Trail @Nullable [] trails;

  /**
   * @param slots how many defined names of this scope are remembered; 0: none
   */
  protected Frame(Scope scope, @Nullable Frame wider, int slots) {
    this.scope = scope;
    this.wider = wider;
    this.memo = slots == 0 ? null : new Object[slots];
  }

  /** The frame of that scope which this one is or lies in. */
  final Frame at(Scope wanted) {
    Frame frame = this;
    while (frame.scope != wanted) {
      frame = frame.wider();
    }
    return frame;
  }

  public final Frame wider() {
    if (wider == null) {
      throw new IllegalStateException("nothing wider than " + scope);
    }
    return wider;
  }

  final @Nullable Object remembered(int slot) {
    return memo == null ? null : memo[slot];
  }

  final void remember(int slot, Object value) {
    if (memo != null) {
      memo[slot] = value;
    }
  }

  /** What the name of that slot rested on, or null where nobody has asked yet. */
  final @Nullable Trail trail(int slot) {
    return trails == null ? null : trails[slot];
  }

  final void keep(int slot, Trail trail) {
    if (memo != null) {
      if (trails == null) {
        trails = new Trail[memo.length];
      }
      trails[slot] = trail;
    }
  }

  /** Where it stands in the case: {@code a.income[0]}. */
  public abstract String path();

  public abstract LocalDate date();

  /** The value that holds, or null; noted as used. */
  public abstract @Nullable Value parameter(Parameter parameter);

  /** The parts of a collection, each with whether it belongs there. */
  public abstract List<Part> parts(Collection collection);

  /** The fact that may hold more parts than are listed ({@code b.income}), or null. */
  public abstract @Nullable String gap(Collection collection);

  /** Tells the trail that this part entered a sum or a count with that value. */
  public abstract void seen(Interval value, Trail trail);

  /** One part of a collection. */
  public record Part(Frame frame, Finding belongs) {}
}

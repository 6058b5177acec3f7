package org.yimen.policy.rule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** The thing an expression is evaluated for, inside the wider thing it belongs to. */
public abstract class Frame {
  private static final @Nullable Object[] NOTHING = {};

  private final Scope scope;
  private final @Nullable Frame wider;
  private final int[] slots;
  private final @Nullable Object[] memo;
  private @Nullable Trail @Nullable [] trails;
  private @Nullable Map<String, FactPath> paths;
  private @Nullable FactPath self;
  private int numbered;

  /**
   * The widest frame.
   *
   * @param slots how many defined names each scope has, by its ordinal
   */
  protected Frame(Scope scope, int[] slots) {
    this(scope, null, slots);
  }

  protected Frame(Scope scope, Frame wider) {
    this(scope, wider, wider.slots);
  }

  private Frame(Scope scope, @Nullable Frame wider, int[] slots) {
    this.scope = scope;
    this.wider = wider;
    this.slots = slots;
    int names = slots[scope.ordinal()];
    this.memo = names == 0 ? NOTHING : new Object[names];
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
    return memo[slot];
  }

  final void remember(int slot, Object value) {
    memo[slot] = value;
  }

  /** What the name of that slot rested on, or null where nobody has asked yet. */
  final @Nullable Trail trail(int slot) {
    return trails == null ? null : trails[slot];
  }

  final void keep(int slot, Trail trail) {
    if (trails == null) {
      trails = new Trail[memo.length];
    }
    trails[slot] = trail;
  }

  /** Where it stands in the case: {@code a.income[0]}. */
  public final FactPath path() {
    FactPath known = self;
    if (known == null) {
      known = numbered(name());
      self = known;
    }
    return known;
  }

  /** What {@link #path()} says. */
  protected abstract String name();

  /**
   * Where one of its facts stands; the same object each time.
   *
   * @param key of the fact in the case
   */
  public final FactPath path(String key) {
    Map<String, FactPath> known = paths();
    FactPath path = known.get(key);
    if (path == null) {
      path = numbered(path().text() + "." + key);
      known.put(key, path);
    }
    return path;
  }

  /** A path of the household that nobody has made before. */
  protected final FactPath numbered(String text) {
    return wider == null ? new FactPath(numbered++, text) : wider.numbered(text);
  }

  /** What a trail says where no value of the parameter holds. */
  final FactPath path(Parameter parameter) {
    if (wider != null) {
      return wider.path(parameter);
    }
    Map<String, FactPath> known = paths();
    String text = "parameters." + parameter.id();
    FactPath path = known.get(text);
    if (path == null) {
      path = numbered(text);
      known.put(text, path);
    }
    return path;
  }

  private Map<String, FactPath> paths() {
    Map<String, FactPath> known = paths;
    if (known == null) {
      known = new HashMap<>();
      paths = known;
    }
    return known;
  }

  public abstract LocalDate date();

  /** The value that holds, or null; noted as used. */
  public abstract @Nullable Value parameter(Parameter parameter);

  /** The parts of a collection, each with whether it belongs there. */
  public abstract List<Part> parts(Collection collection);

  /** The fact that may hold more parts than are listed ({@code b.income}), or null. */
  public abstract @Nullable FactPath gap(Collection collection);

  /** Tells the trail that this part entered a sum or a count with that value. */
  public abstract void seen(Interval value, Trail trail);

  /** One part of a collection. */
  public record Part(Frame frame, Finding belongs) {}
}

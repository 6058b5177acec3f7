package org.yimen.policy.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.rule.Fact;
import org.yimen.policy.rule.FactPath;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;
import org.yimen.policy.rule.Type;

/** Names facts of one scope. */
final class FactList<F extends Frame> {
  /** Instead of a key: too plain to be told as evidence. */
  static final String SILENT = "";

  private final Scope scope;
  private final List<Fact> facts = new ArrayList<>();

  FactList(Scope scope) {
    this.scope = scope;
  }

  List<Fact> list() {
    return facts;
  }

  /**
   * Names a number.
   *
   * @param key its key in the case; null: it is told with the item it belongs to
   */
  void number(String name, Type type, @Nullable String key, Function<F, Interval> read) {
    add(name, type, key, read, List.of());
  }

  void truth(String name, @Nullable String key, Function<F, Finding> read) {
    add(name, Type.TRUTH, key, read, List.of());
  }

  <E extends Enum<E> & Coded> void choice(
      String name, @Nullable String key, Class<E> type, Function<F, @Nullable E> read) {
    add(name, Type.CHOICE, key, read, List.of(type.getEnumConstants()));
  }

  private void add(
      String name,
      Type type,
      @Nullable String key,
      Function<F, ? extends @Nullable Object> read,
      List<? extends Coded> codes) {
    Function<Frame, @Nullable Object> value = ofFrame(read);
    facts.add(
        new Fact(
            name, scope, type, value, codes, (f, trail) -> told(f, value.apply(f), key, trail)));
  }

  /** A fact that tells by itself what it rested on. */
  @SuppressWarnings("unchecked")
  void special(
      String name, Type type, Function<F, @Nullable Object> read, BiConsumer<F, Trail> trace) {
    facts.add(
        new Fact(
            name, scope, type, ofFrame(read), List.of(), (f, trail) -> trace.accept((F) f, trail)));
  }

  /** Frames of a scope are all of one class, so that nothing has to be cast for each fact. */
  @SuppressWarnings("unchecked")
  private static <F> Function<Frame, @Nullable Object> ofFrame(
      Function<F, ? extends @Nullable Object> read) {
    return (Function<Frame, @Nullable Object>) (Function<?, ?>) read;
  }

  private static void told(Frame f, @Nullable Object value, @Nullable String key, Trail trail) {
    boolean open =
        value == null
            || value == Finding.UNKNOWN
            || value instanceof Interval interval && !interval.isExact();
    if (SILENT.equals(key)) {
      return;
    }
    FactPath path = key == null ? f.path() : f.path(key);
    if (open) {
      trail.missed(path);
    } else if (key != null && value != Finding.NOT_MET) {
      trail.saw(path);
    }
  }
}

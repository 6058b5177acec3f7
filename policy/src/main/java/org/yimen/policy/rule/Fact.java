package org.yimen.policy.rule;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Coded;

/**
 * A fact that expressions may name.
 *
 * @param name Chinese name
 * @param read the value: an {@link Interval}, a {@link Finding}, or a code list's constant or null
 * @param codes what a choice may be
 * @param trace tells the trail what was looked at, or what is missing
 */
public record Fact(
    String name,
    Scope scope,
    Type type,
    Function<Frame, @Nullable Object> read,
    List<? extends Coded> codes,
    BiConsumer<Frame, Trail> trace) {

  Interval number(Frame frame) {
    return read.apply(frame.at(scope)) instanceof Interval interval ? interval : Interval.ANYTHING;
  }

  Finding truth(Frame frame) {
    return read.apply(frame.at(scope)) instanceof Finding finding ? finding : Finding.UNKNOWN;
  }

  @Nullable Coded choice(Frame frame) {
    return read.apply(frame.at(scope)) instanceof Coded coded ? coded : null;
  }

  void trace(Frame frame, Trail trail) {
    trace.accept(frame.at(scope), trail);
  }
}

package org.yimen.policy.rule;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** A piece of a parsed expression. Evaluation never throws for want of a fact. */
public sealed interface Node permits Numeric, Logical, Node.Choice {

  /** Tells what the value rested on. */
  void trace(Frame frame, Trail trail);

  /** A code of a list. */
  sealed interface Choice extends Node {
    /** Null where not known. */
    @Nullable String code(Frame frame);

    /** How the code is called in sentences. */
    String title(Frame frame);
  }

  /** A choice among the facts. */
  record FactChoice(Fact fact) implements Choice {
    @Override
    public @Nullable String code(Frame frame) {
      Coded value = fact.choice(frame);
      return value == null ? null : value.code();
    }

    @Override
    public String title(Frame frame) {
      Coded value = fact.choice(frame);
      return value == null ? "不详" : value.title();
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      fact.trace(frame, trail);
    }
  }

  /** A choice among the parameters. */
  record ParameterChoice(Parameter parameter) implements Choice {
    @Override
    public @Nullable String code(Frame frame) {
      Value value = frame.parameter(parameter);
      return value == null ? null : value.raw().toString();
    }

    @Override
    public String title(Frame frame) {
      String code = code(frame);
      return code == null ? "不详" : code;
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      traceParameter(parameter, frame, trail);
    }
  }

  /** Names the parameter as missing where no value of it holds. */
  static void traceParameter(Parameter parameter, Frame frame, Trail trail) {
    if (frame.parameter(parameter) == null) {
      trail.missed(frame.path(parameter));
    }
  }

  /** Tells what the parts of a collection rested on; parts that add nothing are left out. */
  static void traceParts(Collection collection, Frame frame, Trail trail, PartTrace each) {
    for (Frame.Part part : frame.parts(collection)) {
      if (part.belongs() != Finding.NOT_MET) {
        each.trace(part, trail);
      }
    }
    FactPath gap = frame.gap(collection);
    if (gap != null) {
      trail.missed(gap);
    }
  }

  /** What to tell of one part. */
  interface PartTrace {
    void trace(Frame.Part part, Trail trail);
  }

  /** A comparison with its two sides as they were. */
  record Comparison(Interval left, String operator, Interval right) {}
}

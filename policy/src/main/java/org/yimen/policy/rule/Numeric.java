package org.yimen.policy.rule;

import org.yimen.policy.Finding;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** A number, exact or within bounds. */
public sealed interface Numeric extends Node {
  Interval value(Frame frame);

  /** A number written in the rule. */
  record Constant(Interval number) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      return number;
    }

    @Override
    public void trace(Frame frame, Trail trail) {}
  }

  /** A fact. */
  record FactNumber(Fact fact) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      return fact.number(frame);
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      fact.trace(frame, trail);
    }
  }

  /** A dated parameter; anything at all where no value of it holds. */
  record ParameterNumber(Parameter parameter) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      Value value = frame.parameter(parameter);
      return value == null ? Interval.ANY : value.number();
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      Node.traceParameter(parameter, frame, trail);
    }
  }

  /** The value of a measure defined in the rules. */
  record Defined(Definition definition) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      return definition.number(frame);
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      definition.trace(frame, trail);
    }
  }

  /** What is done with two numbers. */
  enum Operation {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    LARGER,
    SMALLER
  }

  /** Two numbers made into one. */
  record Binary(Operation operation, Numeric left, Numeric right) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      Interval a = left.value(frame);
      Interval b = right.value(frame);
      return switch (operation) {
        case PLUS -> a.plus(b);
        case MINUS -> a.minus(b);
        case TIMES -> a.times(b);
        case DIVIDED -> a.divide(b);
        case LARGER -> a.max(b);
        case SMALLER -> a.min(b);
      };
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      left.trace(frame, trail);
      right.trace(frame, trail);
    }
  }

  /** One of two numbers; both where it is not known which. */
  record Either(Logical condition, Numeric met, Numeric notMet) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      return switch (condition.test(frame)) {
        case MET -> met.value(frame);
        case NOT_MET -> notMet.value(frame);
        case UNKNOWN -> met.value(frame).hull(notMet.value(frame));
      };
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      Finding finding = condition.test(frame);
      if (finding == Finding.UNKNOWN) {
        condition.trace(frame, trail, finding);
      }
      if (finding != Finding.NOT_MET) {
        met.trace(frame, trail);
      }
      if (finding != Finding.MET) {
        notMet.trace(frame, trail);
      }
    }
  }

  /** The sum over a collection; open above where there may be more. */
  record Sum(Collection collection, Numeric each) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      Interval sum = Interval.ZERO;
      for (Frame.Part part : frame.parts(collection)) {
        if (part.belongs() != Finding.NOT_MET) {
          Interval value = each.value(part.frame());
          sum = sum.plus(part.belongs() == Finding.MET ? value : value.maybe());
        }
      }
      return frame.gap(collection) == null ? sum : new Interval(sum.low(), Fraction.INFINITE);
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      Node.traceParts(
          collection,
          frame,
          trail,
          (part, into) -> {
            Interval value = each.value(part.frame());
            if (!value.isExact() || value.low().sign() != 0) {
              each.trace(part.frame(), into);
              part.frame().seen(value, into);
            }
          });
    }
  }

  /** How many of a collection; open above where there may be more. */
  record Count(Collection collection, Logical which) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      long least = 0;
      long most = 0;
      for (Frame.Part part : frame.parts(collection)) {
        Finding finding = part.belongs().and(which.test(part.frame()));
        least += finding == Finding.MET ? 1 : 0;
        most += finding == Finding.NOT_MET ? 0 : 1;
      }
      Fraction low = Fraction.of(least);
      if (frame.gap(collection) != null) {
        return new Interval(low, Fraction.INFINITE);
      }
      return least == most ? Interval.exactly(low) : new Interval(low, Fraction.of(most));
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      Node.traceParts(
          collection,
          frame,
          trail,
          (part, into) -> {
            Finding such = which.test(part.frame());
            Finding finding = part.belongs().and(such);
            if (finding != Finding.NOT_MET) {
              which.trace(part.frame(), into, such);
              part.frame().seen(finding == Finding.MET ? Interval.ONE : Interval.ANY, into);
            }
          });
    }
  }

  /** Rounded up to a whole step as a parameter says: none, ceil1, ceil5, ceil10. */
  record RoundedUp(Numeric number, Parameter how) implements Numeric {
    @Override
    public Interval value(Frame frame) {
      Interval value = number.value(frame);
      Value mode = frame.parameter(how);
      if (mode == null || !mode.raw().toString().startsWith("ceil")) {
        return value;
      }
      long step = Long.parseLong(mode.raw().toString().substring(4));
      return new Interval(value.low().ceil(step), value.high().ceil(step));
    }

    @Override
    public void trace(Frame frame, Trail trail) {
      number.trace(frame, trail);
      Node.traceParameter(how, frame, trail);
    }
  }
}

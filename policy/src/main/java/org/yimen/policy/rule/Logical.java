package org.yimen.policy.rule;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** Something that is met, not met, or not known. */
public sealed interface Logical extends Node {
  Finding test(Frame frame);

  @Override
  default void trace(Frame frame, Trail trail) {
    trace(frame, trail, test(frame));
  }

  /**
   * Tells what the finding rested on.
   *
   * @param found what {@link #test} says, so that it need not be asked again
   */
  void trace(Frame frame, Trail trail, Finding found);

  /** The comparison that decides, or null where none does. */
  default @Nullable Comparison shown(Frame frame) {
    return null;
  }

  /** All must hold. */
  record And(List<Logical> parts) implements Logical {
    @Override
    public Finding test(Frame frame) {
      Finding result = Finding.MET;
      for (int i = 0; i < parts.size(); i++) {
        result = result.and(parts.get(i).test(frame));
        if (result == Finding.NOT_MET) {
          return result;
        }
      }
      return result;
    }

    @Override
    public @Nullable Comparison shown(Frame frame) {
      return Parts.firstShown(parts, test(frame), frame);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      Parts.traceDeciding(parts, found, Finding.MET, new Parts.To(frame, trail));
    }
  }

  /** One must hold. */
  record Or(List<Logical> parts) implements Logical {
    @Override
    public Finding test(Frame frame) {
      Finding result = Finding.NOT_MET;
      for (int i = 0; i < parts.size(); i++) {
        result = result.or(parts.get(i).test(frame));
        if (result == Finding.MET) {
          return result;
        }
      }
      return result;
    }

    @Override
    public @Nullable Comparison shown(Frame frame) {
      return Parts.firstShown(parts, test(frame), frame);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      Parts.traceDeciding(parts, found, Finding.NOT_MET, new Parts.To(frame, trail));
    }
  }

  /** It must not hold. */
  record Not(Logical part) implements Logical {
    @Override
    public Finding test(Frame frame) {
      return part.test(frame).not();
    }

    @Override
    public @Nullable Comparison shown(Frame frame) {
      return part.shown(frame);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      part.trace(frame, trail, found.not());
    }
  }

  /** Two numbers compared. */
  record Compare(Numeric left, Operator operator, Numeric right) implements Logical {
    @Override
    public Finding test(Frame frame) {
      return operator.compare(left.value(frame), right.value(frame));
    }

    @Override
    public Comparison shown(Frame frame) {
      return new Comparison(left.value(frame), operator.sign(), right.value(frame));
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      left.trace(frame, trail);
      right.trace(frame, trail);
    }
  }

  /** Two numbers compared as a parameter says: {@code >=} or {@code >}. */
  record CompareBy(Numeric left, Parameter operator, Numeric right) implements Logical {
    private @Nullable Operator operator(Frame frame) {
      Value value = frame.parameter(operator);
      return value == null ? null : Operator.find(value.raw().toString());
    }

    @Override
    public Finding test(Frame frame) {
      Operator known = operator(frame);
      return known == null ? Finding.UNKNOWN : known.compare(left.value(frame), right.value(frame));
    }

    @Override
    public @Nullable Comparison shown(Frame frame) {
      Operator known = operator(frame);
      return known == null
          ? null
          : new Comparison(left.value(frame), known.sign(), right.value(frame));
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      left.trace(frame, trail);
      right.trace(frame, trail);
      Node.traceParameter(operator, frame, trail);
    }
  }

  /** A choice is one of several codes; not known where the choice is not known. */
  record OneOf(Choice choice, Set<String> codes) implements Logical {
    @Override
    public Finding test(Frame frame) {
      String code = choice.code(frame);
      return code == null ? Finding.UNKNOWN : Finding.of(codes.contains(code));
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      choice.trace(frame, trail);
    }
  }

  /** A yes-or-no fact. */
  record FactTruth(Fact fact) implements Logical {
    @Override
    public Finding test(Frame frame) {
      return fact.truth(frame);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      fact.trace(frame, trail);
    }
  }

  /** A yes-or-no parameter; with a code: whether a list parameter holds the code. */
  record ParameterTruth(Parameter parameter, @Nullable String code) implements Logical {
    @Override
    public Finding test(Frame frame) {
      Value value = frame.parameter(parameter);
      if (value == null) {
        return Finding.UNKNOWN;
      }
      return Finding.of(code == null ? value.isTrue() : value.holdsCode(code));
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      Node.traceParameter(parameter, frame, trail);
    }
  }

  /** Whether any value of a parameter holds. */
  record Given(Parameter parameter) implements Logical {
    @Override
    public Finding test(Frame frame) {
      return Finding.of(frame.parameter(parameter) != null);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {}
  }

  /** A yes-or-no measure or a condition defined in the rules. */
  record Defined(Definition definition) implements Logical {
    @Override
    public Finding test(Frame frame) {
      return definition.truth(frame);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      definition.trace(frame, trail);
    }
  }

  /** Only what is certain: a fact that is not stated counts as not so. */
  record Surely(Logical part) implements Logical {
    @Override
    public Finding test(Frame frame) {
      return Finding.of(part.test(frame) == Finding.MET);
    }

    @Override
    public @Nullable Comparison shown(Frame frame) {
      return part.test(frame) == Finding.UNKNOWN ? null : part.shown(frame);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      if (found == Finding.MET) {
        part.trace(frame, trail, found);
      }
    }
  }

  /** One of two tests; where it is not known which, only what both say. */
  record Either(Logical condition, Logical met, Logical notMet) implements Logical {
    @Override
    public Finding test(Frame frame) {
      Finding finding = condition.test(frame);
      if (finding != Finding.UNKNOWN) {
        return finding == Finding.MET ? met.test(frame) : notMet.test(frame);
      }
      Finding one = met.test(frame);
      return one == notMet.test(frame) ? one : Finding.UNKNOWN;
    }

    @Override
    public @Nullable Comparison shown(Frame frame) {
      return condition.test(frame) == Finding.MET ? met.shown(frame) : notMet.shown(frame);
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
      Finding finding = condition.test(frame);
      if (finding == Finding.UNKNOWN) {
        condition.trace(frame, trail, finding);
        met.trace(frame, trail);
        notMet.trace(frame, trail);
      } else {
        (finding == Finding.MET ? met : notMet).trace(frame, trail, found);
      }
    }
  }

  /** One of a collection is such. */
  record Any(Collection collection, Logical which) implements Logical {
    @Override
    public Finding test(Frame frame) {
      Finding result = Finding.NOT_MET;
      for (Frame.Part part : frame.parts(collection)) {
        result = result.or(part.belongs().and(which.test(part.frame())));
      }
      return result == Finding.NOT_MET && frame.gap(collection) != null ? Finding.UNKNOWN : result;
    }

    @Override
    public void trace(Frame frame, Trail trail, Finding found) {
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
}

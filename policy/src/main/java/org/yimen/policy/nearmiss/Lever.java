package org.yimen.policy.nearmiss;

import java.util.function.LongFunction;
import org.yimen.policy.facts.Household;

/**
 * A fact that can be moved.
 *
 * @param most fen by which it can be moved; 0: it either is or isn't
 * @param moved the household with the fact moved by so many fen
 */
record Lever(
    ChangedFact fact,
    String subject,
    boolean more,
    boolean yearly,
    long most,
    LongFunction<Household> moved) {

  static final String FAMILY = "household";

  static Lever turn(ChangedFact fact, String subject, boolean more, Household then) {
    return new Lever(fact, subject, more, false, 0, none -> then);
  }

  static Lever amount(
      ChangedFact fact, String subject, boolean more, long most, LongFunction<Household> moved) {
    return new Lever(fact, subject, more, false, most, moved);
  }

  Lever ofTheYear() {
    return new Lever(fact, subject, more, true, most, moved);
  }
}

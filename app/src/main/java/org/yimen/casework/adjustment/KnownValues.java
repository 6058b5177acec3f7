package org.yimen.casework.adjustment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.eligibility.inforce.LawWhenTold;
import org.yimen.policy.Law;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/**
 * Values of days, as they are in force now and as they were known when something was reckoned: one
 * that was put in force later, from a day before, was not. Kept for one run.
 */
final class KnownValues {

  private final LawInForce inForce;
  private final LawInForce.Edition now;
  private final LawWhenTold whenTold;
  private final Map<Long, Law> laws = new HashMap<>();
  private final Map<Asked, Map<Parameter, Value>> kept = new HashMap<>();

  private record Asked(Law law, LocalDate day, String place) {}

  KnownValues(LawInForce inForce) {
    this.inForce = inForce;
    this.now = inForce.edition();
    this.whenTold = inForce.whenTold();
  }

  /** Of the last decision on a value that is in force. */
  long number() {
    return now.number();
  }

  Law now() {
    return now.law();
  }

  /** As they are in force now. */
  Map<Parameter, Value> now(LocalDate day, Family family) {
    return of(now.law(), day, family);
  }

  /** As they were known at an instant. */
  Map<Parameter, Value> at(OffsetDateTime at, LocalDate day, Family family) {
    return of(whenTold.at(at.toInstant()), day, family);
  }

  /** As they were known to the law up to a decision. */
  Map<Parameter, Value> of(long number, LocalDate day, Family family) {
    return of(laws.computeIfAbsent(number, inForce::asOf), day, family);
  }

  private Map<Parameter, Value> of(Law law, LocalDate day, Family family) {
    String place = law.parameters().placeOf(family.place().area());
    return kept.computeIfAbsent(new Asked(law, day, place), KnownValues::values);
  }

  private static Map<Parameter, Value> values(Asked asked) {
    Map<Parameter, Value> values = new HashMap<>();
    @Nullable Value[] found = asked.law().parameters().on(asked.day(), asked.place());
    for (Parameter parameter : asked.law().parameters().all()) {
      Value value = found[parameter.index()];
      if (value != null) {
        values.put(parameter, value);
      }
    }
    return values;
  }
}

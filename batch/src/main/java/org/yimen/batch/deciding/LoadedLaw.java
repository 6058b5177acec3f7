package org.yimen.batch.deciding;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yimen.policy.Law;
import org.yimen.policy.plan.Plan;

/** A law and its plans for one day, one for all threads of a process. */
public final class LoadedLaw {
  private static final Map<String, LoadedLaw> OF_THIS_PROCESS = new ConcurrentHashMap<>();

  private final Law law;
  private final LocalDate asOf;
  private final Map<String, Plan> plans = new ConcurrentHashMap<>();

  private LoadedLaw(Law law, LocalDate asOf) {
    this.law = law;
    this.asOf = asOf;
  }

  /**
   * Reads the rules where that has not been done yet in this process.
   *
   * @throws org.yimen.policy.text.BadFile with everything that is wrong with them
   */
  public static LoadedLaw of(RuleTexts texts, LocalDate asOf) {
    return OF_THIS_PROCESS.computeIfAbsent(
        asOf + " " + texts.key(), key -> new LoadedLaw(texts.law(), asOf));
  }

  public Law law() {
    return law;
  }

  LocalDate asOf() {
    return asOf;
  }

  /** The longest prefix of an area for which values of its own are in force. */
  String placeOf(String area) {
    return law.parameters().placeOf(area);
  }

  /** The plan of such a prefix; many areas may have the same. */
  Plan plan(String place) {
    return plans.computeIfAbsent(place, one -> law.plan(asOf, one));
  }
}

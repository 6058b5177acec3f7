package org.yimen.policy.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.NumberSteps;
import org.yimen.policy.columns.Step;

/** Steps of a plan as they are found; the same step is never taken twice. */
final class Build {
  private final List<Step> steps = new ArrayList<>();
  // apart, as a number and a finding may have the same key and slot
  private final Map<String, Integer> knownNumbers = new HashMap<>();
  private final Map<String, Integer> knownTruths = new HashMap<>();
  private final Map<Integer, Step> ofTruth = new HashMap<>();
  private int numbers;
  private int truths;

  /**
   * A step that makes numbers.
   *
   * @param key what it does with which columns
   * @return the slot of its column
   */
  int number(String key, IntFunction<Step> step) {
    Integer slot = knownNumbers.get(key);
    if (slot == null) {
      slot = numbers++;
      knownNumbers.put(key, slot);
      steps.add(step.apply(slot));
    }
    return slot;
  }

  /** A step that makes findings. */
  int truth(String key, IntFunction<Step> step) {
    Integer slot = knownTruths.get(key);
    if (slot == null) {
      slot = truths++;
      knownTruths.put(key, slot);
      Step made = step.apply(slot);
      ofTruth.put(slot, made);
      steps.add(made);
    }
    return slot;
  }

  /** A step that makes several columns of findings, one after the other; the first one's slot. */
  int truths(String key, int count, IntFunction<Step> step) {
    Integer slot = knownTruths.get(key);
    if (slot == null) {
      slot = truths;
      truths += count;
      knownTruths.put(key, slot);
      steps.add(step.apply(slot));
    }
    return slot;
  }

  /** The step that makes those findings, or null. */
  @Nullable Step step(int truth) {
    return ofTruth.get(truth);
  }

  /** How many steps there are so far. */
  int size() {
    return steps.size();
  }

  /**
   * The steps in order.
   *
   * @param from the first of them
   * @param constant only those whose columns are the same for every block, else only the others
   */
  Step[] steps(int from, boolean constant) {
    return steps.stream()
        .skip(from)
        .filter(step -> step instanceof NumberSteps.Constant == constant)
        .toArray(Step[]::new);
  }

  int numbers() {
    return numbers;
  }

  int truths() {
    return truths;
  }
}

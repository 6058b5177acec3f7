package org.yimen.batch.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Decision;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Subject;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.plan.Decisions;

/**
 * Decides households of many places by columns, a block a place; one that columns can't hold by the
 * tree. For one thread.
 */
final class ByColumns {
  /** Memory for so many places is kept; it is some megabytes each. */
  private static final int DESKS = 16;

  private static final BigDecimal NOTHING = BigDecimal.ZERO;

  private final LoadedLaw rules;
  private final Payable payable;
  private final Block block = new Block();
  private final Map<String, Decisions> desks =
      new LinkedHashMap<>(DESKS * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Decisions> eldest) {
          return size() > DESKS;
        }
      };

  ByColumns(LoadedLaw rules) {
    this.rules = rules;
    this.payable = new Payable(rules.law());
  }

  /** A verdict for each, in their order. */
  Verdict[] decide(List<Subject> subjects) {
    Map<String, List<Integer>> byPlace = new HashMap<>();
    for (int i = 0; i < subjects.size(); i++) {
      String area = subjects.get(i).area();
      byPlace
          .computeIfAbsent(rules.placeOf(area == null ? "" : area), none -> new ArrayList<>())
          .add(i);
    }
    Verdict[] found = new Verdict[subjects.size()];
    byPlace.forEach(
        (place, indexes) -> {
          Decisions desk = desks.computeIfAbsent(place, one -> rules.plan(one).decisions());
          for (int from = 0; from < indexes.size(); from += Block.USUAL) {
            int to = Math.min(indexes.size(), from + Block.USUAL);
            block(desk, subjects, indexes.subList(from, to), found);
          }
        });
    return found;
  }

  private void block(
      Decisions desk, List<Subject> subjects, List<Integer> indexes, Verdict[] found) {
    block.clear();
    List<Integer> within = new ArrayList<>(indexes.size());
    for (int index : indexes) {
      Subject subject = subjects.get(index);
      if (block.add(subject.household())) {
        within.add(index);
      } else {
        found[index] = byTree(subject);
      }
    }
    desk.decide(block);
    for (int i = 0; i < within.size(); i++) {
      Subject subject = subjects.get(within.get(i));
      found[within.get(i)] = verdict(subject, desk.category(i), desk.watch(i), desk.findings(i));
    }
  }

  private Verdict byTree(Subject subject) {
    Decision decision = rules.law().decideByTree(subject.household(), rules.asOf(), subject.area());
    return verdict(
        subject,
        decision.category(),
        new Determination.Watch(decision.watch(), decision.watchKind()),
        decision.findings());
  }

  private Verdict verdict(
      Subject subject, Category category, Determination.Watch watch, byte[] findings) {
    if (category == Category.UNKNOWN) {
      return new Verdict(category, watch, findings, null, null);
    }
    Household household = subject.household();
    if (!payable.mayBe(category, findings, household.members().size())) {
      return new Verdict(category, watch, findings, NOTHING, NOTHING);
    }
    Figure monthly =
        rules.law().outcome(household, rules.asOf(), subject.area()).monthlyAllowance();
    @Nullable BigDecimal least = monthly == null ? null : monthly.low();
    return new Verdict(category, watch, findings, least, monthly == null ? null : monthly.high());
  }
}

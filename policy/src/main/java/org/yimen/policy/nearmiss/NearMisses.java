package org.yimen.policy.nearmiss;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Told;

/**
 * Finds what would change the answer: every fact is moved by itself until the answer changes, and
 * the smallest change that is enough is proved by determining again on either side of it.
 */
public final class NearMisses {
  private static final int FEN = 2;

  private final Law law;
  private final LocalDate date;
  private final @Nullable String area;

  /**
   * @param area division code, null: only national values hold
   */
  public NearMisses(Law law, LocalDate date, @Nullable String area) {
    this.law = law;
    this.date = date;
    this.area = area;
  }

  /** All changes of one fact that change the category, in the order of the facts. */
  public List<NearMiss> of(Household household) {
    return all(Question.CATEGORY, household);
  }

  /** All changes of one fact that change whether and as what the household is watched. */
  public List<NearMiss> ofWatch(Household household) {
    return all(Question.WATCH, household);
  }

  private List<NearMiss> all(Question question, Household household) {
    Now now = new Now(question, household, answer(question, household));
    List<NearMiss> found = new ArrayList<>();
    if (question.isOpen(now.answer)) {
      add(found, now, openIncome(now));
    }
    for (Lever lever : question.levers(household, date)) {
      add(found, now, lever.most() == 0 ? turned(now, lever) : smallest(now, lever));
    }
    return List.copyOf(found);
  }

  /** What is asked, and the answer as things are. */
  private record Now(Question question, Household household, Coded answer) {}

  /** A lever and how far it was moved. */
  private record Moved(Lever lever, long by, Household then) {}

  private Coded answer(Question question, Household household) {
    return question.answer(law.decide(household, date, area));
  }

  private void add(List<NearMiss> found, Now now, @Nullable Moved moved) {
    if (moved == null) {
      return;
    }
    Coded then = answer(now.question, moved.then);
    if (then == now.answer || now.question.isOpen(then)) {
      return;
    }
    Lever lever = moved.lever;
    BigDecimal amount = lever.most() == 0 ? null : BigDecimal.valueOf(moved.by, FEN);
    found.add(
        new NearMiss(
            lever.fact(),
            lever.subject(),
            lever.more(),
            amount,
            lever.yearly(),
            now.answer,
            then,
            turning(now, moved.then, then)));
  }

  private @Nullable Moved turned(Now now, Lever lever) {
    Household then = lever.moved().apply(0);
    return answer(now.question, then) == now.answer ? null : new Moved(lever, 0, then);
  }

  private @Nullable Moved smallest(Now now, Lever lever) {
    long by = first(lever.moved(), now.question, now.answer, lever.most());
    return by < 0 ? null : new Moved(lever, by, lever.moved().apply(by));
  }

  /**
   * The smallest move that changes the answer: doubled until it does, then halved between the two
   * to the fen; -1 where none does.
   */
  private long first(LongFunction<Household> moved, Question question, Coded from, long most) {
    long same = 0;
    long other = Math.min(1, most);
    while (answer(question, moved.apply(other)) == from) {
      if (other >= most) {
        return -1;
      }
      same = other;
      other = Math.min(most, other * 2);
    }
    while (other - same > 1) {
      long middle = same + (other - same) / 2;
      if (answer(question, moved.apply(middle)) == from) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }

  /**
   * Where the income is open: up to which income of the year the household would have the answer
   * that it has with the least possible.
   */
  private @Nullable Moved openIncome(Now now) {
    Question question = now.question;
    Told told = now.household.told();
    Range known = question.told(told);
    long least = known == null ? 0 : known.low();
    LongFunction<Household> with =
        by -> Copies.told(now.household, question.told(told, Range.exactly(least + by)));
    Coded poorest = answer(question, with.apply(0));
    if (question.isOpen(poorest) || question.isNothing(poorest)) {
      return null;
    }
    long beyond = first(with, question, poorest, Levers.MOST);
    if (beyond < 0) {
      return null;
    }
    long last = least + beyond - 1;
    Lever lever =
        Lever.amount(ChangedFact.OPEN_INCOME, Lever.FAMILY, false, Levers.MOST, with).ofTheYear();
    return new Moved(lever, last, with.apply(beyond - 1));
  }

  /** Names of the conditions of either answer that turn. */
  private List<String> turning(Now now, Household changed, Coded then) {
    Determination before = law.determine(now.household, date, area);
    return law.determine(changed, date, area).conditions().stream()
        .filter(
            condition ->
                now.question.bears(condition.id(), now.answer)
                    || now.question.bears(condition.id(), then))
        .filter(condition -> turns(before.condition(condition.id()), condition))
        .map(Determination.Condition::title)
        .distinct()
        .toList();
  }

  private static boolean turns(
      Determination.@Nullable Condition before, Determination.Condition after) {
    return before != null && before.result() != after.result() && after.result() != Finding.UNKNOWN;
  }
}

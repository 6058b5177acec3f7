package org.yimen.policy.nearmiss;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Told;

/**
 * Finds what would change the answer: every fact is moved by itself until the category changes, and
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
    Determination now = law.determine(household, date, area);
    List<NearMiss> found = new ArrayList<>();
    if (now.category() == Category.UNKNOWN) {
      add(found, now, openIncome(household));
    }
    for (Lever lever : Levers.of(household, date)) {
      add(found, now, lever.most() == 0 ? turned(now, lever) : smallest(now, lever));
    }
    return List.copyOf(found);
  }

  /** A lever and how far it was moved. */
  private record Moved(Lever lever, long by, Household then) {}

  private void add(List<NearMiss> found, Determination now, @Nullable Moved moved) {
    if (moved == null) {
      return;
    }
    Determination then = law.determine(moved.then, date, area);
    if (then.category() == now.category() || then.category() == Category.UNKNOWN) {
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
            now.category(),
            then.category(),
            turning(now, then)));
  }

  private Category category(Household household) {
    return law.decide(household, date, area).category();
  }

  private @Nullable Moved turned(Determination now, Lever lever) {
    Household then = lever.moved().apply(0);
    return category(then) == now.category() ? null : new Moved(lever, 0, then);
  }

  private @Nullable Moved smallest(Determination now, Lever lever) {
    long by = first(lever.moved(), now.category(), lever.most());
    return by < 0 ? null : new Moved(lever, by, lever.moved().apply(by));
  }

  /**
   * The smallest move that changes the category: doubled until it does, then halved between the two
   * to the fen; -1 where none does.
   */
  private long first(LongFunction<Household> moved, Category from, long most) {
    long same = 0;
    long other = Math.min(1, most);
    while (category(moved.apply(other)) == from) {
      if (other >= most) {
        return -1;
      }
      same = other;
      other = Math.min(most, other * 2);
    }
    while (other - same > 1) {
      long middle = same + (other - same) / 2;
      if (category(moved.apply(middle)) == from) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }

  /**
   * Where the income is open: up to which income of the year the household would have the category
   * that it has with the least possible.
   */
  private @Nullable Moved openIncome(Household household) {
    Told told = household.told();
    Range known = told.dibaoIncomeYearly();
    long least = known == null ? 0 : known.low();
    LongFunction<Household> with =
        by -> Copies.told(household, new Told(Range.exactly(least + by), told.netIncomeYearly()));
    Category poorest = category(with.apply(0));
    long beyond = first(with, poorest, Levers.MOST);
    if (poorest == Category.UNKNOWN || poorest == Category.NONE || beyond < 0) {
      return null;
    }
    long last = least + beyond - 1;
    Lever lever =
        Lever.amount(ChangedFact.OPEN_INCOME, Lever.FAMILY, false, Levers.MOST, with).ofTheYear();
    return new Moved(lever, last, with.apply(beyond - 1));
  }

  /** Names of the conditions of either category that turn. */
  private static List<String> turning(Determination now, Determination then) {
    return then.conditions().stream()
        .filter(condition -> of(condition, now.category()) || of(condition, then.category()))
        .filter(condition -> turns(now.condition(condition.id()), condition))
        .map(Determination.Condition::title)
        .distinct()
        .toList();
  }

  private static boolean of(Determination.Condition condition, Category category) {
    String group =
        switch (category) {
          case TEKUN -> "tekun.";
          case DIBAO -> "dibao.";
          case DIBAO_MARGIN -> "margin.";
          case RIGID_EXPENSE -> "rigid.";
          case OTHER_DIFFICULTY -> "other.";
          case NONE, UNKNOWN -> "-";
        };
    return condition.id().startsWith(group);
  }

  private static boolean turns(
      Determination.@Nullable Condition before, Determination.Condition after) {
    return before != null && before.result() != after.result() && after.result() != Finding.UNKNOWN;
  }
}

package org.yimen.policy.nearmiss;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Decision;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Told;

/** What the law is asked of a household, and which facts bear on the answer. */
enum Question {
  /** Which category it belongs to. */
  CATEGORY {
    @Override
    Coded answer(Decision decision) {
      return decision.category();
    }

    @Override
    boolean isOpen(Coded answer) {
      return answer == Category.UNKNOWN;
    }

    @Override
    boolean isNothing(Coded answer) {
      return answer == Category.NONE;
    }

    @Override
    boolean bears(String condition, Coded answer) {
      return answer instanceof Category category && condition.startsWith(group(category));
    }

    @Override
    List<Lever> levers(Household household, LocalDate date) {
      return Levers.of(household, date);
    }

    @Override
    @Nullable Range told(Told told) {
      return told.dibaoIncomeYearly();
    }

    @Override
    Told told(Told told, Range income) {
      return new Told(income, told.netIncomeYearly());
    }
  },
  /** Whether it is watched against a return to poverty, and as which kind. */
  WATCH {
    @Override
    Coded answer(Decision decision) {
      return WatchAnswer.of(decision);
    }

    @Override
    boolean isOpen(Coded answer) {
      return answer == WatchAnswer.UNKNOWN;
    }

    @Override
    boolean isNothing(Coded answer) {
      return answer == WatchAnswer.NOT_WATCHED;
    }

    @Override
    boolean bears(String condition, Coded answer) {
      return condition.startsWith("watch.");
    }

    @Override
    List<Lever> levers(Household household, LocalDate date) {
      return Levers.ofWatch(household, date);
    }

    @Override
    @Nullable Range told(Told told) {
      return told.netIncomeYearly();
    }

    @Override
    Told told(Told told, Range income) {
      return new Told(told.dibaoIncomeYearly(), income);
    }
  };

  abstract Coded answer(Decision decision);

  abstract boolean isOpen(Coded answer);

  /** Whether the answer is that nothing holds. */
  abstract boolean isNothing(Coded answer);

  /** Whether a condition is one of those that the answer rests on. */
  abstract boolean bears(String condition, Coded answer);

  abstract List<Lever> levers(Household household, LocalDate date);

  /** The income that was told of the whole household in the measure that counts here. */
  abstract @Nullable Range told(Told told);

  abstract Told told(Told told, Range income);

  private static String group(Category category) {
    return switch (category) {
      case TEKUN -> "tekun.";
      case DIBAO -> "dibao.";
      case DIBAO_MARGIN -> "margin.";
      case RIGID_EXPENSE -> "rigid.";
      case OTHER_DIFFICULTY -> "other.";
      case NONE, UNKNOWN -> "-";
    };
  }
}

package org.yimen.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.Plan;
import org.yimen.policy.law.Rulebook;

/** Keeps the plans of the days and places asked for of late. */
final class Plans {
  private static final int KEPT = 200;

  private final Rulebook book;
  private final Map<Situation, Plan> kept = new ConcurrentHashMap<>();
  private volatile @Nullable Last last;

  private record Situation(LocalDate date, @Nullable String area) {}

  private record Last(Situation situation, Plan plan) {}

  Plans(Rulebook book) {
    this.book = book;
  }

  Plan on(LocalDate date, @Nullable String area) {
    Situation wanted = new Situation(date, area);
    Last before = last;
    if (before != null && before.situation.equals(wanted)) {
      return before.plan;
    }
    Plan plan = kept.get(wanted);
    if (plan == null) {
      plan = Plan.of(book, date, book.parameters().on(date, area));
      if (kept.size() >= KEPT) {
        kept.clear();
      }
      kept.put(wanted, plan);
    }
    last = new Last(wanted, plan);
    return plan;
  }
}

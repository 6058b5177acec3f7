package org.yimen.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.law.RulebookReader;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.plan.Plan;
import org.yimen.policy.plan.TooLarge;
import org.yimen.policy.rule.Definition;

/** Keeps the plans of the days and places asked for of late. */
final class Plans {
  private static final int KEPT = 200;

  private final Rulebook book;
  private final Map<Situation, Plan> kept = new ConcurrentHashMap<>();
  private volatile @Nullable Last last;

  private record Situation(LocalDate date, String place) {}

  private record Last(Situation situation, Plan plan) {}

  Plans(Rulebook book) {
    this.book = book;
  }

  /** Proves for every day on which something changes, in every area, that all numbers fit. */
  static List<RulebookReader.Refusal> check(Rulebook book) {
    Set<LocalDate> days = new TreeSet<>();
    Set<String> areas = new TreeSet<>();
    for (Parameter parameter : book.parameters().all()) {
      for (Value value : book.parameters().history(parameter)) {
        areas.add(value.area());
        add(days, value.from());
        add(days, value.to() == null ? null : value.to().plusDays(1));
      }
    }
    for (Definition definition : book.named().all()) {
      definition.versions().forEach(version -> add(days, version.from()));
    }
    days.add(days.isEmpty() ? LocalDate.EPOCH : days.iterator().next().minusDays(1));
    Map<String, RulebookReader.Refusal> refused = new LinkedHashMap<>();
    for (LocalDate day : days) {
      for (String area : areas) {
        try {
          Plan.of(book, day, book.parameters().on(day, area));
        } catch (TooLarge e) {
          Definition rule = e.rule() == null ? book.watch() : e.rule();
          refused.computeIfAbsent(
              rule.id(), none -> new TooLargeValue(book, day, area).refusal(rule, e));
        }
      }
    }
    return List.copyOf(refused.values());
  }

  private static void add(Set<LocalDate> days, @Nullable LocalDate day) {
    if (day != null) {
      days.add(day);
    }
  }

  Plan on(LocalDate date, @Nullable String area) {
    Situation wanted = new Situation(date, book.parameters().placeOf(area));
    Last before = last;
    if (before != null && before.situation.equals(wanted)) {
      return before.plan;
    }
    Plan plan = kept.get(wanted);
    if (plan == null) {
      plan = Plan.of(book, date, book.parameters().on(date, wanted.place));
      if (kept.size() >= KEPT) {
        kept.clear();
      }
      kept.put(wanted, plan);
    }
    last = new Last(wanted, plan);
    return plan;
  }
}

package org.yimen.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.Block;
import org.yimen.policy.evaluation.Determining;
import org.yimen.policy.evaluation.HouseholdFrame;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.plan.Decisions;
import org.yimen.policy.plan.Plan;

/** Decides households as blocks of columns, or by the tree where columns can't hold one. */
final class DecideInBlocks {
  private final Rulebook book;
  private final Plans plans;
  private final ThreadLocal<@Nullable Desk> desks = new ThreadLocal<>();

  /** One thread's memory for one plan. */
  private record Desk(Plan plan, Decisions decisions, Block block) {}

  DecideInBlocks(Rulebook book, Plans plans) {
    this.book = book;
    this.plans = plans;
  }

  /** A decision for each, in their order. */
  List<Decision> decide(List<Subject> subjects, LocalDate date) {
    Map<Plan, List<Integer>> byPlan = new IdentityHashMap<>();
    Map<String, Plan> byArea = new HashMap<>();
    for (int i = 0; i < subjects.size(); i++) {
      String area = subjects.get(i).area();
      Plan plan = byArea.computeIfAbsent(area == null ? "" : area, one -> plans.on(date, one));
      byPlan.computeIfAbsent(plan, none -> new ArrayList<>()).add(i);
    }
    Decision[] found = new Decision[subjects.size()];
    byPlan.forEach(
        (plan, places) -> {
          for (int from = 0; from < places.size(); from += Block.USUAL) {
            List<Integer> some = places.subList(from, Math.min(places.size(), from + Block.USUAL));
            block(desk(plan), subjects, some, date, found);
          }
        });
    return Arrays.asList(found);
  }

  /** One household, without the lists of many. */
  Decision decide(Household household, LocalDate date, @Nullable String area) {
    Desk desk = desk(plans.on(date, area));
    desk.block.clear();
    if (!desk.block.add(household)) {
      return byTree(household, date, area);
    }
    desk.decisions.decide(desk.block);
    return decision(desk, 0, new Subject(household, area), date);
  }

  private Desk desk(Plan plan) {
    Desk desk = desks.get();
    if (desk == null || desk.plan != plan) {
      desk = new Desk(plan, plan.decisions(), new Block());
      desks.set(desk);
    }
    return desk;
  }

  private void block(
      Desk desk, List<Subject> subjects, List<Integer> places, LocalDate date, Decision[] found) {
    desk.block.clear();
    List<Integer> within = new ArrayList<>(places.size());
    for (int place : places) {
      Subject subject = subjects.get(place);
      if (desk.block.add(subject.household())) {
        within.add(place);
      } else {
        found[place] = byTree(subject.household(), date, subject.area());
      }
    }
    desk.decisions.decide(desk.block);
    for (int i = 0; i < within.size(); i++) {
      found[within.get(i)] = decision(desk, i, subjects.get(within.get(i)), date);
    }
  }

  private Decision decision(Desk desk, int row, Subject subject, LocalDate date) {
    return new Decision(
        desk.decisions.category(row),
        desk.decisions.watch(row),
        desk.decisions.findings(row),
        Law.factsHash(subject.household(), date, subject.area()),
        book.hash());
  }

  Decision byTree(Household household, LocalDate date, @Nullable String area) {
    Determining determining =
        new Determining(
            new HouseholdFrame(book, household, date, book.parameters().on(date, area)));
    return new Decision(
        determining.category(),
        determining.watch(),
        determining.findings(),
        Law.factsHash(household, date, area),
        book.hash());
  }
}

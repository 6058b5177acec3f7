package org.yimen.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.columns.Block;
import org.yimen.policy.evaluation.Determining;
import org.yimen.policy.evaluation.HouseholdFrame;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.plan.Decisions;
import org.yimen.policy.plan.Plan;

/** Decides one household: as a block of one, or by the tree where columns can't hold it. */
final class Single {
  private final Rulebook book;
  private final ThreadLocal<Desk> desks = new ThreadLocal<>();

  /** One thread's memory for one plan. */
  private record Desk(Plan plan, Decisions decisions, Block block) {}

  Single(Rulebook book) {
    this.book = book;
  }

  Decision decide(Plan plan, Household household, LocalDate date, @Nullable String area) {
    long hash = Law.factsHash(household, date, area);
    Desk desk = desks.get();
    if (desk == null || desk.plan != plan) {
      desk = new Desk(plan, plan.decisions(), new Block());
      desks.set(desk);
    }
    desk.block.clear();
    if (!desk.block.add(household)) {
      return byTree(household, date, area, hash);
    }
    Decisions decisions = desk.decisions;
    decisions.decide(desk.block);
    return new Decision(
        decisions.category(0), decisions.watch(0), decisions.findings(0), hash, book.hash());
  }

  Decision byTree(Household household, LocalDate date, @Nullable String area, long hash) {
    Determining determining =
        new Determining(
            new HouseholdFrame(book, household, date, book.parameters().on(date, area)));
    return new Decision(
        determining.category(), determining.watch(), determining.findings(), hash, book.hash());
  }
}

package org.yimen.policy.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.WatchKind;
import org.yimen.policy.columns.Block;
import org.yimen.policy.columns.Place;
import org.yimen.policy.columns.Step;
import org.yimen.policy.columns.Work;
import org.yimen.policy.law.Condition;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Definition;

/**
 * The rules of one day at one place as steps over columns. Made once from the rule tree; safe for
 * use by many threads, each with its own {@link Decisions}.
 */
public final class Plan {
  final Step[] steps;

  /** Steps that make the same column for every block. */
  final Step[] constants;

  /** Ordinal of each step's place, -1: it always runs. */
  final int[] places;

  final int numbers;
  final int truths;
  final Outputs outputs;

  /**
   * Slots of findings.
   *
   * @param categories the own test of each household category, in the order of the law
   */
  record Outputs(
      List<Integer> ofHousehold,
      List<Integer> ofMember,
      Map<Category, Integer> categories,
      int watch,
      Map<WatchKind, Integer> watchKinds,
      int everybody,
      int anybody) {}

  /**
   * @param from the first step of the build that belongs to it
   */
  Plan(Build build, int from, Outputs outputs) {
    this.steps = build.steps(from, false);
    this.constants = build.steps(from, true);
    this.places = new int[steps.length];
    for (int i = 0; i < steps.length; i++) {
      Place place = steps[i].place();
      places[i] = place == null ? -1 : place.ordinal();
    }
    this.numbers = build.numbers();
    this.truths = build.truths();
    this.outputs = outputs;
  }

  /**
   * The steps for a day and the values that hold on it.
   *
   * @param values by the parameters' index
   * @throws TooLarge where a rule's numbers might not fit, or where columns can't say it
   */
  public static Plan of(Rulebook book, LocalDate date, @Nullable Value[] values) {
    Build build = new Build();
    return new Plan(build, 0, lower(new Situation(book, date, values), build));
  }

  /** Adds the steps of a situation to the build, and says where its findings will be. */
  static Outputs lower(Situation situation, Build build) {
    Rulebook book = situation.book();
    Lowering lowering = new Lowering(situation, build);
    List<Integer> ofHousehold = new ArrayList<>();
    for (Condition condition : book.householdConditions()) {
      ofHousehold.add(slot(lowering, condition.definition(), Place.HOUSEHOLD));
    }
    List<Integer> ofMember = new ArrayList<>();
    for (Condition condition : book.memberConditions()) {
      ofMember.add(slot(lowering, condition.definition(), Place.MEMBER));
    }
    Map<Category, Integer> categories = new EnumMap<>(Category.class);
    book.categories().forEach((c, d) -> categories.put(c, slot(lowering, d, Place.HOUSEHOLD)));
    Map<WatchKind, Integer> kinds = new LinkedHashMap<>();
    book.watchKinds().forEach((k, d) -> kinds.put(k, slot(lowering, d, Place.HOUSEHOLD)));
    int watch = slot(lowering, book.watch(), Place.HOUSEHOLD);
    Groups.Recognised recognised = lowering.groups().recognised();
    return new Outputs(
        ofHousehold,
        ofMember,
        categories,
        watch,
        kinds,
        recognised.everybody().slot(),
        recognised.anybody().slot());
  }

  private static int slot(Lowering lowering, Definition definition, Place place) {
    return lowering.connectives().at(lowering.truth(definition, place), place).slot();
  }

  /** How many steps decide a block. */
  public int steps() {
    return steps.length;
  }

  /**
   * The same as one SQL statement over the tables {@code y_household}, {@code y_member} and so on,
   * for exact facts: columns {@code of_member, id, found}, in {@code found} a digit a finding as
   * {@link org.yimen.policy.Decision#findings()} counts them.
   *
   * @param wide the engine's type for products of 128 bits: HUGEINT, NUMERIC
   */
  public String sql(String wide) {
    return new Sql(this, wide).text();
  }

  /** Memory and results of one thread; decides nothing yet. */
  public Decisions decisions() {
    return new Decisions(this, new Work(numbers, truths, new Block()));
  }
}

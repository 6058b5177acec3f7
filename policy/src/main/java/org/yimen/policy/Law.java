package org.yimen.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.clocks.Clocks;
import org.yimen.policy.evaluation.Computed;
import org.yimen.policy.evaluation.Determining;
import org.yimen.policy.evaluation.HouseholdFacts;
import org.yimen.policy.evaluation.HouseholdFrame;
import org.yimen.policy.facts.FactsHash;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.Changes;
import org.yimen.policy.law.DatedValue;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.law.RuleText;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.law.RulebookReader;
import org.yimen.policy.law.Tongue;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.plan.Plan;
import org.yimen.policy.plan.Reform;
import org.yimen.policy.plan.Situation;
import org.yimen.policy.rule.Numeric;

/** The rules in force, loaded once; determines households. Safe for use by many threads. */
public final class Law {
  private final List<RuleSource> sources;
  private final Rulebook book;
  private final Clocks clocks;
  private final Plans plans;
  private final DecideInBlocks deciding;

  private Law(List<RuleSource> sources, Rulebook book) {
    this.sources = sources;
    this.book = book;
    this.plans = new Plans(book);
    this.deciding = new DecideInBlocks(book, plans);
    this.clocks = new Clocks(book.parameters(), book.calendar());
  }

  /**
   * The national and regional rules of the product, and over them the dated values of the folders.
   *
   * @throws org.yimen.policy.text.BadFile with file and line where a rule file is wrong
   */
  public static Law load(List<Path> areaFolders) {
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    for (Path folder : areaFolders) {
      sources.addAll(RuleSource.ofArea(folder));
    }
    return of(sources);
  }

  /** Rules from other sources, for trying them. */
  public static Law of(List<RuleSource> sources) {
    return of(sources, Changes.NONE);
  }

  private static Law of(List<RuleSource> sources, Changes changes) {
    RulebookReader reader = new RulebookReader(changes);
    return new Law(sources, reader.read(sources, HouseholdFacts::all, Plans::check));
  }

  /**
   * The same law with something changed, to see what that would mean.
   *
   * @throws org.yimen.policy.text.BadFile where a condition to leave out does not exist
   */
  public Law changed(Changes changes) {
    return of(sources, changes);
  }

  /**
   * The same law with further dated values, the later ones winning a tie.
   *
   * @throws org.yimen.policy.text.BadFile with everything that is wrong with them
   */
  public Law with(List<DatedValue> values) {
    if (values.isEmpty()) {
      return this;
    }
    List<RuleSource> all = new ArrayList<>(sources);
    values.forEach(value -> all.add(value.source(parameters())));
    return of(all);
  }

  /**
   * The determination with its reasons; the same facts always give the same.
   *
   * @param area division code, null: only national values hold
   */
  public Determination determine(Household household, LocalDate date, @Nullable String area) {
    return determine(household, date, area, Map.of());
  }

  /**
   * The same with other values of some parameters.
   *
   * @param replaced values by parameter, which win over every dated one
   */
  public Determination determine(
      Household household, LocalDate date, @Nullable String area, Map<Parameter, Value> replaced) {
    @Nullable Value[] values = values(date, area, replaced);
    return new Determining(new HouseholdFrame(book, household, date, values)).determination(area);
  }

  /**
   * What the conditions of a determination say in a language, in their order. They are kept apart
   * from it, so that whoever decides many households doesn't pay for it.
   *
   * @param area division code, null: only national values hold
   */
  public List<Said> said(
      Household household, LocalDate date, @Nullable String area, Tongue tongue) {
    @Nullable Value[] values = book.parameters().on(date, area);
    return new Determining(new HouseholdFrame(book, household, date, values)).said(tongue);
  }

  private @Nullable Value[] values(
      LocalDate date, @Nullable String area, Map<Parameter, Value> replaced) {
    @Nullable Value[] values = book.parameters().on(date, area);
    if (!replaced.isEmpty()) {
      values = values.clone();
      for (Map.Entry<Parameter, Value> entry : replaced.entrySet()) {
        values[entry.getKey().index()] = entry.getValue();
      }
    }
    return values;
  }

  /** The same determination without its reasons, for whole registers. */
  public Decision decide(Household household, LocalDate date, @Nullable String area) {
    return deciding.decide(household, date, area);
  }

  /** The same for many, in their order and much faster together. */
  public List<Decision> decide(List<Subject> subjects, LocalDate date) {
    return deciding.decide(subjects, date);
  }

  /**
   * What {@link #decide} says, found by the tree that gives the reasons: a check on the columns.
   */
  public Decision decideByTree(Household household, LocalDate date, @Nullable String area) {
    return deciding.byTree(household, date, area);
  }

  /**
   * The rules as they stand that day at that place, for many households at a time.
   *
   * @param area division code, null: only national values hold
   */
  public Plan plan(LocalDate date, @Nullable String area) {
    return plans.on(date, area);
  }

  /**
   * The same with other values of some parameters.
   *
   * @param replaced values by parameter, which win over every dated one
   * @throws org.yimen.policy.plan.TooLarge where a value is too large to reckon with
   */
  public Plan plan(LocalDate date, @Nullable String area, Map<Parameter, Value> replaced) {
    return Plan.of(book, date, values(date, area, replaced));
  }

  /**
   * This law and another, decided together for whole registers.
   *
   * @param area division code, null: only national values hold
   */
  public Reform reform(Law tried, LocalDate date, @Nullable String area) {
    return Reform.of(situation(date, area, Map.of()), tried.situation(date, area, Map.of()));
  }

  /**
   * This law and the same with other values of some parameters, decided together.
   *
   * @param replaced values by parameter, which win over every dated one
   * @throws org.yimen.policy.plan.TooLarge where a value is too large to reckon with
   */
  public Reform reform(LocalDate date, @Nullable String area, Map<Parameter, Value> replaced) {
    return Reform.of(situation(date, area, Map.of()), situation(date, area, replaced));
  }

  private Situation situation(
      LocalDate date, @Nullable String area, Map<Parameter, Value> replaced) {
    return new Situation(book, date, values(date, area, replaced));
  }

  /** What the law gives, without reasons: for whole registers. */
  public Outcome outcome(Household household, LocalDate date, @Nullable String area) {
    @Nullable Value[] values = book.parameters().on(date, area);
    return new Determining(new HouseholdFrame(book, household, date, values)).outcome();
  }

  /**
   * Every measure and condition of a household on a day.
   *
   * @param area division code, null: only national values hold
   */
  public Computed compute(Household household, LocalDate date, @Nullable String area) {
    @Nullable Value[] values = book.parameters().on(date, area);
    return new Computed(new HouseholdFrame(book, household, date, values));
  }

  /** Whether the rule of that id gives a number; else it is met, not met or unknown. */
  public boolean isNumber(String id) {
    return book.named().all().stream()
        .filter(definition -> definition.id().equals(id))
        .anyMatch(definition -> definition.versions().get(0).expression() instanceof Numeric);
  }

  /** A hash of what {@link #determine} is given. */
  public static long factsHash(Household household, LocalDate date, @Nullable String area) {
    return new FactsHash().add(household).add(date).add(area).value();
  }

  /**
   * A dated value, most specific area first.
   *
   * @param id a full id, or one to which the residence is added ({@code dibao.standard})
   * @return null where no value holds
   */
  public Determination.@Nullable UsedParameter parameter(
      String id, LocalDate date, @Nullable String area, Household.Residence residence) {
    Parameter parameter = book.parameters().find(id);
    if (parameter == null) {
      parameter = book.parameters().find(id + "." + residence.code());
    }
    Value value = parameter == null ? null : book.parameters().on(date, area)[parameter.index()];
    return parameter == null || value == null
        ? null
        : new Determination.UsedParameter(
            parameter.id(), parameter.name(), value.raw(), value.from(), value.basis());
  }

  /** All parameters with their dated values. */
  public Parameters parameters() {
    return book.parameters();
  }

  /** Until when a step has to be done. */
  public Clocks clocks() {
    return clocks;
  }

  /** Every version of every rule, in the order of the files. */
  public List<RuleText> rules() {
    return book.texts();
  }

  /** The Chinese name of a condition ({@code dibao.income}, {@code tekun.labour@a}). */
  public String conditionTitle(String id) {
    String plain = id.contains("@") ? id.substring(0, id.indexOf('@')) : id;
    return Stream.concat(book.householdConditions().stream(), book.memberConditions().stream())
        .filter(condition -> condition.definition().id().equals(plain))
        .map(condition -> condition.definition().name())
        .findFirst()
        .orElse(id);
  }

  /** Ids of the household's conditions in the order of {@link Determination#conditions()}. */
  public List<String> householdConditions() {
    return book.householdConditions().stream().map(c -> c.definition().id()).toList();
  }

  /** Ids of each member's conditions, which follow the household's, without {@code @id}. */
  public List<String> memberConditions() {
    return book.memberConditions().stream().map(c -> c.definition().id()).toList();
  }

  /** The Chinese name of a parameter. */
  public String parameterTitle(String id) {
    Parameter parameter = book.parameters().find(id);
    return parameter == null ? id : parameter.name();
  }

  /** A hash of all rule files in the order of loading. */
  public long hash() {
    return book.hash();
  }
}

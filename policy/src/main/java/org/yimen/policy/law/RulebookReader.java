package org.yimen.policy.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.WatchKind;
import org.yimen.policy.clocks.CalendarFile;
import org.yimen.policy.clocks.WorkCalendar;
import org.yimen.policy.parameters.ParameterFile;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Fact;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Problem;
import org.yimen.policy.text.Reading;

/** Makes the rulebook from files; refuses all of them if anything is wrong. */
public final class RulebookReader {
  private static final Map<Category, String> CATEGORIES = categoryIds();

  private final Changes changes;
  private final Parameters.Builder parameters = new Parameters.Builder();
  private final List<WorkCalendar.Year> years = new ArrayList<>();
  private final List<Raw> raws = new ArrayList<>();
  private final Translations translations = new Translations();
  private final List<Reading> readings = new ArrayList<>();

  public RulebookReader(Changes changes) {
    this.changes = changes;
  }

  private static Map<Category, String> categoryIds() {
    Map<Category, String> ids = new EnumMap<>(Category.class);
    ids.put(Category.DIBAO, "dibao");
    ids.put(Category.DIBAO_MARGIN, "dibaoMargin");
    ids.put(Category.RIGID_EXPENSE, "rigidExpense");
    ids.put(Category.OTHER_DIFFICULTY, "otherDifficulty");
    return ids;
  }

  /**
   * @param facts which facts the expressions may name
   * @param check finds what is wrong with the rules as a whole
   * @throws BadFile with every problem of every file
   */
  public Rulebook read(
      List<RuleSource> sources,
      Function<Parameters, List<Fact>> facts,
      Function<Rulebook, List<Refusal>> check) {
    for (RuleSource source : sources) {
      read(source);
    }
    refuseProblems();
    changes.values().forEach(parameters::only);
    Parameters built = parameters.build();
    Definitions definitions = new Definitions(built, facts.apply(built), translations);
    trial().forEach(definitions::add);
    definitions.parseAll();
    refuseProblems();
    Rulebook book = book(built, definitions, RuleSource.hash(sources) ^ changes.hashCode());
    for (Refusal refusal : check.apply(book)) {
      refuse(refusal, definitions);
    }
    refuseProblems();
    return book;
  }

  /**
   * A rule that can be parsed but not be reckoned with.
   *
   * @param date a day on which it is in force
   * @param value the value that is to be changed, null: the rule is
   * @param message Chinese: what is wrong and what to do
   */
  public record Refusal(Definition rule, LocalDate date, @Nullable Value value, String message) {}

  /** Tells the file of the value, or else that of the rule. */
  private void refuse(Refusal refusal, Definitions definitions) {
    Parameters.Spot spot = refusal.value() == null ? null : parameters.spot(refusal.value());
    if (spot == null) {
      definitions.refuse(refusal.rule(), refusal.date(), refusal.message());
    } else {
      spot.file().problem(spot.line(), refusal.message() + "。");
    }
  }

  private void read(RuleSource source) {
    Reading reading = new Reading(source.name());
    readings.add(reading);
    Fields fields = reading.fields(source.doc(), "规则文件");
    String document = fields.text("document");
    ParameterFile values = new ParameterFile(reading, parameters, document);
    values.definitions(fields.get("parameters"));
    values.values(fields.get("values"));
    new CalendarFile(reading, years, document).read(fields.get("calendars"));
    RuleFile rules = new RuleFile(reading, document, raws);
    if (source.mayDefine()) {
      rules.read(fields.get("measures"), Raw.Kind.MEASURE);
      rules.read(fields.get("conditions"), Raw.Kind.CONDITION);
      rules.read(fields.get("categories"), Raw.Kind.CATEGORY);
      rules.read(fields.get("watch"), Raw.Kind.WATCH);
      translations.read(reading, fields.get("translations"));
    }
    fields.close();
  }

  /** The rules as they are to be tried. */
  private List<Raw> trial() {
    for (String id : changes.without()) {
      if (raws.stream().noneMatch(raw -> raw.kind() == Raw.Kind.CONDITION && raw.id().equals(id))) {
        throw new BadFile("测算", 0, "没有名为“" + id + "”的条件，请重新选择。");
      }
    }
    return raws.stream()
        .map(raw -> changes.without().contains(raw.id()) ? raw.alwaysMet() : raw)
        .toList();
  }

  private void refuseProblems() {
    List<Problem> problems = new ArrayList<>();
    for (Reading reading : readings) {
      try {
        reading.refuseProblems();
      } catch (BadFile e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new BadFile(problems);
    }
  }

  private Rulebook book(Parameters built, Definitions definitions, long hash) {
    Named named = new Named(definitions.all());
    Map<Category, Definition> categories = new EnumMap<>(Category.class);
    CATEGORIES.forEach((category, id) -> categories.put(category, named.get(Scope.HOUSEHOLD, id)));
    Map<WatchKind, Definition> kinds = new EnumMap<>(WatchKind.class);
    kinds.put(WatchKind.UNSTABLE, named.get(Scope.HOUSEHOLD, "watch.unstable"));
    kinds.put(WatchKind.MARGINAL, named.get(Scope.HOUSEHOLD, "watch.marginal"));
    kinds.put(WatchKind.SUDDEN, named.get(Scope.HOUSEHOLD, "watch.suddenKind"));
    return new Rulebook(
        built,
        new WorkCalendar(years),
        definitions.conditions(Scope.HOUSEHOLD),
        definitions.conditions(Scope.MEMBER),
        categories,
        named.get(Scope.HOUSEHOLD, "watch"),
        kinds,
        named,
        raws.stream().map(Raw::text).toList(),
        translations.texts(),
        hash);
  }
}

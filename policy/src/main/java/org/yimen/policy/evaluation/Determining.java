package org.yimen.policy.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Outcome;
import org.yimen.policy.Said;
import org.yimen.policy.law.Condition;
import org.yimen.policy.law.Tongue;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Node;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;

/** Makes a determination, or its findings alone, from an evaluated household. */
public final class Determining {
  private static final Set<String> INCOME_LINES = Set.of("dibao.income", "margin.income");
  private static final Set<String> WATCH_LINE = Set.of("watch.income");
  private static final Set<String> WATCHED_ONLY_WITH = Set.of("watch.farmer", "watch.risk");

  private final HouseholdFrame frame;
  private final Cascade cascade;
  private final Recognition recognition;

  public Determining(HouseholdFrame frame) {
    this.frame = frame;
    this.cascade = frame.cascade();
    this.recognition = frame.recognition();
  }

  public Category category() {
    return cascade.category();
  }

  public Determination.Watch watch() {
    return cascade.watch();
  }

  /** What the household gets. */
  public Outcome outcome() {
    Persons persons = new Persons(frame);
    Interval base = persons.base();
    Interval supplements = persons.supplements();
    Figure allowance =
        base == null || supplements == null
            ? null
            : figure(base.plus(supplements).plus(persons.basicLiving()));
    return new Outcome(
        cascade.category(),
        Reasons.figure(number("income.perCapitaMonthly"), 2),
        allowance,
        off(INCOME_LINES),
        cascade.watch().result(),
        mayBeWatched() ? off(WATCH_LINE) : null,
        allowance == null || allowance.exact() ? List.of() : missingForPayment());
  }

  private boolean mayBeWatched() {
    return frame.book().householdConditions().stream()
        .map(Condition::definition)
        .filter(definition -> WATCHED_ONLY_WITH.contains(definition.id()))
        .noneMatch(definition -> definition.truth(frame) == Finding.NOT_MET);
  }

  private List<String> missingForPayment() {
    Trail trail = new Trail();
    frame.book().named().get(Scope.HOUSEHOLD, "payment.base").trace(frame, trail);
    return inOrder(trail.missing());
  }

  /** How far from the nearest of these lines. */
  private @Nullable BigDecimal off(Set<String> lines) {
    BigDecimal nearest = null;
    for (Condition condition : frame.book().householdConditions()) {
      if (lines.contains(condition.definition().id())) {
        Finding finding = condition.definition().truth(frame);
        Node.Comparison shown = condition.on(frame.date()).tell(frame, finding).shown();
        BigDecimal off = shown == null ? null : off(shown);
        nearest = off == null ? nearest : nearest == null ? off : nearest.min(off);
      }
    }
    return nearest;
  }

  private static @Nullable BigDecimal off(Node.Comparison shown) {
    Interval line = shown.right();
    if (!shown.left().isExact() || !line.isExact() || line.low().sign() <= 0) {
      return null;
    }
    return shown.left().minus(line).divide(line).low().rounded(4).abs();
  }

  /** Two bits a condition, household's first, then each member's. */
  public byte[] findings() {
    List<Condition> ofHousehold = frame.book().householdConditions();
    List<Condition> ofMember = frame.book().memberConditions();
    int count = ofHousehold.size() + ofMember.size() * frame.members().size();
    byte[] bits = new byte[(count + 3) / 4];
    int at = 0;
    for (Condition condition : ofHousehold) {
      put(bits, at++, condition.definition().truth(frame));
    }
    for (MemberFrame member : frame.members()) {
      for (Condition condition : ofMember) {
        put(bits, at++, condition.definition().truth(member));
      }
    }
    return bits;
  }

  private static void put(byte[] bits, int index, Finding finding) {
    int code = finding == Finding.MET ? 1 : finding == Finding.UNKNOWN ? 2 : 0;
    bits[index >> 2] |= (byte) (code << ((index & 3) << 1));
  }

  /** Everything with its reasons. */
  public Determination determination(@Nullable String area) {
    Map<Category, Finding> categories = new LinkedHashMap<>(cascade.findings());
    Determination.Watch watch = cascade.watch();
    List<Determination.Condition> conditions = new Reasons(frame).conditions();
    Persons persons = new Persons(frame);
    List<Determination.Person> all = persons.all();
    Determination.Figures figures = figures(persons);
    return new Determination(
        frame.date(),
        area,
        cascade.category(),
        categories,
        watch,
        counted(),
        figures,
        missing(watch),
        all,
        conditions,
        used());
  }

  /** What each condition says in a language, in the order of the determination's. */
  public List<Said> said(Tongue tongue) {
    return new Reasons(frame).in(tongue);
  }

  private List<String> counted() {
    List<String> ids = new ArrayList<>();
    for (MemberFrame member : frame.members()) {
      if (Persons.counted(recognition, member.index()) == Finding.MET) {
        ids.add(member.path().text());
      }
    }
    return ids;
  }

  private Interval number(String id) {
    return frame.book().named().get(Scope.HOUSEHOLD, id).number(frame);
  }

  private Determination.Figures figures(Persons persons) {
    Interval income = number("rigid.yearly");
    boolean nothing = income.isExact() && income.low().sign() == 0;
    Interval base = persons.base();
    Interval supplements = persons.supplements();
    return new Determination.Figures(
        Reasons.figure(number("income.monthly"), 2),
        Reasons.figure(number("income.perCapitaMonthly"), 2),
        Reasons.figure(number("income.perCapitaYearly"), 2),
        Reasons.figure(number("net.perCapitaYearly"), 2),
        Reasons.figure(number("watch.referencePerCapita"), 2),
        nothing ? null : Reasons.figure(number("rigid.share"), 4),
        figure(base),
        figure(supplements),
        base == null || supplements == null ? null : figure(base.plus(supplements)));
  }

  private static @Nullable Figure figure(@Nullable Interval value) {
    return value == null ? null : Reasons.figure(value, 2);
  }

  private List<String> missing(Determination.Watch watch) {
    Trail trail = new Trail();
    if (cascade.category() == Category.UNKNOWN) {
      recognition.traceAnybody(trail);
      traceCategories(trail);
    }
    if (watch.result() == Finding.UNKNOWN) {
      recognition.traceAnybody(trail);
      frame.book().watch().trace(frame, trail);
    }
    if (cascade.category() == Category.DIBAO && !number("payment.base").isExact()) {
      frame.book().named().get(Scope.HOUSEHOLD, "payment.base").trace(frame, trail);
    }
    return inOrder(trail.missing());
  }

  private void traceCategories(Trail trail) {
    if (cascade.findings().get(Category.TEKUN) == Finding.UNKNOWN) {
      for (MemberFrame member : frame.members()) {
        recognition.traceOpen(member.index(), trail);
      }
    }
    for (var category : frame.book().categories().entrySet()) {
      if (cascade.findings().get(category.getKey()) == Finding.UNKNOWN
          && category.getValue().truth(frame) == Finding.UNKNOWN) {
        category.getValue().trace(frame, trail);
      }
    }
  }

  /** Members' facts in the order of the case, then the household's. */
  private List<String> inOrder(List<String> missing) {
    if (missing.isEmpty()) {
      return missing;
    }
    List<String> ordered = new ArrayList<>();
    for (MemberFrame member : frame.members()) {
      missing.stream().filter(m -> m.startsWith(member.path().text() + ".")).forEach(ordered::add);
    }
    missing.stream().filter(m -> !ordered.contains(m)).forEach(ordered::add);
    return ordered.stream().distinct().toList();
  }

  private List<Determination.UsedParameter> used() {
    List<Determination.UsedParameter> used = new ArrayList<>();
    boolean[] looked = frame.used();
    for (int i = 0; i < looked.length; i++) {
      Value value = looked[i] ? frame.value(i) : null;
      if (value != null) {
        Parameter parameter = frame.book().parameters().all().get(i);
        used.add(
            new Determination.UsedParameter(
                parameter.id(), parameter.name(), value.raw(), value.from(), value.basis()));
      }
    }
    return used;
  }
}

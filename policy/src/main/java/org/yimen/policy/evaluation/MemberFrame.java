package org.yimen.policy.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Member;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Collection;
import org.yimen.policy.rule.FactPath;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Interval;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Trail;

/** One member of the household. */
final class MemberFrame extends Frame {
  private final HouseholdFrame household;
  private final Member member;
  private final int index;
  private final long age;
  private final @Nullable List<Part>[] parts = parts();

  MemberFrame(HouseholdFrame household, int index) {
    super(Scope.MEMBER, household);
    this.household = household;
    this.index = index;
    this.member = household.facts().members().get(index);
    this.age = age(member.birthDate(), household.date());
  }

  /** Whole years; a year is reached on the birthday itself. */
  static long age(LocalDate birth, LocalDate date) {
    return ChronoUnit.YEARS.between(birth, date);
  }

  Member facts() {
    return member;
  }

  HouseholdFrame household() {
    return household;
  }

  int index() {
    return index;
  }

  long age() {
    return age;
  }

  @Override
  protected String name() {
    return member.id();
  }

  @Override
  public LocalDate date() {
    return household.date();
  }

  @Override
  public @Nullable Value parameter(Parameter parameter) {
    return household.parameter(parameter);
  }

  @Override
  public List<Part> parts(Collection collection) {
    List<Part> known = parts[collection.ordinal()];
    if (known == null) {
      known =
          switch (collection) {
            case INCOME -> ItemFrame.all(Scope.INCOME, this, "income", member.income());
            case COSTS -> ItemFrame.all(Scope.COST, this, "costs", member.costs());
            case EXPENSES -> ItemFrame.all(Scope.EXPENSE, this, "expenses", member.expenses());
            case OBLIGORS -> ItemFrame.all(Scope.OBLIGOR, this, "obligors", member.obligors());
            case DISABILITIES ->
                ItemFrame.all(Scope.DISABILITY, this, "disability", member.disabilities());
            case OWN_PROPERTY -> assets(this, member.property());
            case MEMBERS, FAMILY_PROPERTY, SHARED_PROPERTY -> household.parts(collection);
          };
      parts[collection.ordinal()] = known;
    }
    return known;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
  private static @Nullable List<Part>[] parts() {
    return new List[Collection.values().length];
  }

  static List<Part> assets(Frame owner, List<Asset> assets) {
    return ItemFrame.all(Scope.ASSET, owner, "property", assets);
  }

  @Override
  public @Nullable FactPath gap(Collection collection) {
    return switch (collection) {
      case INCOME -> member.incomeComplete() ? null : path("income");
      case EXPENSES -> member.expensesComplete() ? null : path("expenses");
      case OBLIGORS -> member.obligorsKnown() ? null : path("obligors");
      case OWN_PROPERTY -> household.gap(Collection.SHARED_PROPERTY);
      case MEMBERS, FAMILY_PROPERTY, SHARED_PROPERTY -> household.gap(collection);
      case COSTS, DISABILITIES -> null;
    };
  }

  @Override
  public void seen(Interval value, Trail trail) {
    household.recognition().traceWeight(index, trail);
  }
}

package org.yimen.policy.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Member;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.rule.Collection;
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
  private final Map<Collection, List<Part>> parts = new EnumMap<>(Collection.class);
  private @Nullable String incomeGap;

  MemberFrame(HouseholdFrame household, int index, int slots) {
    super(Scope.MEMBER, household, slots);
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
  public String path() {
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
    List<Part> known = parts.get(collection);
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
      parts.put(collection, known);
    }
    return known;
  }

  static List<Part> assets(Frame owner, List<Asset> assets) {
    List<Part> parts = new ArrayList<>(assets.size());
    for (int i = 0; i < assets.size(); i++) {
      Asset asset = assets.get(i);
      ItemFrame.Place place = new ItemFrame.Place("property", i);
      parts.add(
          new Part(
              new ItemFrame(Scope.ASSET, owner, place, asset, asset.confirmed()),
              asset.confirmed() ? Finding.MET : Finding.UNKNOWN));
    }
    return parts;
  }

  @Override
  public @Nullable String gap(Collection collection) {
    return switch (collection) {
      case INCOME -> member.incomeComplete() ? null : incomeGap();
      case EXPENSES -> member.expensesComplete() ? null : member.id() + ".expenses";
      case OBLIGORS -> member.obligorsKnown() ? null : member.id() + ".obligors";
      case OWN_PROPERTY -> household.gap(Collection.SHARED_PROPERTY);
      case MEMBERS, FAMILY_PROPERTY, SHARED_PROPERTY -> household.gap(collection);
      case COSTS, DISABILITIES -> null;
    };
  }

  private String incomeGap() {
    String known = incomeGap;
    if (known == null) {
      known = member.id() + ".income";
      incomeGap = known; // every sum of incomes asks
    }
    return known;
  }

  @Override
  public void seen(Interval value, Trail trail) {
    household.recognition().traceWeight(index, trail);
  }
}

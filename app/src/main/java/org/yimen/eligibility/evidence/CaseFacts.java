package org.yimen.eligibility.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.HouseholdBuilder;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Told;
import org.yimen.policy.facts.Water;

/**
 * A household in the form the law is tried on, twice: as it is known, within bounds, and as it most
 * likely is.
 */
public final class CaseFacts {

  private static final int MONTHS = 12;

  private static final Set<FactKind> WATER =
      EnumSet.range(FactKind.WATER_CONVENIENCE, FactKind.WATER_SUPPLY);

  private final LocalDate asOf;
  private final HouseholdRecord household;
  private final Set<Lists> lists;

  public CaseFacts(HouseholdRecord household, Set<Lists> lists, LocalDate asOf) {
    this.household = household;
    this.lists = lists;
    this.asOf = asOf;
  }

  /**
   * What registers prove: wages are a lower bound of income, hits on property are unconfirmed,
   * savings, other income and people who owe support are not known.
   */
  public Household known() {
    List<Asset> hits = Holdings.of(household).stream().map(Asset::unconfirmed).toList();
    return common(false).property(hits).propertyIncomplete().risksUnknown().build();
  }

  /**
   * What registers make likely: the income told is right, hits on property are right and there is
   * no other property. An income that nobody tells stays open above wages.
   *
   * @param told the best account of the income, or null
   */
  public Household likely(@Nullable IncomeTold told) {
    return common(true).property(Holdings.of(household)).told(told(told)).build();
  }

  /** Which standard holds; where the hukou isn't known, that of towns. */
  public static Household.Residence residence(HouseholdRecord household) {
    return "rural".equals(household.residence())
        ? Household.Residence.RURAL
        : Household.Residence.URBAN;
  }

  private HouseholdBuilder common(boolean likely) {
    Said grade = household.first(FactKind.HOUSING_GRADE);
    return Household.of(residence(household), members(likely))
        .formerlyPoor(household.has(FactKind.FORMERLY_POOR))
        .housingGrade(grade(grade))
        .water(water())
        .risks(risks())
        .nobodyAbleToWork(household.has(FactKind.NOBODY_ABLE_TO_WORK));
  }

  private List<Member> members(boolean likely) {
    PersonFacts facts = new PersonFacts(asOf, likely, likely && lists.contains(Lists.TEKUN));
    List<Member> members = new ArrayList<>();
    boolean applicant = true;
    for (MemberRecord person : household.members()) {
      members.add(facts.of(person, applicant, applicant ? shared() : List.of()));
      applicant = false;
    }
    return members;
  }

  /** Expenses that are told of the household stand with its first member. */
  private List<Expense> shared() {
    Said rigid = household.first(FactKind.EXPENSE_RIGID);
    if (rigid != null) {
      return List.of(Expense.of(kind(rigid.code()), Range.exactly(rigid.amount())));
    }
    List<Expense> expenses = new ArrayList<>();
    long medical = household.amount(FactKind.EXPENSE_MEDICAL);
    long found = medical > 0 ? household.medical() : 0;
    if (medical > found) {
      expenses.add(Expense.of(Expense.Kind.MEDICAL, Range.exactly(medical - found)));
    }
    for (Said said : household.all(FactKind.DISASTER)) {
      expenses.add(new Expense(Expense.Kind.DISASTER, Range.exactly(said.amount()), said.from()));
    }
    return expenses;
  }

  private static Expense.Kind kind(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "schooling" -> Expense.Kind.EDUCATION;
      case "disaster" -> Expense.Kind.DISASTER;
      case "accident" -> Expense.Kind.ACCIDENT;
      default -> Expense.Kind.MEDICAL;
    };
  }

  private Told told(@Nullable IncomeTold told) {
    long wages = MONTHS * household.wages();
    if (told == null || household.members().isEmpty()) {
      return Told.NOTHING;
    }
    long yearly = share(told.yearly(), told);
    Range income = wages > yearly ? Range.atLeast(wages) : Range.exactly(yearly);
    return new Told(income, told.net() < 0 ? null : Range.exactly(share(told.net(), told)));
  }

  /** The same income a head for as many members as the register knows. */
  private long share(long amount, IncomeTold told) {
    return amount * household.members().size() / told.persons();
  }

  private Set<Household.Risk> risks() {
    Set<Household.Risk> risks = EnumSet.noneOf(Household.Risk.class);
    for (Said said : household.all(FactKind.RISK)) {
      Household.Risk risk =
          said.code() == null ? null : Coded.find(Household.Risk.class, said.code());
      if (risk != null) {
        risks.add(risk);
      }
    }
    if (household.has(FactKind.HOUSING_UNSAFE)) {
      risks.add(Household.Risk.HOUSING);
    }
    if (WATER.stream().anyMatch(household::has)) {
      risks.add(Household.Risk.WATER);
    }
    return risks;
  }

  private static Household.@Nullable HousingGrade grade(@Nullable Said said) {
    return said == null || said.code() == null
        ? null
        : Coded.find(Household.HousingGrade.class, said.code());
  }

  /** Only a failing quality can be said in the law's terms; the other failings are a risk. */
  private @Nullable Water water() {
    return household.has(FactKind.WATER_QUALITY)
        ? new Water(false, null, false, null, null, null, null)
        : null;
  }
}

package org.yimen.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Facts that differ in anything have another hash: what rests on the old ones is stale. */
class FactsHashTests {
  private static final LocalDate BIRTH = LocalDate.of(1980, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2025, 8, 1);
  private static final Range YUAN = Range.yuan(1);
  private static final Obligor SON = Obligor.of(Relation.SON, Obligor.Family.NOTHING_KNOWN);

  private static MemberBuilder one() {
    return Member.of("a", Relation.APPLICANT, BIRTH);
  }

  private static long hash(Household household) {
    return new FactsHash().add(household).value();
  }

  private static Household household(MemberBuilder member) {
    return Household.of(Household.Residence.RURAL, List.of(member.build())).build();
  }

  private static long ofMembers(UnaryOperator<MemberBuilder> change) {
    return hash(household(change.apply(one())));
  }

  private static long ofHouseholds(UnaryOperator<HouseholdBuilder> change) {
    List<Member> members = List.of(one().build());
    return hash(change.apply(Household.of(Household.Residence.RURAL, members)).build());
  }

  @Test
  void it_is_the_same_for_the_same_facts_on_every_machine_and_with_every_version() {
    assertThat(hash(household(one()))).isEqualTo(hash(household(one())));
    assertThat(new FactsHash().value()).isEqualTo(0x9E3779B97F4A7C15L);
    assertThat(new FactsHash().add("达坂城").add(DAY).value()).isEqualTo(-4894782550089629222L);
    assertThat(hash(household(one().income(IncomeItem.monthly(IncomeItem.Kind.WAGE, YUAN)))))
        .isEqualTo(7606010339970799656L);
  }

  @Test
  void order_and_absence_matter() {
    assertThat(new FactsHash().add(1).add(2).value())
        .isNotEqualTo(new FactsHash().add(2).add(1).value());
    String none = null;
    assertThat(
            List.of(
                new FactsHash().add(none).value(),
                new FactsHash().add("").value(),
                new FactsHash().add("ab").value(),
                new FactsHash().add("ba").value()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatever_differs_in_a_person() {
    List<Long> all = new ArrayList<>();
    all.add(ofMembers(m -> m));
    all.add(hash(household(Member.of("b", Relation.APPLICANT, BIRTH))));
    all.add(hash(household(Member.of("a", Relation.SPOUSE, BIRTH))));
    all.add(hash(household(Member.of("a", Relation.APPLICANT, BIRTH.plusDays(1)))));
    all.add(ofMembers(m -> m.sex(Member.Sex.MALE)));
    all.add(ofMembers(m -> m.sex(Member.Sex.FEMALE)));
    all.add(ofMembers(m -> m.labour(Member.Labour.WEAK)));
    all.add(ofMembers(m -> m.employment(Member.Employment.EMPLOYED)));
    all.add(ofMembers(m -> m.student(Member.Student.COLLEGE)));
    all.add(ofMembers(m -> m.livesTogetherMonths(Range.exactly(1))));
    all.add(ofMembers(m -> m.livesTogetherMonths(Range.between(0, 1))));
    all.add(ofMembers(m -> m.flag(Flag.MISSING)));
    all.add(ofMembers(m -> m.unsure(Flag.MISSING)));
    all.add(ofMembers(m -> m.clergyYears(1)));
    all.add(ofMembers(m -> m.supportMode(Member.SupportMode.CENTRALISED)));
    all.add(ofMembers(m -> m.selfCare(new SelfCare(true, true, true, true, true, true))));
    all.add(ofMembers(m -> m.selfCare(new SelfCare(false, true, true, true, true, true))));
    all.add(ofMembers(MemberBuilder::incomeIncomplete));
    all.add(ofMembers(MemberBuilder::expensesIncomplete));
    all.add(ofMembers(MemberBuilder::obligorsUnknown));
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void whatever_differs_in_money_and_goods() {
    IncomeItem.Kind wage = IncomeItem.Kind.WAGE;
    List<Long> all = new ArrayList<>();
    all.add(ofMembers(m -> m));
    all.add(ofMembers(m -> m.income(IncomeItem.monthly(wage, YUAN))));
    all.add(ofMembers(m -> m.income(IncomeItem.monthly(wage, Range.atLeast(100)))));
    all.add(ofMembers(m -> m.income(IncomeItem.monthly(IncomeItem.Kind.RENT, YUAN))));
    all.add(ofMembers(m -> m.income(IncomeItem.yearly(wage, YUAN))));
    all.add(ofMembers(m -> m.income(new IncomeItem(wage, YUAN, false, DAY, null))));
    all.add(ofMembers(m -> m.income(new IncomeItem(wage, YUAN, false, null, DAY))));
    all.add(ofMembers(m -> m.costs(List.of(new Cost(Cost.Kind.TAX, YUAN, false)))));
    all.add(ofMembers(m -> m.costs(List.of(new Cost(Cost.Kind.TAX, YUAN, true)))));
    all.add(ofMembers(m -> m.costs(List.of(new Cost(Cost.Kind.TAX, Range.yuan(2), true)))));
    all.add(ofMembers(m -> m.costs(List.of(new Cost(Cost.Kind.EMPLOYMENT, YUAN, true)))));
    all.add(ofMembers(m -> m.expenses(List.of(Expense.of(Expense.Kind.MEDICAL, YUAN)))));
    all.add(ofMembers(m -> m.expenses(List.of(Expense.of(Expense.Kind.MEDICAL, Range.ZERO)))));
    all.add(ofMembers(m -> m.expenses(List.of(Expense.of(Expense.Kind.OTHER, YUAN)))));
    all.add(ofMembers(m -> m.expenses(List.of(new Expense(Expense.Kind.OTHER, YUAN, DAY)))));
    for (Asset asset : goods()) {
      all.add(ofMembers(m -> m.property(List.of(asset))));
      all.add(ofHouseholds(h -> h.property(List.of(asset))));
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  private static List<Asset> goods() {
    return List.of(
        Asset.financial(Asset.Kind.DEPOSIT, YUAN),
        Asset.financial(Asset.Kind.DEPOSIT, Range.yuan(2)),
        Asset.financial(Asset.Kind.FUND, YUAN),
        Asset.financial(Asset.Kind.FUND, YUAN).unconfirmed(),
        Asset.vehicle(Asset.Vehicle.CAR, false),
        Asset.vehicle(Asset.Vehicle.CAR, true),
        Asset.vehicle(Asset.Vehicle.TRUCK, true),
        Asset.home(),
        Asset.nonResidential(),
        Asset.business(new Asset.Business(0, false, YUAN)),
        Asset.business(new Asset.Business(1, false, YUAN)),
        Asset.business(new Asset.Business(1, true, YUAN)),
        Asset.business(new Asset.Business(1, true, Range.ZERO)));
  }

  @Test
  void whatever_differs_in_disabilities_and_in_those_who_owe_support() {
    Disability blind = new Disability(Disability.Kind.VISUAL, 1);
    Disability weak = new Disability(Disability.Kind.VISUAL, 2);
    Disability deaf = new Disability(Disability.Kind.HEARING, 1);
    List<Long> all = new ArrayList<>();
    all.add(ofMembers(m -> m));
    all.add(ofMembers(m -> m.disabilities(List.of(blind))));
    all.add(ofMembers(m -> m.disabilities(List.of(weak))));
    all.add(ofMembers(m -> m.disabilities(List.of(deaf))));
    all.add(ofMembers(m -> m.disabilities(List.of(blind, weak))));
    for (Obligor obligor : obligors()) {
      all.add(ofMembers(m -> m.obligors(List.of(obligor))));
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  private static List<Obligor> obligors() {
    List<Disability> blind = List.of(new Disability(Disability.Kind.VISUAL, 1));
    Obligor.Status none = Obligor.Status.NONE;
    Obligor.Family nothing = Obligor.Family.NOTHING_KNOWN;
    Range no = Range.ZERO;
    return List.of(
        SON,
        new Obligor(Relation.DAUGHTER, null, none, List.of(), no, true, nothing, no),
        new Obligor(Relation.SON, BIRTH, none, List.of(), no, true, nothing, no),
        new Obligor(Relation.SON, null, Obligor.Status.DIBAO, List.of(), no, true, nothing, no),
        new Obligor(Relation.SON, null, none, blind, no, true, nothing, no),
        new Obligor(Relation.SON, null, none, List.of(), YUAN, true, nothing, no),
        new Obligor(Relation.SON, null, none, List.of(), no, false, nothing, no),
        new Obligor(Relation.SON, null, none, List.of(), no, true, nothing, YUAN),
        Obligor.of(Relation.SON, new Obligor.Family(YUAN, 1, 1, 1)),
        Obligor.of(Relation.SON, new Obligor.Family(Range.ZERO, 2, 1, 1)),
        Obligor.of(Relation.SON, new Obligor.Family(Range.ZERO, 1, 2, 1)),
        Obligor.of(Relation.SON, new Obligor.Family(Range.ZERO, 1, 1, 2)));
  }

  @Test
  void whatever_differs_in_the_household() {
    List<Long> all = new ArrayList<>();
    all.add(ofHouseholds(h -> h));
    all.add(hash(Household.of(Household.Residence.URBAN, List.of(one().build())).build()));
    all.add(ofHouseholds(h -> h.formerlyPoor(true)));
    all.add(ofHouseholds(h -> h.farmer(false)));
    all.add(ofHouseholds(h -> h.paymentClass(Household.PaymentClass.A)));
    all.add(ofHouseholds(h -> h.housingGrade(Household.HousingGrade.A)));
    all.add(ofHouseholds(h -> h.dropout(true)));
    all.add(ofHouseholds(h -> h.uninsuredMembers(1)));
    all.add(ofHouseholds(h -> h.nobodyAbleToWork(true)));
    all.add(ofHouseholds(HouseholdBuilder::propertyIncomplete));
    all.add(ofHouseholds(HouseholdBuilder::risksUnknown));
    for (Household.Risk risk : Household.Risk.values()) {
      all.add(ofHouseholds(h -> h.risks(Set.of(risk))));
    }
    all.add(ofHouseholds(h -> h.told(new Told(Range.ANY, null))));
    all.add(ofHouseholds(h -> h.told(new Told(YUAN, null))));
    all.add(ofHouseholds(h -> h.told(new Told(null, Range.ANY))));
    all.add(ofHouseholds(h -> h.told(new Told(null, YUAN))));
    waters().forEach(water -> all.add(ofHouseholds(h -> h.water(water))));
    assertThat(all).doesNotHaveDuplicates();
  }

  private static List<Water> waters() {
    return List.of(
        new Water(null, null, false, null, null, null, null),
        new Water(true, null, false, null, null, null, null),
        new Water(false, null, false, null, null, null, null),
        new Water(null, 1L, false, null, null, null, null),
        new Water(null, null, true, null, null, null, null),
        new Water(null, null, false, 1L, null, null, null),
        new Water(null, null, false, null, 1L, null, null),
        new Water(null, null, false, null, null, 1L, null),
        new Water(null, null, false, null, null, null, 1L));
  }
}

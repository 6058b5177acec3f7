package org.yimen.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.SelfCare;
import org.yimen.policy.facts.Water;

/** Every fact that a case may tell is read as it stands there, and nothing else with it. */
class EveryFactTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate BIRTH = LocalDate.of(1980, 5, 1);
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);

  private static final String HOUSEHOLD =
      """
      formerlyPoor: true
      farmer: false
      class: B
      property: [{kind: home, value: 1.5, areaSquareMetres: 80.5, selfLived: true}]
      housingGrade: C
      water: {qualitySafe: true, litresPerPersonDay: 20, dryArea: true, minutesToFetch: 10.5, metresAcross: 300, metresUp: 40, outageDaysYear: 3}
      dropout: true
      uninsuredMembers: 2
      risks: [illness, water]
      nobodyAbleToWork: true
      """;

  private static final String PERSON =
      """
      sex: female
      labour: weak
      employment: selfEmployed
      student: college
      livesTogetherMonths: 11
      clergyYears: 2.75
      supportMode: centralised
      selfCare: {eat: false, dress: true, bed: false}
      disability: {category: mental, level: 2}
      seriousIllness: true
      imprisoned: unknown
      status: conscript
      """;

  private static PolicyCase read(String household) {
    String text =
        """
        cases:
          - name: "a case"
            date: 2025-08-01
            household:
              %s
        """
            .formatted(household.strip().replace("\n", "\n      "));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return CaseFile.read(LAW, "案例.yaml", bytes).get(0);
  }

  private static Household household(String facts) {
    String member = "members: [{id: a, relation: applicant, birthDate: 1980-05-01}]\n";
    return read("residence: rural\n" + member + facts).household();
  }

  private static Member member(String facts) {
    String member = "members:\n  - id: a\n    relation: applicant\n    birthDate: 1980-05-01\n    ";
    String more = facts.strip().replace("\n", "\n    ");
    return read("residence: rural\n" + member + more).household().members().get(0);
  }

  private static MemberBuilder one() {
    return Member.of("a", Relation.APPLICANT, BIRTH);
  }

  @Test
  void a_case_that_tells_nothing_more_leaves_everything_as_absent() {
    PolicyCase none =
        read("residence: rural\nmembers: [{id: a, relation: applicant, birthDate: 1980-05-01}]");
    assertThat(none.household())
        .isEqualTo(Household.of(Household.Residence.RURAL, List.of(one().build())).build());
    assertThat(none.area()).isNull();
    assertThat(none.replaced()).isEmpty();
    assertThat(none.expect()).isNull();
    assertThat(none.line()).isEqualTo(2);
  }

  @Test
  void what_is_told_of_the_household() {
    Household told = household(HOUSEHOLD);
    Asset home = new Asset(Asset.Kind.HOME, Range.exactly(150), null, false, null, true);
    assertThat(told)
        .isEqualTo(
            Household.of(Household.Residence.RURAL, List.of(one().build()))
                .formerlyPoor(true)
                .farmer(false)
                .paymentClass(Household.PaymentClass.B)
                .property(List.of(home))
                .housingGrade(Household.HousingGrade.C)
                .water(new Water(true, 2000L, true, 1050L, 30_000L, 4000L, 300L))
                .dropout(true)
                .uninsuredMembers(2)
                .risks(Set.of(Household.Risk.ILLNESS, Household.Risk.WATER))
                .nobodyAbleToWork(true)
                .build());
  }

  @Test
  void what_is_open_of_the_household() {
    Household told = household("property: unknown\nrisks: unknown\nwater: {qualitySafe: false}");
    assertThat(told.propertyComplete()).isFalse();
    assertThat(told.risksKnown()).isFalse();
    assertThat(told.water()).isEqualTo(new Water(false, null, false, null, null, null, null));
    assertThat(household("water: {}").water())
        .isEqualTo(new Water(null, null, false, null, null, null, null));
  }

  @Test
  void what_is_told_of_a_person() {
    Member told = member(PERSON);
    assertThat(told)
        .isEqualTo(
            one()
                .sex(Member.Sex.FEMALE)
                .labour(Member.Labour.WEAK)
                .employment(Member.Employment.SELF_EMPLOYED)
                .student(Member.Student.COLLEGE)
                .livesTogetherMonths(Range.exactly(11))
                .clergyYears(275)
                .supportMode(Member.SupportMode.CENTRALISED)
                .selfCare(new SelfCare(false, true, false, true, true, true))
                .disabilities(List.of(new Disability(Disability.Kind.MENTAL, 2)))
                .flag(Flag.SERIOUS_ILLNESS)
                .unsure(Flag.IMPRISONED)
                .flag(Flag.CONSCRIPT)
                .build());
  }

  @Test
  void several_disabilities_and_several_statuses_of_one_person() {
    Member told =
        member(
            """
            disability: [{category: visual, level: 1}, {category: speech, level: 4}]
            status: [missing, orphanSupport]
            selfCare: {toilet: false, walk: false, bathe: false}
            """);
    assertThat(told)
        .isEqualTo(
            one()
                .disabilities(
                    List.of(
                        new Disability(Disability.Kind.VISUAL, 1),
                        new Disability(Disability.Kind.SPEECH, 4)))
                .flag(Flag.MISSING)
                .flag(Flag.ORPHAN_SUPPORT)
                .selfCare(new SelfCare(true, true, true, false, false, false))
                .build());
  }

  @Test
  void what_is_told_of_money() {
    Member told =
        member(
            """
            income:
              - {kind: business, monthly: -50.5, from: 2025-03-01, to: 2025-03-01}
              - {kind: gift, yearly: 1200}
            costs: [{kind: tax, monthly: 3}, {kind: supportPaid, yearly: 30}]
            expenses: [{kind: medical, amount: 0.01, date: 2025-03-01}, {kind: other, amount: 7}]
            """);
    assertThat(told)
        .isEqualTo(
            one()
                .income(
                    new IncomeItem(
                        IncomeItem.Kind.BUSINESS, Range.exactly(-5050), false, MARCH, MARCH),
                    IncomeItem.yearly(IncomeItem.Kind.GIFT, Range.yuan(1200)))
                .costs(
                    List.of(
                        new Cost(Cost.Kind.TAX, Range.yuan(3), false),
                        new Cost(Cost.Kind.SUPPORT_PAID, Range.yuan(30), true)))
                .expenses(
                    List.of(
                        new Expense(Expense.Kind.MEDICAL, Range.exactly(1), MARCH),
                        Expense.of(Expense.Kind.OTHER, Range.yuan(7))))
                .build());
  }

  @Test
  void what_is_told_of_goods() {
    Member told =
        member(
            """
            property:
              - {kind: claim, value: 3}
              - {kind: vehicle, type: truck, soleLivelihood: true}
              - {kind: vehicle, type: car, value: 9}
              - {kind: nonResidential, value: 2, areaSquareMetres: 12.34}
              - {kind: business, employees: 3, familyRun: true, capital: 5, value: 4}
              - {kind: business}
            """);
    Asset.Business shop = new Asset.Business(3, true, Range.yuan(5));
    Asset.Business none = new Asset.Business(0, false, Range.ZERO);
    Asset.Kind business = Asset.Kind.BUSINESS;
    Asset.Kind vehicle = Asset.Kind.VEHICLE;
    assertThat(told.property())
        .containsExactly(
            Asset.financial(Asset.Kind.CLAIM, Range.yuan(3)),
            new Asset(vehicle, Range.ZERO, Asset.Vehicle.TRUCK, true, null, true),
            new Asset(vehicle, Range.yuan(9), Asset.Vehicle.CAR, false, null, true),
            new Asset(Asset.Kind.NON_RESIDENTIAL, Range.yuan(2), null, false, null, true),
            new Asset(business, Range.yuan(4), null, false, shop, true),
            new Asset(business, Range.ZERO, null, false, none, true));
  }

  @Test
  void what_is_told_of_those_who_owe_support() {
    Member told =
        member(
            """
            obligors:
              - {relation: son, birthDate: 1980-05-01, status: dibao, disability: {category: visual, level: 1}, ownIncomeYearly: 5, propertyWithinRule: false, perCapitaMonthlyIncome: 6, familySize: 4, supportedPersons: 3, childrenCount: 0, paysMonthly: 7}
              - {}
            """);
    Obligor.Family family = new Obligor.Family(Range.yuan(6), 4, 3, 0);
    List<Disability> blind = List.of(new Disability(Disability.Kind.VISUAL, 1));
    assertThat(told.obligors())
        .containsExactly(
            new Obligor(
                Relation.SON,
                BIRTH,
                Obligor.Status.DIBAO,
                blind,
                Range.yuan(5),
                false,
                family,
                Range.yuan(7)),
            Obligor.of(null, Obligor.Family.NOTHING_KNOWN));
  }

  @Test
  void what_is_open_of_a_person() {
    Member told = member("income: unknown\nexpenses: unknown\nobligors: unknown");
    assertThat(told)
        .isEqualTo(one().incomeIncomplete().expensesIncomplete().obligorsUnknown().build());
  }

  @Test
  void each_flag_is_yes_no_or_open_by_its_own_key() {
    for (Flag flag : Flag.values()) {
      assertThat(member(flag.code() + ": true")).isEqualTo(one().flag(flag).build());
      assertThat(member(flag.code() + ": unknown")).isEqualTo(one().unsure(flag).build());
      assertThat(member(flag.code() + ": false")).isEqualTo(one().build());
    }
  }
}

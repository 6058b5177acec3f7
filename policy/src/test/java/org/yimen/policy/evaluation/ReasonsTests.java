package org.yimen.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.Told;
import org.yimen.policy.text.BadFile;

/** A determination names the facts it rests on, those it lacks, and what it compared. */
class ReasonsTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private static final String KNOWN =
      """
      residence: urban
      risks: [illness, disaster]
      members:
        - {id: a, relation: applicant, birthDate: 1950-01-01, disability: {category: physical, level: 2},
           income: [{kind: pension, monthly: 500}, {kind: elderlyAllowance, monthly: 80}, {kind: wage, monthly: 0}],
           costs: [{kind: employment, monthly: 10}],
           expenses: [{kind: medical, amount: 900, date: 2025-03-01}, {kind: medical, amount: 1, date: 2023-03-01}],
           obligors: [{relation: son, birthDate: 1975-01-01, perCapitaMonthlyIncome: 3000, familySize: 3, supportedPersons: 2}]}
        - {id: b, relation: son, birthDate: 1990-01-01, livesTogetherMonths: 5, imprisoned: true}
      property: [{kind: home}, {kind: vehicle, type: car}, {kind: business, employees: 1}]
      """;

  private static final String OPEN =
      """
      residence: urban
      property: unknown
      risks: unknown
      members:
        - {id: b, relation: applicant, birthDate: 1950-01-01, income: unknown, expenses: unknown, obligors: unknown, imprisoned: unknown, seriousIllness: unknown}
        - {id: a, relation: son, birthDate: 1990-01-01, income: unknown, livesTogetherMonths: 13, conscript: unknown, orphanSupport: unknown}
      """;

  private static Household household(String yaml) {
    String text =
        "cases:\n  - name: a case\n    date: 2025-08-01\n    area: \"650107\"\n    household:\n"
            + yaml.indent(6);
    return CaseFile.read(LAW, "case.yaml", text.getBytes(StandardCharsets.UTF_8))
        .get(0)
        .household();
  }

  private static Determination determined(String yaml) {
    return LAW.determine(household(yaml), DATE, AREA);
  }

  private static Determination.Condition condition(Determination determination, String id) {
    Determination.@Nullable Condition found = determination.condition(id);
    assertThat(found).as(id).isNotNull();
    return found;
  }

  @Test
  void what_counted_is_evidence_and_what_did_not_is_none() {
    Determination known = determined(KNOWN);
    assertThat(condition(known, "dibao.income").evidence())
        .containsExactly("a.income[0]", "a.costs[0]", "a.obligors[0]");
    assertThat(condition(known, "watch.income").evidence())
        .containsExactly("a.income[0]", "a.income[1]", "a.costs[0]");
    assertThat(condition(known, "rigid.ratio").evidence())
        .containsExactly("a.expenses[0]", "a.income[0]", "a.costs[0]", "a.obligors[0]");
    assertThat(condition(known, "dibao.property").evidence())
        .containsExactly("household.property[1]", "household.property[2]");
    assertThat(condition(known, "tekun.labour@a").evidence())
        .containsExactly("a.birthDate", "a.disability[0]");
    assertThat(condition(known, "tekun.obligors@a").evidence())
        .containsExactly("a.obligors[0]", "b");
    assertThat(condition(known, "watch.risk").evidence())
        .containsExactly("household.risks[0]", "household.risks[1]");
    assertThat(known.missing()).isEmpty();
    assertThat(known.countedMembers()).containsExactly("a");
  }

  @Test
  void the_sides_that_were_compared_are_told_with_unit_and_sentence() {
    Determination known = determined(KNOWN);
    Determination.Condition income = condition(known, "dibao.income");
    assertThat(income.left().low()).isEqualTo("1025.00");
    assertThat(income.operator()).isEqualTo("<");
    assertThat(income.right().low()).isEqualTo("800.00");
    assertThat(income.unit()).isEqualTo("CNY/person/month");
    assertThat(income.text()).isEqualTo("人均月收入1025元，不低于标准800元");
    Determination.Condition ratio = condition(known, "rigid.ratio");
    assertThat(ratio.left().low()).isEqualTo("0.0732");
    assertThat(ratio.operator()).isEqualTo(">=");
    assertThat(ratio.right().low()).isEqualTo("0.5000");
    assertThat(ratio.text()).endsWith("未达到规定比例50%");
    Determination.Condition property = condition(known, "dibao.property");
    assertThat(property.unit()).isEqualTo("vehicles");
    assertThat(property.left().low()).isEqualTo("1.00");
    assertThat(property.text()).isEqualTo("有受限的机动车1辆；有受限的经营主体1个");
    assertThat(known.figures().rigidExpenseRatio().low()).isEqualTo("0.0732");
  }

  @Test
  void values_looked_at_are_named_and_those_of_the_other_residence_are_not() {
    assertThat(determined(KNOWN).parametersUsed())
        .extracting(Determination.UsedParameter::id)
        .contains("dibao.standard.urban", "rigid.operator", "income.counted.net.elderlyAllowance")
        .doesNotContain("dibao.standard.rural", "tekun.basic.factor")
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt(id -> LAW.parameters().find(id).index()));
  }

  @Test
  void what_keeps_an_answer_open_is_named_members_first_in_the_order_of_the_case() {
    Determination open = determined(OPEN);
    assertThat(open.missing())
        .containsExactly(
            "b.imprisoned",
            "b.income",
            "b.obligors",
            "b.expenses",
            "a.conscript",
            "a.income",
            "household.property",
            "household.risks");
    assertThat(condition(open, "dibao.income").missing())
        .containsExactly("b.income", "b.obligors", "b.imprisoned", "a.conscript", "a.income");
    assertThat(condition(open, "dibao.property").missing())
        .containsExactly("household.property", "b.imprisoned", "a.conscript");
    assertThat(condition(open, "rigid.ratio").missing()).contains("b.expenses");
    assertThat(condition(open, "tekun.orphan@a").missing()).containsExactly("a.orphanSupport");
    assertThat(condition(open, "dibao.income").left().high()).isNull();
    assertThat(condition(open, "dibao.property").text())
        .startsWith("金融资产（不详）元，限额19200至38400元，尚不能判断；住房套数有待核实");
    assertThat(open.countedMembers()).isEmpty();
  }

  @Test
  void a_registers_hit_is_evidence_to_be_reviewed_and_missing_until_then() {
    Member one = Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1)).build();
    Household household =
        Household.of(Household.Residence.URBAN, List.of(one))
            .property(List.of(Asset.vehicle(Asset.Vehicle.CAR, false).unconfirmed()))
            .build();
    Determination.Condition property =
        condition(LAW.determine(household, DATE, AREA), "dibao.property");
    assertThat(property.evidence()).containsExactly("review:household.property[0]");
    assertThat(property.missing()).contains("household.property[0]");
  }

  @Test
  void a_total_somebody_told_is_the_evidence_or_missing_where_it_is_only_a_bound() {
    Member one = Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1)).build();
    Household told =
        Household.of(Household.Residence.RURAL, List.of(one))
            .told(new Told(Range.yuan(6_000), Range.atLeast(100_00)))
            .build();
    Determination determination = LAW.determine(told, DATE, AREA);
    assertThat(condition(determination, "dibao.income").evidence())
        .containsExactly("household.told.dibaoIncomeYearly");
    assertThat(condition(determination, "watch.income").missing())
        .containsExactly("household.told.netIncomeYearly");
  }

  @Test
  void an_obligor_whose_income_is_only_bounded_is_told_as_open() {
    Obligor son =
        new Obligor(
            Relation.SON,
            LocalDate.of(1950, 1, 1),
            Obligor.Status.NONE,
            List.of(),
            Range.atLeast(0),
            true,
            new Obligor.Family(Range.ZERO, 1, 1, 1),
            Range.ZERO);
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1940, 1, 1)).obligors(List.of(son)).build();
    Household household = Household.of(Household.Residence.RURAL, List.of(one)).build();
    Determination determination = LAW.determine(household, DATE, AREA);
    assertThat(condition(determination, "tekun.obligors@a").evidence()).contains("a.obligors[0]");
    assertThat(condition(determination, "tekun.obligors@a").missing()).isNotEmpty();
  }

  @Test
  void any_measure_or_condition_can_be_asked_for_by_name() {
    Computed known = LAW.compute(household(KNOWN), DATE, AREA);
    assertThat((BigDecimal) known.ofHousehold("income.monthly")).isEqualByComparingTo("1025");
    assertThat(known.ofHousehold("dibao.income")).isEqualTo(false);
    assertThat(known.ofHousehold("margin.income")).isEqualTo(true);
    assertThat(known.ofHousehold("otherDifficulty")).isEqualTo(true);
    assertThat(known.ofHousehold("dibao")).isEqualTo(false);
    assertThat((BigDecimal) known.ofMember("tekun.incomeMonthly", "a"))
        .isEqualByComparingTo("1025");
    assertThat(known.ofMember("member.counted", "b")).isEqualTo(false);
    assertThat(known.ofMember("member.counted", "c")).isNull();
    Computed open = LAW.compute(household(OPEN), DATE, AREA);
    assertThat(open.ofHousehold("income.monthly")).isNull();
    assertThat(open.ofHousehold("dibao.income")).isNull();
    assertThatThrownBy(() -> open.ofHousehold("nothing")).isInstanceOf(BadFile.class);
  }
}

package org.yimen.policy.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.law.Changes;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** What a new standard adds where only the allowance is known. */
class RaisedStandardTests {

  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final String AREA = "650107";
  private static final RaisedStandard.Covered THREE =
      new RaisedStandard.Covered(AREA, Household.Residence.RURAL, 3);

  private static Map<Parameter, Value> values(String... changed) {
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < changed.length; i += 2) {
      texts.put(changed[i], changed[i + 1]);
    }
    Law law = LAW.changed(Changes.of(LAW.parameters(), texts, Set.of()));
    Map<Parameter, Value> values = new HashMap<>();
    Value[] found = law.parameters().on(DAY, AREA);
    for (Parameter parameter : law.parameters().all()) {
      Value value = found[parameter.index()];
      if (value != null) {
        values.put(parameter, value);
      }
    }
    return values;
  }

  @Test
  void it_is_what_the_law_says_of_a_household_whose_income_is_known() {
    BigDecimal added =
        RaisedStandard.added(THREE, values(), values("dibao.standard.rural", "850.5"));
    assertThat(added).isEqualByComparingTo("151.5");
    Household known = earning(1_000);
    Law raised =
        LAW.changed(
            Changes.of(LAW.parameters(), Map.of("dibao.standard.rural", "850.5"), Set.of()));
    assertThat(allowance(raised, known).subtract(allowance(LAW, known)))
        .isEqualByComparingTo(added);
  }

  private static BigDecimal allowance(Law law, Household household) {
    return law.determine(household, DAY, AREA).figures().monthlyAllowance().value();
  }

  private static Household earning(long yuan) {
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.yuan(yuan)))
            .build();
    Member wife = Member.of("b", Relation.SPOUSE, LocalDate.of(1982, 1, 1)).build();
    Member child = Member.of("c", Relation.DAUGHTER, LocalDate.of(2016, 1, 1)).build();
    return Household.of(Household.Residence.RURAL, List.of(one, wife, child)).build();
  }

  @Test
  void the_standard_of_towns_adds_nothing_in_the_country() {
    assertThat(RaisedStandard.added(THREE, values(), values("dibao.standard.urban", "900")))
        .isEqualByComparingTo("0");
  }

  @Test
  void where_the_amount_does_not_follow_nothing_is_said() {
    String[][] others = {
      {"dibao.payment", "classes"},
      {"dibao.floorShare", "0.2"},
      {"dibao.supplement.oldOrYoung", "77"},
      {"dibao.rounding", "ceil5"},
      {"dibao.class.rural.A", "700"}
    };
    for (String[] other : others) {
      assertThat(
              RaisedStandard.added(
                  THREE, values(), values("dibao.standard.rural", "850", other[0], other[1])))
          .as(other[0])
          .isNull();
    }
  }

  @Test
  void a_rise_fits_into_the_rounding_or_nothing_is_said() {
    Map<Parameter, Value> before = values("dibao.rounding", "ceil5");
    assertThat(
            RaisedStandard.added(
                THREE, before, values("dibao.rounding", "ceil5", "dibao.standard.rural", "850")))
        .isEqualByComparingTo("150");
    assertThat(
            RaisedStandard.added(
                THREE, before, values("dibao.rounding", "ceil5", "dibao.standard.rural", "851")))
        .isNull();
  }
}

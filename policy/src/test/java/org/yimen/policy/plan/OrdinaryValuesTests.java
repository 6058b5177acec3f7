package org.yimen.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yimen.policy.Decision;
import org.yimen.policy.Law;
import org.yimen.policy.columns.AnyHousehold;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.DatedValue;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** Values such as places set are reckoned with exactly, in columns as by the tree. */
class OrdinaryValuesTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private static final String WAGE_SHARE = "income.employmentCost.wageShare";
  private static final String WINDOW = "income.window.months";
  private static final String RURAL = "dibao.standard.rural";

  private static Law with(List<String> idsAndValues) {
    List<DatedValue> values = new ArrayList<>();
    for (int i = 0; i < idsAndValues.size(); i += 2) {
      values.add(
          new DatedValue(
              "新值",
              idsAndValues.get(i),
              idsAndValues.get(i + 1),
              DATE,
              null,
              AREA,
              "某发〔2025〕9号",
              "第一条"));
    }
    return LAW.with(values);
  }

  static Stream<List<String>> values() {
    return Stream.of(
        List.of(WAGE_SHARE, "0.15"),
        List.of(WINDOW, "18"),
        List.of(WINDOW, "23"),
        List.of(RURAL, "1234.567"),
        List.of(WINDOW, "9", RURAL, "616.67"),
        List.of(WINDOW, "23", RURAL, "616.67", WAGE_SHARE, "0.33"),
        List.of(RURAL, "616.666667"),
        List.of("dibao.margin.factor", "1.55", RURAL, "616.67"),
        List.of("rigid.ratio", "0.6667", WINDOW, "7"),
        List.of("income.employmentCost.standardShare", "0.3", RURAL, "616.67"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void an_area_s_value_holds_and_columns_say_what_the_tree_says(List<String> values) {
    Law law = with(values);
    for (int fog : new int[] {0, 5}) {
      List<Household> households =
          IntStream.range(0, 150).mapToObj(seed -> AnyHousehold.of(seed, fog, DATE)).toList();
      Decisions columns = law.plan(DATE, AREA).decisions();
      columns.decide(Block.of(households));
      for (int i = 0; i < households.size(); i++) {
        Decision tree = law.decideByTree(households.get(i), DATE, AREA);
        assertThat(columns.category(i)).as("%s of %d", values, i).isEqualTo(tree.category());
        assertThat(columns.findings(i)).as("%s of %d", values, i).isEqualTo(tree.findings());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.1", "0.15", "0.33", "0.125"})
  void every_window_goes_with_every_standard_in_fen(String share) {
    for (int months = 1; months <= 24; months++) {
      for (String standard : List.of("800", "616.67", "1234.5")) {
        Map<Parameter, Value> replaced = new LinkedHashMap<>();
        replaced.put(parameter(WINDOW), value("" + months));
        replaced.put(parameter(WAGE_SHARE), value(share));
        replaced.put(parameter(RURAL), value(standard));
        replaced.put(parameter("income.employmentCost.standardShare"), value(share));
        replaced.put(parameter("dibao.margin.factor"), value("1.55"));
        replaced.put(parameter("rigid.ratio"), value("0.67"));
        assertThat(LAW.plan(DATE, AREA, replaced).steps()).isPositive();
      }
    }
  }

  private static Parameter parameter(String id) {
    return LAW.parameters().find(id);
  }

  private static Value value(String number) {
    return Value.of(new BigDecimal(number), null, null, "", "case");
  }
}

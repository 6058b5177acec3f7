package org.yimen.policy.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.rule.Fraction;
import org.yimen.policy.text.Docs;

/** Of several values that hold, which one: by area, then by day, then by the order of reading. */
class DatedValuesTests {
  private static final LocalDate DAY = LocalDate.of(2025, 8, 1);

  /** Each value in a file of its own, the later ones read later. */
  private static Law law(String... values) {
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(
        source(
            """
            document: 试验文件
            parameters:
              - {id: a.figure, name: 试验数, type: number, unit: CNY, codes: [], values: [{value: 1, article: 一, to: 2025-07-31}]}
              - {id: a.share.rural, name: 试验比例, type: number}
            """));
    for (String value : values) {
      sources.add(
          source("document: 试验文件\nvalues:\n  - {id: a.figure, article: 二, " + value + "}\n"));
    }
    return Law.of(sources);
  }

  private static RuleSource source(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true);
  }

  private static String on(Law law, @Nullable String area, LocalDate day) {
    var used = law.parameter("a.figure", day, area, Household.Residence.RURAL);
    return used == null ? "none" : ((BigDecimal) used.value()).toPlainString();
  }

  private static String on(Law law) {
    return on(law, "650107", DAY);
  }

  @Test
  void a_dated_value_goes_before_an_undated_one_whichever_is_read_first() {
    assertThat(on(law("value: 2", "value: 3, from: 2020-01-01"))).isEqualTo("3");
    assertThat(on(law("value: 3, from: 2020-01-01", "value: 2"))).isEqualTo("3");
  }

  @Test
  void the_later_day_goes_before_the_earlier_whichever_is_read_first() {
    assertThat(on(law("value: 2, from: 2020-01-01", "value: 3, from: 2021-01-01"))).isEqualTo("3");
    assertThat(on(law("value: 3, from: 2021-01-01", "value: 2, from: 2020-01-01"))).isEqualTo("3");
  }

  @Test
  void of_the_same_day_and_of_no_day_the_one_read_last() {
    assertThat(on(law("value: 2, from: 2020-01-01", "value: 3, from: 2020-01-01"))).isEqualTo("3");
    assertThat(on(law("value: 2", "value: 3"))).isEqualTo("3");
  }

  @Test
  void the_smaller_area_goes_before_the_later_day() {
    String district = "value: 2, area: \"650107\"";
    String region = "value: 3, area: \"65\", from: 2025-01-01";
    assertThat(on(law(district, region))).isEqualTo("2");
    assertThat(on(law(region, district))).isEqualTo("2");
    assertThat(on(law(region, district), "650102", DAY)).isEqualTo("3");
    assertThat(on(law(region, district), "65", DAY)).isEqualTo("3");
    assertThat(on(law(region, district), "6", DAY)).isEqualTo("none");
  }

  @Test
  void from_its_first_day_to_its_last() {
    Law law = law("value: 2, from: 2025-08-02, to: 2025-08-02");
    assertThat(on(law, null, DAY.minusDays(1))).isEqualTo("1");
    assertThat(on(law, null, DAY)).as("the one has ended, the other not begun").isEqualTo("none");
    assertThat(on(law, null, DAY.plusDays(1))).isEqualTo("2");
    assertThat(on(law, null, DAY.plusDays(2))).isEqualTo("none");
  }

  @Test
  void places_are_known_as_far_as_any_value_tells_them_apart() {
    Parameters parameters =
        law("value: 2, area: \"650107\"", "value: 3, area: \"65\"").parameters();
    assertThat(parameters.placeOf("650107200200")).isEqualTo("650107");
    assertThat(parameters.placeOf("650107")).isEqualTo("650107");
    assertThat(parameters.placeOf("650102")).isEqualTo("65");
    assertThat(parameters.placeOf("130000")).isEmpty();
    assertThat(parameters.placeOf(null)).isEmpty();
    assertThat(parameters.on(DAY, "650107200200")).isSameAs(parameters.on(DAY, "650107"));
    assertThat(parameters.on(DAY, "650107")).isNotSameAs(parameters.on(DAY.plusDays(1), "650107"));
  }

  @Test
  void a_parameter_tells_its_unit_and_values_even_where_it_has_none() {
    Parameters parameters = law("value: 2").parameters();
    Parameter figure = parameters.find("a.figure");
    assertThat(figure.unit()).isEqualTo("CNY");
    assertThat(parameters.all().get(figure.index())).isSameAs(figure);
    assertThat(parameters.history(figure)).extracting(Value::text).containsExactly("1", "2");
    assertThat(parameters.history(figure))
        .extracting(Value::basis)
        .containsExactly("试验文件 一", "试验文件 二");
    Parameter share = parameters.find("试验比例");
    assertThat(share.unit()).isEmpty();
    assertThat(parameters.history(share)).isEmpty();
    assertThat(parameters.find("a.share")).isNull();
  }

  @Test
  void what_a_value_is_not_it_does_not_say() {
    Value truth = Value.of(true, null, null, "", "case");
    assertThat(truth.isTrue()).isTrue();
    assertThat(truth.holdsCode("true")).isFalse();
    assertThat(Value.of(false, null, null, "", "case").isTrue()).isFalse();
    assertThat(Value.of("true", null, null, "", "case").isTrue()).isFalse();
    Value day = Value.of(LocalDate.of(1970, 1, 11), null, null, "", "case");
    assertThat(day.number().low().compareTo(Fraction.of(10))).isZero();
    assertThat(day.text()).isEqualTo("1970-01-11");
  }
}

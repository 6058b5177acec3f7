package org.yimen.policy.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yimen.policy.law.BadRuleFileTests.CONDITION;
import static org.yimen.policy.law.BadRuleFileTests.refused;
import static org.yimen.policy.law.BadRuleFileTests.with;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It never depends on the order of a file which value, version or translation holds. */
class OverlapTests {
  private static final String OVERLAPS =
      """
      'from: 2026-01-01'                             | 'from: 2026-01-01'
      ''                                             | 'to: 2026-01-01'
      'from: 2026-01-01, to: 2026-06-30'             | 'from: 2026-06-30'
      'from: 2026-06-30'                             | 'from: 2026-01-01, to: 2026-06-30'
      'to: 2026-06-30'                               | 'from: 2026-01-01, to: 2026-02-01'
      'from: 2026-01-01, area: "65"'                 | 'from: 2026-01-01, area: "65"'
      """;

  private static final String APART =
      """
      ''                                             | 'from: 2026-01-01'
      'from: 2026-01-01'                             | 'from: 2026-01-02'
      'from: 2026-01-01, to: 2026-06-30'             | 'from: 2026-07-01'
      'from: 2026-07-01'                             | 'from: 2026-01-01, to: 2026-06-30'
      'to: 2025-12-31'                               | 'from: 2026-01-01'
      'from: 2026-01-01, area: "65"'                 | 'from: 2026-01-01, area: "6501"'
      'from: 2026-01-01, area: "65"'                 | 'from: 2026-01-01'
      """;

  private static String two(String first, String second) {
    String value = "  - {id: rigid.ratio, value: 0.5, article: 一%s}\n";
    return "document: 试验文件\nvalues:\n"
        + value.formatted(first.isEmpty() ? "" : ", " + first)
        + value.formatted(second.isEmpty() ? "" : ", " + second);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = OVERLAPS)
  void two_values_of_a_file_for_the_same_area_and_days_are_refused(String first, String second) {
    refused(two(first, second), 4, "与第 3 行的有效期重叠");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = APART)
  void values_that_follow_one_another_or_are_for_other_areas_are_taken(
      String first, String second) {
    assertThat(with(two(first, second)).parameters().find("rigid.ratio")).isNotNull();
  }

  @Test
  void first_values_of_a_new_parameter_overlap_no_more_than_others() {
    refused(
        """
        document: 试验文件
        parameters:
          - id: a.b
            name: 甲
            type: number
            values:
              - {value: 1, article: 一, from: 2026-01-01}
              - {value: 2, article: 一, from: 2026-01-01}
        """,
        8,
        "与第 7 行的有效期重叠");
  }

  @Test
  void a_file_arranges_a_year_of_an_area_once() {
    String nation = "document: 试验文件\ncalendars:\n  - {year: 2027, off: [2027-01-01]}\n";
    refused(nation + "  - {year: 2027, off: [2027-01-04]}\n", 4, "与第 3 行重复");
    assertThat(with(nation + "  - {year: 2027, area: \"65\", off: [2027-01-04]}\n")).isNotNull();
    assertThat(with(nation + "  - {year: 2028, off: [2028-01-03]}\n")).isNotNull();
  }

  @Test
  void a_later_file_arranges_a_year_of_the_nation_anew_as_a_whole() {
    var calendar =
        with("document: 更正\ncalendars:\n  - {year: 2026, off: [2026-01-02]}\n").clocks().calendar();
    assertThat(calendar.isWorked(LocalDate.of(2026, 1, 1), "650107")).isTrue();
    assertThat(calendar.isWorked(LocalDate.of(2026, 1, 2), "650107")).isFalse();
    assertThat(calendar.isWorked(LocalDate.of(2025, 1, 1), "650107")).isFalse();
  }

  @Test
  void two_versions_of_a_rule_from_the_same_day_are_refused() {
    refused(
        """
        document: 试验文件
        measures:
          - {id: test.sum, name: 试验数, article: 一, from: 2026-01-01, expression: 人均月收入}
          - {id: test.sum, name: 试验数, article: 一, from: 2026-01-01, expression: 人均年收入}
        """,
        4,
        "从同一天起已有一个版本（more.yaml 第 3 行）");
    refused(
        """
        document: 试验文件
        measures:
          - {id: income.yearly, name: 家庭年收入, article: 一, expression: 家庭月收入}
        """,
        3,
        "从同一天起已有一个版本（rules/national/income.yaml");
  }

  @Test
  void a_translation_names_what_the_rules_know_and_stands_once() {
    String own =
        CONDITION.formatted("是农户").replace("met: 成立", "met: 成立了")
            + "translations:\n  - {zh: 成立了, ug: \"{没有的}\"}\n";
    refused(own, 11, "“成立了”的译文");
    refused("translations:\n  - {zh: 甲, ug: a}\n  - {zh: 甲, ug: b}\n", 3, "在第 2 行已有译文");
    refused("translations:\n  - {zh: 甲}\n", 2, "缺少必填的“ug”");
  }
}

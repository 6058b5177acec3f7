package org.yimen.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yimen.policy.Law;
import org.yimen.policy.text.BadFile;

/** What a case expects is compared key by key; what differs is told with both values. */
class ExpectationTests {
  private static final Law LAW = Law.load(List.of());

  /** Nobody knows what b earns and whether c belongs to the family. */
  private static final String CASE =
      """
      cases:
        - name: "a case"
          date: 2025-08-01
          area: "650107"
          parameters: {dibao.standard.urban: 800}
          household:
            residence: urban
            members:
              - {id: a, relation: applicant, birthDate: 1980-05-01, income: [{kind: wage, monthly: 100}]}
              - {id: b, relation: son, birthDate: 2012-05-01}
              - {id: c, relation: daughter, birthDate: 1984-05-01, liveElsewhere: true}
          expect: %s
      """;

  private static List<String> failed(String expect) {
    byte[] bytes = CASE.formatted(expect).getBytes(StandardCharsets.UTF_8);
    return Assessment.all(LAW, "案例.yaml", bytes).get(0).failed();
  }

  private static final String HOLDS =
      """
      {category: dibao, countedMembers: [a, b]}
      {category: DIBAO, countedMembers: [b, a]}
      {categories: {dibao: met, tekun: notMet}}
      {incomeMonthly: 100.00, perCapitaIncomeMonthly: 50, perCapitaIncomeYearly: 6e2}
      {persons: {a: {counted: true, tekun: notMet}, c: {counted: false, tekunBasicMonthly: null}}}
      {conditions: {dibao.income: met, tekun.labour@a: notMet}}
      {returnToPovertyWatch: {result: notMet, kind: null}}
      """;

  private static final String FAILS =
      """
      {category: none}                     | category：应为 none，实为 "dibao"
      {category: null}                     | category：应为 null，实为 "dibao"
      {category: [dibao]}                  | category：应为 [dibao]，实为 "dibao"
      {countedMembers: [a]}                | countedMembers：应为 [a]，实为 ["a","b"]
      {countedMembers: [a, a]}             | countedMembers：应为 [a, a]，实为 ["a","b"]
      {countedMembers: [a, b, c]}          | countedMembers：应为 [a, b, c]，实为 ["a","b"]
      {countedMembers: [[a], {x: 1}]}      | countedMembers：应为 [[a], null]，实为 ["a","b"]
      {countedMembers: a}                  | countedMembers：应为 a，实为 ["a","b"]
      {incomeMonthly: 100.01}              | incomeMonthly：应为 100.01，实为 100
      {categories: {dibao: notMet}}        | categories.dibao：应为 notMet，实为 "met"
      {persons: {a: {counted: false}}}     | persons.a.counted：应为 false，实为 true
      {persons: {c: {careMonthly: 1}}}       | persons.c.careMonthly：应为 1，实为 null
      {conditions: {dibao.income: notMet}} | conditions.dibao.income：应为 notMet，实为 "met"
      {returnToPovertyWatch: {kind: none}} | returnToPovertyWatch.kind：应为 none，实为 null
      """;

  private static final String UNKNOWN_KEYS =
      """
      {categroy: dibao}                    | expect中有不认识的键“categroy”。可用的键：baseAllowanceMonthly、
      {categories: {none: met}}            | expect 的 categories中有不认识的键“none”
      {persons: {d: {counted: true}}}      | expect 的 persons中有不认识的键“d”。可用的键：a、b、c。
      {persons: {a: {age: 3}}}             | expect 的 persons.a中有不认识的键“age”
      {conditions: {dibao.income@a: met}}  | expect 的 conditions中有不认识的键“dibao.income@a”
      {conditions: {tekun.labour: met}}    | expect 的 conditions中有不认识的键“tekun.labour”
      {conditions: {tekun.labour@d: met}}  | expect 的 conditions中有不认识的键“tekun.labour@d”
      {returnToPovertyWatch: {when: met}}  | expect 的 returnToPovertyWatch中有不认识的键“when”
      {returnToPovertyWatch: met}          | expect 的 returnToPovertyWatch应为一组键值，而不是“met”
      {categories: [dibao]}                | expect 的 categories应为一组键值，而不是列表
      {conditions: met}                    | expect 的 conditions应为一组键值，而不是“met”
      {persons: [a]}                       | expect 的 persons应为一组键值，而不是列表
      {persons: {a: met}}                  | expect 的 persons.a应为一组键值，而不是“met”
      [dibao]                              | expect 应为一组键值，而不是列表
      dibao                                | expect 应为一组键值，而不是“dibao”
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = HOLDS)
  void what_holds_is_told_in_any_order_spelling_and_precision(String expect) {
    assertThat(failed(expect)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = FAILS)
  void what_differs_is_told_with_its_path_and_both_values(String expect, String sentence) {
    assertThat(failed(expect)).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = UNKNOWN_KEYS)
  void what_no_result_holds_is_refused_with_the_keys_there_are(String expect, String sentence) {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> failed(expect));
    assertThat(bad).isNotNull();
    assertThat(bad.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith(sentence);
              assertThat(problem.line()).isEqualTo(12);
            });
  }

  @Test
  void every_difference_is_told_and_a_case_that_expects_nothing_fails_nothing() {
    assertThat(failed("{category: none, incomeMonthly: 1, persons: {a: {tekun: met}}}")).hasSize(3);
    assertThat(failed("{}")).isEmpty();
    assertThat(failed("null")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "date", "household"})
  void a_case_without_what_it_needs_is_refused_once(String key) {
    String text = CASE.formatted("{}");
    String without =
        key.equals("household")
            ? text.replaceAll("(?s)    household:.*?    expect", "    expect")
            : text.replaceFirst(key + ": .*", "basis: x");
    byte[] bytes = without.getBytes(StandardCharsets.UTF_8);
    BadFile bad = catchThrowableOfType(BadFile.class, () -> CaseFile.read(LAW, "案例.yaml", bytes));
    assertThat(bad.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo("案例缺少必填的“" + key + "”。"));
  }
}

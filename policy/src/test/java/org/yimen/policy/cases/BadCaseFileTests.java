package org.yimen.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yimen.policy.Law;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;

/** A case file that is wrong is refused whole, with a Chinese sentence, file and line. */
class BadCaseFileTests {
  private static final Law LAW = Law.load(List.of());

  /** Parameters in line 5, residence in line 7, the member in line 9, expectations in line 10. */
  private static final String CASE =
      """
      cases:
        - name: "a case"
          date: 2025-08-01
          area: "650107"
          parameters: {%s}
          household:
            residence: %s
            members:
              - {id: a, relation: applicant, birthDate: 1980-05-01%s}
          expect: {%s}
      """;

  private static final String WRONG_MEMBERS =
      """
      {id: a, relation: son, birthDate: 2000-01-01}            | 重复
      {id: b, relation: applicant, birthDate: 2000-01-01}      | 有且只有一名申请人
      {id: b, relation: son, birthDate: 2025-08-02}            | 晚于认定日期
      {id: b, relation: son, birthDate: 2025-02-30}            | 不是存在的日期
      {id: b, relation: son, birthDate: 25/2/1}                | 应为日期
      {id: b, relation: son}                                   | 缺少必填的“birthDate”
      {id: "", relation: son, birthDate: 2000-01-01}           | 1 至 64
      {id: b, relation: 儿子, birthDate: 2000-01-01}           | 不认识“儿子”
      {id: b, relation: son, birthDate: 2000-01-01, hobby: x}  | 不认识的键“hobby”
      [b]                                                      | 应为一组键值
      """;

  private static final String WRONG_FACTS =
      """
      income: [{kind: wage, monthly: -1}]                        | 不能是负数
      income: [{kind: wage, monthly: 1e300}]                     | 太大
      income: [{kind: wage, monthly: 0.001}]                     | 最多两位小数
      income: [{kind: wage, monthly: .nan}]                      | 应为数字
      income: [{kind: wage, monthly: 0x10}]                      | 应为数字
      income: [{kind: wage, monthly: 1:30}]                      | 应为数字
      income: [{kind: wage, monthly: 1, yearly: 12}]             | 只能写一个
      income: [{kind: wage}]                                     | 缺少金额
      income: [{kind: tips, monthly: 1}]                         | 不认识“tips”
      income: [{kind: gift, monthly: 1, from: 2025-02-01, to: 2025-01-01}] | 早于
      income: 500                                                | 应为列表
      costs: [{kind: employment, monthly: -1}]                   | 不能是负数
      expenses: [{kind: medical}]                                | 缺少必填的“amount”
      property: [{kind: deposit}]                                | 缺少必填的“value”
      property: [{kind: deposit, value: -5}]                     | 不能是负数
      property: [{kind: vehicle}]                                | 缺少必填的“type”
      disability: {category: visual, level: 5}                   | 1 到 4
      disability: {category: visual, level: 1.5}                 | 1 到 4
      livesTogetherMonths: -1                                    | 整数
      selfCare: {sing: false}                                    | 不认识的键“sing”
      seriousIllness: maybe                                      | true 或 false
      status: [dead]                                             | 不认识“dead”
      status: [unknown]                                          | 不认识“unknown”
      costs: unknown                                             | 应为列表
      obligors: [{status: rich}]                                 | 不认识“rich”
      obligors: [{supportedPersons: 0}]                          | 1 到 100
      sex: m                                                     | 不认识“m”
      """;

  private static final String WRONG_PARAMETERS =
      """
      dibao.standard: 600               | 没有名为“dibao.standard”的参数
      dibao.standard.urban: -1          | 应在 0 到
      dibao.standard.urban: much        | 应为数字
      rigid.operator: "<"               | 不认识“<”
      rigid.kinds: [fun]                | 不认识“fun”
      rigid.kinds: illness              | 应为列表
      member.conscriptCounted: 1        | true 或 false
      income.basicPension.excludedUntil: 2025 | 应为日期
      deadline.publicNotice: soon       | 应为一组键值
      """;

  private static final String WRONG_FILES =
      """
      ``                                     | 1 | 空的
      `# nothing`                            | 1 | 没有内容
      `hello`                                | 1 | 一组键值
      `cases:`                               | 1 | 缺少必填的“cases”
      `cases: []`                            | 1 | 没有案例
      `cases: {a: 1}`                        | 1 | 应为列表
      `cases: []\ncases: []`                 | 2 | 重复
      `cases:\n\t- name: x`                  | 2 | 制表符
      `cases:\n  - *b`                       | 2 | 锚点
      `cases: &a [*a]`                       | 1 | 嵌套过深
      `cases: !!javax.script.Engine [a]`     | 1 | 类型标记
      `cases: [\n{name: a`                   | 2 | 括号
      `cases:\n  - name: a: b`               | 2 | 冒号
      `cases:\n  - name: "a`                 | 2 | 引号
      `a: 1\n---\nb: 2`                      | 3 | ---
      `cases:\n- <<: 3`                      | 2 | <<
      `{"cases": [],\n "cases": []}`         | 2 | 重复
      `{"cases": [\n{"name": "a"`            | 2 | JSON
      """;

  private static Problem problem(byte[] bytes) {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> Assessment.all(LAW, "案例.yaml", bytes));
    assertThat(bad).isNotNull();
    assertThat(bad.problems()).allMatch(p -> p.file().equals("案例.yaml"));
    return bad.problems().get(0);
  }

  private static Problem problem(String text) {
    return problem(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Assessment> read(String text) {
    return Assessment.all(LAW, "案例.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = WRONG_MEMBERS)
  void a_wrong_member_is_named_with_its_line(String member, String message) {
    String text = CASE.formatted("", "urban", "}\n        - " + member + "#", "");
    Problem problem = problem(text);
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isBetween(9, 10);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = WRONG_FACTS)
  void a_wrong_fact_is_named_with_its_line(String fact, String message) {
    Problem problem = problem(CASE.formatted("", "urban", ", " + fact, ""));
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = WRONG_PARAMETERS)
  void a_wrong_parameter_is_named_with_its_line(String parameter, String message) {
    Problem problem = problem(CASE.formatted(parameter, "urban", "", ""));
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(5);
  }

  @Test
  void a_parameter_under_two_names_may_not_have_two_values() {
    String two = "income.counted.margin.wage: false, income.counted.dibao.wage: ";
    assertThat(problem(CASE.formatted(two + "true", "urban", "", "")).message())
        .contains("“income.counted.dibao.wage”与前面的一行是同一个参数");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "categroy: dibao",
        "persons: {b: {tekun: met}}",
        "persons: {a: {category: dibao}}",
        "conditions: {dibao.incom: met}",
        "conditions: [dibao.income]",
        "categories: {none: met}",
        "household: {category: dibao}"
      })
  void an_expectation_of_what_no_result_holds_is_named_with_its_line(String expected) {
    assertThat(problem(CASE.formatted("", "urban", "", expected)).line()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "0x10", "1:30", "1e999", "none", "null", "[0]", "{a: 1}"})
  void an_expected_number_that_is_none_is_a_failed_expectation(String number) {
    List<Assessment> all = read(CASE.formatted("", "urban", "", "incomeMonthly: " + number));
    assertThat(all.get(0).failed()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = WRONG_FILES)
  void a_file_that_is_no_case_file_is_refused(String text, int line, String message) {
    Problem problem = problem(text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(line);
  }

  @Test
  void bombs_end_quickly() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String again = String.join(", ", Collections.nCopies(9, "*a" + (i - 1)));
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, again));
    }
    assertThat(problem(laughs + "cases: *a11\n").message()).contains("引用展开后过大");
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(problem("cases: " + deep).message()).contains("嵌套过多");
    assertThat(problem("{\"cases\": " + deep + "}").message()).contains("JSON");
  }

  @Test
  void control_characters_and_other_encodings_are_named_with_their_line() {
    Problem control = problem("cases:\n  - name: a\u0000b");
    assertThat(control.line()).isEqualTo(2);
    assertThat(control.message()).contains("控制字符");
    Problem encoding = problem("cases:\n  - name: 中文".getBytes(Charset.forName("GB18030")));
    assertThat(encoding.line()).isEqualTo(2);
    assertThat(encoding.message()).contains("UTF-8");
  }

  @Test
  void numbers_that_no_exact_arithmetic_holds_are_a_problem_of_their_case() {
    StringBuilder obligors = new StringBuilder();
    for (int supported : new int[] {97, 89, 83, 79, 73, 71, 67, 61, 59, 53}) {
      obligors.append(
          "{perCapitaMonthlyIncome: 999999999.99, familySize: 97, supportedPersons: %d},"
              .formatted(supported));
    }
    String fact = ", obligors: [" + obligors + "]";
    Problem problem = problem(CASE.formatted("", "urban", fact, ""));
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.message()).contains("太大或太细");
  }

  @Test
  void what_was_paid_by_the_worked_case_that_rounds_too_early_is_a_failed_expectation() {
    String member = ", income: [{kind: wage, monthly: 1000}]";
    String others =
        "}\n        - {id: b, relation: spouse, birthDate: 1982-01-01}"
            + "\n        - {id: c, relation: son, birthDate: 2012-01-01";
    String text =
        CASE.formatted(
            "dibao.standard.urban: 700", "urban", member + others, "baseAllowanceMonthly: 1101");
    assertThat(read(text).get(0).failed()).containsExactly("baseAllowanceMonthly：应为 1101，实为 1100");
  }

  @Test
  void a_byte_order_mark_windows_line_ends_and_json_do_no_harm() {
    String yaml = CASE.formatted("", "urban", "", "category: dibao");
    assertThat(read("\uFEFF" + yaml).get(0).failed()).isEmpty();
    assertThat(read(yaml.replace("\n", "\r\n")).get(0).json()).isEqualTo(read(yaml).get(0).json());
    String json =
        """
        {"cases": [{"name": "a case", "date": "2025-08-01", "area": "650107", "household":
          {"residence": "urban", "members":
            [{"id": "a", "relation": "applicant", "birthDate": "1980-05-01"}]}}]}
        """;
    assertThat(read(json).get(0).json()).isEqualTo(read(yaml).get(0).json());
  }

  @Test
  void a_case_may_take_over_another_and_say_what_differs() {
    String text =
        """
        cases:
          - &one
            name: a case
            date: 2025-08-01
            household: {residence: urban, members: [{id: p.1, relation: applicant, birthDate: 1980-05-01}]}
          - <<: *one
            name: another case
        """;
    List<Assessment> all = read(text);
    assertThat(all).hasSize(2);
    assertThat(all.get(1).determined().name()).isEqualTo("another case");
    assertThat(all.get(1).determined().household()).isEqualTo(all.get(0).determined().household());
  }

  @Test
  void a_day_before_any_document_and_an_area_nobody_knows_go_by_the_nation() {
    String text = CASE.formatted("", "urban", "", "category: dibao").replace("650107", "999999");
    assertThat(read(text.replace("2025-08-01", "2000-01-01")).get(0).failed()).isEmpty();
  }
}

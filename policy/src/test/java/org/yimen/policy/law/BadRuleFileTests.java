package org.yimen.policy.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yimen.policy.Law;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Docs;
import org.yimen.policy.text.Problem;

/** A rule file with an error is refused at load with file, line and what to do. */
class BadRuleFileTests {

  /** One condition from line 3 on; its test stands in line 6. */
  static final String CONDITION =
      """
      document: 试验文件
      conditions:
        - id: test.one
          name: 试验条件
          article: 第一条
          test: %s
          met: 成立
          notMet: 不成立
          unknown: 不详
      """;

  private static final String WRONG_RULES =
      """
      人均月收人 < 低保标准                 | 6 | 人均月收人
      人均月收入                            | 6 | 条件
      人均月收入 < 低保标准 且 3            | 6 | test.one
      人均月收入 < (低保标准                | 6 | test.one
      试验条件 且 人均月收入 < 1            | 6 | 绕回了自己
      """;

  private static final String WRONG_PARTS =
      """
      '- {name: 甲, article: 一, test: 是农户}'                                        | 缺少必填的“id”
      '- {id: x, article: 一, test: 是农户}'                                           | 缺少必填的“name”
      '- {id: x, name: 甲, test: 是农户}'                                              | 缺少必填的“article”
      '- {id: x, name: 甲, article: 一}'                                               | 缺少必填的“test”
      '- {id: x, name: 甲, article: 一, test: 是农户, if: 1}'                          | 不认识的键“if”
      '- {id: x, name: 甲, article: 一, test: 是农户, scope: village}'                 | 不认识的 scope
      '- {id: x, name: 甲, article: 一, test: 是农户, scope: [member, x]}'             | 不认识的 scope
      '- {id: x, name: 是农户, article: 一, test: 脱贫户}'                             | 已经用过
      '- {id: x, name: 低保收入条件, article: 一, test: 脱贫户}'                       | 已经用过
      '- {id: x, name: 甲, article: 一, from: 2025-13-01, test: 是农户}'               | 不是存在的日期
      '- {id: x, name: 甲, article: 一, allOf: [{test: 是农户, iff: 1}]}'              | 不认识的键“iff”
      '- {id: x, name: 甲, article: 一, anyOf: [{met: 好}]}'                           | 缺少必填的“test”
      '- {id: x, name: 甲, article: 一, anyOf: 是农户}'                                | 应为列表
      '- {id: x, name: 甲, article: 一, test: 是农户, met: "收入{人均月收入"}'          | 没有对应的“}”
      '- {id: x, name: 甲, article: 一, test: 是农户, met: "{是农户}"}'                 | 应是数或代码
      '- {id: x, name: 甲, article: 一, test: 是农户, met: "{没有的}"}'                 | 没有的
      '- 是农户'                                                                       | 应为一组键值
      """;

  private static final String WRONG_VALUES =
      """
      {id: dibao.nothing, value: 1, article: 一}                                | 没有名为“dibao.nothing”的参数
      {value: 1, article: 一}                                                   | 缺少必填的“id”
      {id: rigid.ratio, article: 一}                                            | 缺少必填的“value”
      {id: rigid.ratio, value: 0.5}                                             | 缺少文件（document）或条款（article）
      {id: rigid.ratio, value: half, article: 一}                               | 应为数字
      {id: rigid.ratio, value: -0.1, article: 一}                               | 0 到
      {id: rigid.ratio, value: 0.1234567, article: 一}                          | 最多六位小数
      {id: rigid.operator, value: "=", article: 一}                             | 不认识“=”
      {id: rigid.ratio, value: 0.5, article: 一, from: 2025-02-30}              | 不是存在的日期
      {id: rigid.ratio, value: 0.5, article: 一, from: 2025-02-01, to: 2025-01-31} | to 早于 from
      {id: rigid.ratio, value: 0.5, article: 一, area: 达坂城}                  | 2、4、6、9 或 12 位数字
      {id: rigid.ratio, value: 0.5, article: 一, area: "6501071234567"}         | 2、4、6、9 或 12 位数字
      {id: rigid.ratio, value: 0.5, article: 一, area: "65010"}                 | 2、4、6、9 或 12 位数字
      {id: rigid.ratio, value: 50, article: 一}                                 | 应为 0 到 1 的数，0.5 即 50%
      {id: dibao.floorShare, value: 1.01, article: 一}                          | 应为 0 到 1 的数，0.5 即 50%
      {id: dibao.margin.factor, value: 0.99, article: 一}                       | 应为不小于 1 的数
      {id: tekun.basic.factor, value: 1.2, article: 一}                         | 应为不小于 1.3 的数
      {id: property.homes, value: 1.5, article: 一}                             | 应为整数
      {id: income.window.months, value: 0, article: 一}                         | 应为 1 到 24 的整数
      {id: income.window.months, value: 25, article: 一}                        | 应为 1 到 24 的整数
      {id: income.window.months, value: 2.5, article: 一}                       | 应为 1 到 24 的整数
      {id: watch.stableMonths, value: 0, article: 一}                           | 应为不小于 1 的整数
      {id: water.outageDays, value: 367, article: 一}                           | 应为不大于 366 的整数
      {id: deadline.rigidValidity, value: {months: 13, from: decision}, article: 一} | 最长 12 个月
      {id: deadline.rigidValidity, value: {days: 300, kind: calendar, from: decision}, article: 一} | 最长 12 个月
      {id: rigid.ratio, value: 0.5, article: 一, since: 2025-01-01}             | 不认识的键“since”
      {id: deadline.dibao, value: 30, article: 一}                              | 例如 {days: 30
      {id: deadline.dibao, value: {days: 30}, article: 一}                      | 缺少 kind
      {id: deadline.dibao, value: {days: 30, months: 1, kind: working}, article: 一} | days 或 months 之一
      {id: deadline.dibao, value: {kind: working}, article: 一}                 | days 或 months 之一
      {id: deadline.dibao, value: {days: 0, kind: working, from: acceptance}, article: 一}    | 1 到 3650
      {id: deadline.dibao, value: {days: 3651, kind: working, from: acceptance}, article: 一} | 1 到 3650
      {id: deadline.dibao, value: {days: 1, kind: weekly}, article: 一}         | 不认识“weekly”
      {id: deadline.dibao, value: {days: 1, kind: working}, article: 一}        | 缺少必填的“from”
      {id: deadline.dibao, value: {days: 1, kind: working, from: acceptence}, article: 一} | 可用：registration、acceptance
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, when: special}, article: 一} | 应同时写明
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, variantOf: deadline.rigid}, article: 一} | 应同时写明
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, variantOf: deadline.rigid, when: delegatd}, article: 一} | 可用：delegated、special
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, variantOf: deadline.rigd, when: special}, article: 一} | 没有“deadline.rigd”这一时限，可用：deadline.acceptance
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, variantOf: rigid.ratio, when: special}, article: 一} | 没有“rigid.ratio”这一时限
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, variantOf: 低保全流程时限, when: special}, article: 一} | 没有“低保全流程时限”这一时限
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, variantOf: deadline.dibao, when: special}, article: 一} | 不能是它自己
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, pausedDuring: [publicNotise]}, article: 一} | 可用：publicNotice
      {id: deadline.dibao, value: {days: 1, kind: working, from: file, pausedDuring: publicNotice}, article: 一} | 应为列表
      {id: deadline.dibao, value: {days: 1, kind: working, wen: x}, article: 一} | 不认识的键“wen”
      """;

  private static final String WRONG_PARAMETERS =
      """
      {name: 甲, type: money}                                 | 缺少必填的“id”
      {id: a.b, type: money}                                  | 缺少必填的“name”
      {id: a.b, name: 甲}                                     | 缺少必填的“type”
      {id: a.b, name: 甲, type: gold}                         | 不认识的参数类型“gold”
      {id: rigid.ratio, name: 甲, type: money}                | 已经定义过
      {id: a.b, name: 保底比例, type: money}                  | 已经定义过
      {id: a.b, name: 甲, type: money, unti: x}               | 不认识的键“unti”
      {id: a.b, name: 甲, type: truth, values: [{value: 1, article: 一}]}       | 应为 true 或 false
      {id: a.b, name: 甲, type: date, values: [{value: 1, article: 一}]}        | 应为日期
      {id: a.b, name: 甲, type: list, codes: [x], values: [{value: [y], article: 一}]} | 不认识“y”
      {id: a.b, name: 甲, type: list, codes: [x], values: [{value: x, article: 一}]}   | 应为列表
      {id: a.b, name: 甲, type: number, min: 2, values: [{value: 1, article: 一}]} | 应为不小于 2 的数
      {id: a.b, name: 甲, type: number, max: many}            | 应为数字
      {id: a.b, name: 甲, type: money, values: 3}             | 应为列表
      """;

  private static final String WRONG_CALENDARS =
      """
      {off: [2027-01-01]}                                              | 缺少必填的“year”
      {year: 1989}                                                     | 1990 到 2199
      {year: 2027, off: [2026-12-31]}                                  | 不是 2027 年之内
      {year: 2027, off: [{from: 2027-02-10, to: 2027-02-09}]}          | 不是 2027 年之内
      {year: 2027, off: [{from: 2027-12-31, to: 2028-01-01}]}          | 不是 2027 年之内
      {year: 2027, off: [{from: 2027-02-10}]}                          | 缺少必填的“to”
      {year: 2027, off: [{from: 2027-02-10, to: 2027-02-11, by: 3}]}   | 不认识的键“by”
      {year: 2027, off: [2027-01-01], worked: [2027-01-01]}            | 既写作休息又写作上班
      {year: 2027, area: "650", off: [2027-01-01]}                     | 2、4、6、9 或 12 位数字
      {year: 2027, of: [2027-01-01]}                                   | 不认识的键“of”
      """;

  static Law with(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    return Law.of(sources);
  }

  private static List<Problem> refused(String text) {
    BadFile bad = catchThrowableOfType(BadFile.class, () -> with(text));
    assertThat(bad).as("was taken: " + text).isNotNull();
    for (Problem problem : bad.problems()) {
      assertThat(problem.file()).isEqualTo("more.yaml");
      assertThat(problem.message()).endsWith("。");
    }
    return bad.problems();
  }

  static void refused(String text, int line, String word) {
    assertThat(refused(text))
        .as(text)
        .anySatisfy(
            problem -> {
              assertThat(problem.message()).contains(word);
              assertThat(problem.line()).isEqualTo(line);
            });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = WRONG_RULES)
  void an_expression_that_says_nothing_is_refused_with_its_line(
      String test, int line, String word) {
    refused(CONDITION.formatted(test), line, word);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = WRONG_PARTS)
  void a_condition_lacks_nothing_and_has_nothing_unknown(String condition, String word) {
    refused("document: 试验文件\nconditions:\n  " + condition + "\n", 3, word);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = WRONG_VALUES)
  void a_value_names_its_parameter_article_and_period(String value, String word) {
    refused("document: 试验文件\nvalues:\n  - " + value + "\n", 3, word);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = WRONG_PARAMETERS)
  void a_parameter_has_a_name_of_its_own_and_a_type(String parameter, String word) {
    refused("document: 试验文件\nparameters:\n  - " + parameter + "\n", 3, word);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = WRONG_CALENDARS)
  void a_calendar_stays_within_its_year_and_no_day_is_both(String calendar, String word) {
    refused("document: 试验文件\ncalendars:\n  - " + calendar + "\n", 3, word);
  }

  @Test
  void without_a_document_nothing_is_taken() {
    refused("values:\n  - {id: rigid.ratio, value: 0.5, article: 一}\n", 2, "缺少文件");
    refused("calendars:\n  - {year: 2027}\n", 2, "缺少文件");
    refused(CONDITION.formatted("是农户").replace("document: 试验文件\n", ""), 2, "缺少文件");
    String own = CONDITION.formatted("是农户").replace("document: 试验文件\n", "");
    Law law = with(own.replace("    article", "    document: 另一文件\n    article"));
    assertThat(law.rules())
        .filteredOn(rule -> rule.id().equals("test.one"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.basis()).isEqualTo("另一文件 第一条"));
  }

  @Test
  void a_key_of_the_file_that_nobody_knows_is_refused() {
    refused("document: 试验文件\ncondition: []\n", 2, "不认识的键“condition”");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    String text =
        """
        document: 试验文件
        values:
          - {id: dibao.nothing, value: 1, article: 一}
          - {id: rigid.ratio, value: much, article: 一}
        conditions:
          - {id: x, name: 甲, article: 一}
        """;
    assertThat(refused(text)).extracting(Problem::line).containsExactly(3, 4, 6);
    String rules =
        CONDITION.formatted("人均月收人 < 1") + "  - {id: y, name: 乙, article: 一, test: 没有}\n";
    assertThat(refused(rules)).extracting(Problem::line).containsExactly(6, 10);
  }

  @Test
  void another_version_of_a_rule_is_of_the_same_kind() {
    String text =
        """
        document: 试验文件
        measures:
          - {id: test.sum, name: 试验数, article: 一, expression: 人均月收入}
          - {id: test.sum, name: 试验数, article: 一, from: 2026-01-01, expression: 是农户}
        """;
    refused(text, 4, "与上一个版本的类型不同");
  }

  @Test
  void a_folder_of_an_area_holds_values_and_defines_nothing() {
    byte[] bytes = CONDITION.formatted("是农户").getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), false));
    BadFile bad = catchThrowableOfType(BadFile.class, () -> Law.of(sources));
    assertThat(bad).isNotNull().hasMessageContaining("不认识的键“conditions”");
  }
}

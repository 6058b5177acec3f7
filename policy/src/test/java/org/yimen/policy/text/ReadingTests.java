package org.yimen.policy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Category;

/** Values at their bounds, and what is told of those beyond. */
class ReadingTests {

  private final Reading reading = new Reading("law.yaml");

  private static Doc yaml(String text) {
    return Docs.read("law.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Doc number(String text) {
    return new Doc.Scalar(7, text, Doc.Form.NUMBER);
  }

  private String told() {
    try {
      reading.refuseProblems();
    } catch (BadFile bad) {
      return bad.problems().toString();
    }
    return "";
  }

  @Test
  void money_up_to_the_limit_is_taken_and_a_fen_more_is_not() {
    assertThat(reading.hundredths(number("100.00"), "标准", 10_000)).isEqualTo(10_000);
    assertThat(reading.hundredths(number("-100"), "标准", 10_000)).isEqualTo(-10_000);
    assertThat(reading.hundredths(null, "标准", 10_000)).isZero();
    assertThat(reading.clean()).isTrue();
    assertThat(reading.hundredths(number("100.01"), "标准", 10_000)).isZero();
    assertThat(reading.clean()).isFalse();
    assertThat(told()).contains("标准太大，不能超过 100。");
  }

  @Test
  void a_third_decimal_is_refused_and_zeros_at_the_end_are_none() {
    assertThat(reading.hundredths(number("1.2300"), "标准", 10_000)).isEqualTo(123);
    assertThat(reading.hundredths(number("1.234"), "标准", 10_000)).isZero();
    assertThat(told()).contains("标准最多两位小数。").doesNotContain("太大");
  }

  @Test
  void whole_numbers_reach_both_bounds_and_no_further() {
    assertThat(reading.whole(number("3"), "月数", 3, 12)).isEqualTo(3);
    assertThat(reading.whole(number("12.0"), "月数", 3, 12)).isEqualTo(12);
    assertThat(reading.whole(null, "月数", 3, 12)).isEqualTo(3);
    assertThat(reading.clean()).isTrue();
    assertThat(reading.whole(number("2"), "月数", 3, 12)).isEqualTo(3);
    assertThat(reading.whole(number("13"), "月数", 3, 12)).isEqualTo(3);
    assertThat(reading.whole(number("4.5"), "月数", 3, 12)).isEqualTo(3);
    assertThat(told()).contains("月数应为 3 到 12 的整数。");
  }

  @Test
  void years_of_a_lifetime_are_dates_and_others_are_mistakes() {
    assertThat(reading.date(yaml("1850-01-01"), "日期")).isEqualTo(LocalDate.of(1850, 1, 1));
    assertThat(reading.date(yaml("2199-12-31"), "日期")).isEqualTo(LocalDate.of(2199, 12, 31));
    assertThat(reading.date(null, "日期")).isNull();
    assertThat(reading.clean()).isTrue();
    assertThat(reading.date(yaml("1849-12-31"), "日期")).isNull();
    assertThat(reading.date(yaml("2200-01-01"), "日期")).isNull();
    assertThat(told()).contains("日期应在 1850 年到 2199 年之间，而不是 2200-01-01。");
    assertThat(reading.date(yaml("2025-02-30"), "日期")).isNull();
    assertThat(told()).contains("“2025-02-30”不是存在的日期。");
  }

  @Test
  void truth_is_written_in_three_ways() {
    for (String yes : new String[] {"true", "True", "yes", "on"}) {
      assertThat(reading.truth(yaml(yes), "是否")).as(yes).isTrue();
    }
    for (String no : new String[] {"false", "no", "off"}) {
      assertThat(reading.truth(yaml(no), "是否")).as(no).isFalse();
    }
    assertThat(reading.truth(null, "是否")).isFalse();
    assertThat(reading.clean()).isTrue();
    assertThat(reading.truth(yaml("maybe"), "是否")).isFalse();
    assertThat(told()).contains("应为 true 或 false，而不是“maybe”");
  }

  @Test
  void a_text_is_no_list_and_a_list_no_text() {
    assertThat(reading.text(yaml("some words"), "名称")).isEqualTo("some words");
    assertThat(reading.text(null, "名称")).isNull();
    assertThat(reading.items(null, "条件")).isEmpty();
    assertThat(reading.clean()).isTrue();
    assertThat(reading.text(yaml("[a, b]"), "名称")).isNull();
    assertThat(reading.items(yaml("words"), "条件")).isEmpty();
    assertThat(reading.decimal(yaml("words"), "标准")).isNull();
    Fields none = reading.fields(yaml("words"), "规则");
    assertThat(none.require("name")).isNull();
    assertThat(none.line()).isEqualTo(1);
    assertThat(told())
        .contains(
            "名称应为文字，而不是列表。", "条件应为列表，而不是“words”。", "标准应为数字，而不是“words”。", "规则应为一组键值，而不是“words”。");
  }

  @Test
  void a_code_that_nobody_knows_is_answered_with_those_there_are() {
    assertThat(reading.code(yaml("dibao"), Category.class, "类别")).isEqualTo(Category.DIBAO);
    assertThat(reading.code(null, Category.class, "类别")).isNull();
    assertThat(reading.clean()).isTrue();
    assertThat(reading.code(yaml("dibaoo"), Category.class, "类别")).isNull();
    assertThat(told()).contains("类别不认识“dibaoo”，可用：", "dibaoMargin");
  }

  @Test
  void numbers_are_read_as_written_up_to_forty_figures() {
    assertThat(Reading.number(yaml("1_000"))).isEqualTo(new BigDecimal("1000"));
    assertThat(Reading.number(yaml("9".repeat(40)))).isEqualTo(new BigDecimal("9".repeat(40)));
    assertThat(Reading.number(number("9".repeat(41)))).isNull();
    assertThat(Reading.number(yaml("0x10"))).isNull();
    assertThat(Reading.number(yaml("'7'"))).isNull();
  }

  @Test
  void a_hundred_problems_are_told_and_then_no_more() {
    for (int i = 0; i < 150; i++) {
      reading.at("rules[" + i + "]");
      reading.problem(i + 1, "错");
    }
    assertThatThrownBy(reading::refuseProblems)
        .isInstanceOfSatisfying(
            BadFile.class,
            bad -> {
              assertThat(bad.problems()).hasSize(100);
              assertThat(bad.problems().get(99).line()).isEqualTo(100);
              assertThat(bad.problems().get(99).place()).isEqualTo("rules[99]");
            });
    assertThat(reading.file()).isEqualTo("law.yaml");
  }

  @Test
  void a_problem_is_told_with_its_line_or_its_place() {
    assertThat(new Problem("a.yaml", 1, "", "错")).hasToString("a.yaml 第1行：错");
    assertThat(new Problem("a.yaml", 0, "", "错")).hasToString("a.yaml：错");
    assertThat(new Problem("a.yaml", 0, "", "错").withPlace()).isEqualTo("第1行：错");
    assertThat(new Problem("a.yaml", 3, "cases[0]", "错").withPlace()).isEqualTo("cases[0]：错");
  }

  @Test
  void long_values_are_cut_in_sentences() {
    assertThat(new Doc.Scalar(1, "a".repeat(40), Doc.Form.TEXT).kind())
        .isEqualTo("“" + "a".repeat(40) + "”");
    assertThat(new Doc.Scalar(1, "a".repeat(41), Doc.Form.TEXT).kind())
        .isEqualTo("“" + "a".repeat(40) + "…”");
    assertThat(yaml("a: 1").kind()).isEqualTo("一组键值");
    assertThat(yaml("- 1").kind()).isEqualTo("列表");
  }

  @Test
  void lines_are_counted_in_yaml_and_in_json() {
    Doc.Mapping law = (Doc.Mapping) yaml("a: 1\nb:\n  - 2\n  - 3\n");
    assertThat(law.line()).isEqualTo(1);
    assertThat(law.entries().get(1).line()).isEqualTo(2);
    Doc.Sequence list = (Doc.Sequence) law.entries().get(1).value();
    assertThat(list.items().get(1).line()).isEqualTo(4);
    Doc.Mapping json = (Doc.Mapping) yaml("{\"a\": 1,\n \"b\": [2,\n 3]}");
    assertThat(((Doc.Sequence) json.entries().get(1).value()).items().get(1).line()).isEqualTo(3);
  }

  @Test
  void a_mapping_takes_over_another_and_says_the_rest_itself() {
    Doc.Mapping law =
        (Doc.Mapping) yaml("base: &b {x: 1, y: 2}\nmore: {<<: *b, y: 3}\nboth: {<<: [*b, *b]}\n");
    Doc.Mapping more = (Doc.Mapping) law.entries().get(1).value();
    assertThat(more.entries())
        .extracting(entry -> entry.key() + ((Doc.Scalar) entry.value()).text())
        .containsExactly("y3", "x1");
    assertThat(((Doc.Mapping) law.entries().get(2).value()).entries()).hasSize(2);
    refused("a: &l [1]\nb: {<<: *l}", 1, "“<<”只能引用一组键值。");
  }

  @Test
  void what_is_no_file_of_ours_is_refused_with_its_line() {
    refused("", 1, "文件是空的。");
    refused("---\n", 1, "文件没有内容。");
    refused("a: 1\n---\nb: 2\n", 3, "一个文件只能有一份 YAML 文档");
    refused("a: 1\nb: 2\na: 3\n", 3, "键“a”重复，第1行已有。");
    refused("? [a]\n: 1\n", 1, "键必须是文字。");
    refused("{\"a\": 1,\n\"a\": 2}", 2, "键“a”重复");
    refused("{\"a\": 1} 2", 1, "JSON 结束之后还有内容。");
    refused("a: 1\nb: \u0001\n", 2, "控制字符");
    refused("a: 1\n\tb: 2\n", 2, "制表符");
    assertThatThrownBy(() -> yaml("[".repeat(60))).isInstanceOf(BadFile.class);
  }

  @Test
  void bytes_of_another_encoding_are_refused_at_their_line() {
    byte[] bytes = "a: 1\nb: 中\n".getBytes(java.nio.charset.Charset.forName("GBK"));
    assertThatThrownBy(() -> Docs.read("law.yaml", bytes))
        .isInstanceOfSatisfying(
            BadFile.class,
            bad -> {
              assertThat(bad.problems().get(0).line()).isEqualTo(2);
              assertThat(bad.problems().get(0).message()).contains("UTF-8");
            });
    assertThat(((Doc.Mapping) yaml("\uFEFFa: 1")).entries().get(0).key()).isEqualTo("a");
  }

  private static void refused(String text, int line, String message) {
    assertThatThrownBy(() -> yaml(text))
        .as(text)
        .isInstanceOfSatisfying(
            BadFile.class,
            bad -> {
              assertThat(bad.problems().get(0).line()).isEqualTo(line);
              assertThat(bad.problems().get(0).message()).contains(message);
            });
  }
}

package org.yimen.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.Docs;

/** A rule whose numbers might not fit is refused with file, line and what to do. */
class TooLargeTests {

  @Test
  void a_factor_with_which_incomes_overflow_is_refused_at_load() {
    assertThatThrownBy(() -> with("人均月收入 * 1000000000000 * 家庭住房套数 < 低保标准"))
        .hasMessageContaining("more.yaml")
        .hasMessageContaining("第6行")
        .hasMessageContaining("test.large")
        .hasMessageContaining("拆成几条规则");
  }

  @Test
  void a_quotient_of_quotients_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> with("人均月收入 / 家庭住房套数 < 2元"))
        .hasMessageContaining("test.large")
        .hasMessageContaining("请合并为一次除法");
  }

  @Test
  void an_ordinary_rule_is_taken() {
    assertThat(with("人均月收入 < 2 * 低保标准").householdConditions()).contains("test.large");
  }

  @Test
  void a_value_too_large_for_a_rule_is_refused_wherever_and_whenever_it_would_hold() {
    String factor =
        """
        parameters:
          - id: test.factor
            name: 试验系数
            type: number
            values:
              - {value: 1, article: 一}
              - {value: %s, article: 二, from: 2099-01-01, to: 2099-01-31, area: "6501"}
        """;
    String test = "家庭月收入 * 试验系数 * 试验系数 < 低保标准";
    assertThat(of(factor.formatted("2") + rule(test)).householdConditions()).contains("test.large");
    assertThatThrownBy(() -> of(factor.formatted("1000000000") + rule(test)))
        .hasMessageContaining("第8行：参数“test.factor”的值1000000000算不下")
        .hasMessageContaining("test.large")
        .hasMessageContaining("这个值可用不超过 10")
        .hasMessageContaining("拆成几条规则");
  }

  @Test
  void a_value_with_too_many_decimals_is_refused_where_it_stands_with_how_many_it_may_have() {
    String values =
        """
        values:
          - {id: income.window.months, value: 23, area: "650107", from: 2026-01-01, article: 一}
          - {id: dibao.standard.rural, value: 616.666667, area: "650107", from: 2026-01-01, article: 一}
        """;
    assertThatThrownBy(() -> of(values))
        .hasMessageContaining("more.yaml 第4行：参数“dibao.standard.rural”的值616.666667算不下")
        .hasMessageContaining("这个值可用最多 4 位小数，例如 616.6667。")
        .message()
        .doesNotContain("national");
    assertThat(of(values.replace("616.666667", "616.6667"))).isNotNull();
  }

  @Test
  void a_version_of_a_rule_that_is_not_in_force_yet_is_proved_as_well() {
    String later =
        rule("人均月收入 < 低保标准")
            + rule("人均月收入 * 1000000000000 * 家庭住房套数 < 低保标准")
                .replace("conditions:\n", "")
                .replace("article: 第一条", "article: 第二条\n    from: 2099-01-01");
    assertThatThrownBy(() -> of(later)).hasMessageContaining("拆成几条规则");
  }

  private static Law with(String test) {
    return of(rule(test));
  }

  private static Law of(String rules) {
    byte[] bytes = ("document: 试验文件\n" + rules).getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    return Law.of(sources);
  }

  private static String rule(String test) {
    return """
        conditions:
          - id: test.large
            name: 试验条件
            article: 第一条
            test: %s
            met: 成立
            notMet: 不成立
            unknown: 不详
        """
        .formatted(test);
  }
}

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

  private static Law with(String test) {
    String text =
        """
        document: 试验文件
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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    return Law.of(sources);
  }
}

package org.yimen.policy.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.law.DatedValue;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.Docs;

/** A limit tells whoever approves it all that it does. */
class TimeLimitTests {
  private static final Law LAW = Law.load(List.of());

  private static List<String> texts(Law law, String id) {
    Parameters parameters = law.parameters();
    return parameters.history(parameters.find(id)).stream().map(Value::text).toList();
  }

  @Test
  void from_what_event_it_runs_and_how_long() {
    assertThat(texts(LAW, "deadline.dibao")).containsExactly("自受理次日起30个工作日");
    assertThat(texts(LAW, "deadline.publicNotice")).containsExactly("自公示次日起7日");
    assertThat(texts(LAW, "deadline.memberDeath")).containsExactly("自成员去世次日起3个月");
  }

  @Test
  void under_what_circumstance_it_stands_in_for_which_other() {
    assertThat(texts(LAW, "deadline.dibaoDelegated"))
        .containsExactly("遇委托乡镇（街道）审核确认，代替“低保全流程时限”：自受理次日起20个工作日");
    assertThat(texts(LAW, "deadline.recheckUnstable"))
        .containsExactly("遇家庭收入不稳定，代替“定期复核时限”：自作出决定次日起6个月");
  }

  @Test
  void during_what_its_clock_stands_still_also_where_it_is_only_proposed() {
    DatedValue proposed =
        new DatedValue(
            "新值",
            "deadline.dibao",
            "{days: 30, kind: working, from: acceptance, pausedDuring: [publicNotice]}",
            LocalDate.of(2026, 1, 1),
            null,
            "650107",
            "试验文件",
            "第一条");
    assertThat(texts(LAW.with(List.of(proposed)), "deadline.dibao"))
        .contains("自受理次日起（公示期间停止计算）30个工作日");
  }

  @Test
  void every_name_in_the_product_s_limits_has_a_chinese_one() {
    for (Parameter parameter : LAW.parameters().all()) {
      if (parameter.type() == Parameter.Type.LIMIT) {
        assertThat(texts(LAW, parameter.id()))
            .as(parameter.id())
            .isNotEmpty()
            .allSatisfy(text -> assertThat(text).doesNotContainPattern("[A-Za-z]"));
      }
    }
  }

  @Test
  void a_limit_of_the_same_file_may_stand_in_for_one_defined_above_it() {
    String text =
        """
        document: 试验文件
        parameters:
          - {id: deadline.own, name: 试验时限, type: limit, values: [{value: {days: 5, kind: calendar, from: file}, article: 一}]}
          - {id: deadline.ownSpecial, name: 试验特殊时限, type: limit, values: [{value: {days: 9, kind: calendar, from: file, variantOf: deadline.own, when: special}, article: 二}]}
        """;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    assertThat(texts(Law.of(sources), "deadline.ownSpecial"))
        .containsExactly("遇特殊情况，代替“试验时限”：自收到材料次日起9日");
  }
}

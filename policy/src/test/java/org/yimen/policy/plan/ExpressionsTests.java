package org.yimen.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.columns.AnyHousehold;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.Docs;

/**
 * Every kind of expression, also those that no rule in force uses, says in columns what the tree
 * says.
 */
class ExpressionsTests {
  private static final int HOUSEHOLDS = Integer.getInteger("yimen.households", 12_000) / 4;
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private static final List<String> TESTS =
      List.of(
          "低保标准 * 家庭住房套数 >= 家庭月收入",
          "(低保标准 - 1000元) * (家庭住房套数 - 1) > 0元",
          "取大(0, 计入人数 - 2) * (家庭住房套数 - 1) < 0",
          "取小(家庭月收入, 家庭金融资产) < 2 * 低保标准",
          "取大(家庭月收入 - 3000元, 低保标准 - 家庭月收入) >= 500元",
          "取小(家庭月收入 - 3000元, 低保标准 - 家庭金融资产) < 0元",
          "家庭住房套数 = 家庭受限车辆数",
          "家庭住房套数 = 1",
          "家庭月收入 = 家庭金融资产",
          "家庭金融资产 / 计入人数 > 家庭月收入 / 2",
          "如果(家庭住房套数 > 0, 家庭月收入, 家庭金融资产) > 1000元",
          "如果(家庭住房套数 > 0, 家庭月收入 / 计入人数, 家庭金融资产 / 2) > 低保标准",
          "如果(家庭住房套数 = 1, 家庭月收入 > 1000元, 家庭金融资产 > 0元)",
          "家庭月收入 / 计入人数 + 低保标准 <= 3000元",
          "低保标准 - 家庭月收入 / 计入人数 <= 500元",
          "(低保标准 - 家庭月收入) / 计入人数 < 0元",
          "家庭月收入 / 家庭住房套数 < 1000元",
          "(家庭月收入 - 2000元) / 家庭住房套数 > 0元",
          "家庭月收入 * 25% > 低保标准 - 家庭金融资产 / 12",
          "非 (家庭月收入 < 低保标准 或 家庭住房套数 > 1) 且 确定(家庭金融资产 > 1000元)");

  private static Law law() {
    StringBuilder text = new StringBuilder("document: 试验文件\nconditions:\n");
    for (int i = 0; i < TESTS.size(); i++) {
      text.append(
          """
            - {id: test.e%d, name: 试验条件%d, article: 一, test: "%s", met: 是, notMet: 否, unknown: 不详}
          """
              .formatted(i, i, TESTS.get(i)));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    return Law.of(sources);
  }

  @Test
  void columns_and_tree_agree_on_each_expression_whatever_is_known() {
    Law law = law();
    int first = law.householdConditions().indexOf("test.e0");
    int[][] seen = new int[TESTS.size()][3];
    Decisions decisions = law.plan(DATE, AREA).decisions();
    for (int from = 0; from < HOUSEHOLDS; from += 50) {
      List<Household> households = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        households.add(AnyHousehold.of(7_000_000 + from + i, from / 50 % 3 * 8, DATE));
      }
      decisions.decide(Block.of(households));
      for (int i = 0; i < 50; i++) {
        byte[] tree = law.decideByTree(households.get(i), DATE, AREA).findings();
        byte[] columns = decisions.findings(i);
        for (int c = 0; c < TESTS.size(); c++) {
          int said = code(columns, first + c);
          assertThat(said)
              .as("household %d, %s", from + i, TESTS.get(c))
              .isEqualTo(code(tree, first + c));
          seen[c][said]++;
        }
        assertThat(Arrays.equals(tree, columns)).isTrue();
      }
    }
    for (int c = 0; c < TESTS.size(); c++) {
      assertThat(seen[c]).as(TESTS.get(c)).hasSize(Finding.values().length).doesNotContain(0);
    }
  }

  private static int code(byte[] findings, int index) {
    return findings[index >> 2] >> ((index & 3) << 1) & 3;
  }
}

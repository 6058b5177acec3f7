package org.yimen.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Category;
import org.yimen.policy.Decision;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.columns.AnyHousehold;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.DatedValue;

/** Columns say what the tree says. With {@code -Dyimen.households=1000000} of so many. */
class ColumnsTests {
  private static final Law LAW = Law.load(List.of());
  private static final int HOUSEHOLDS = Integer.getInteger("yimen.households", 12_000);
  private static final String AREA = "650107";
  private static final List<LocalDate> DATES =
      List.of(LocalDate.of(2025, 8, 1), LocalDate.of(2026, 2, 28), LocalDate.of(2023, 12, 31));

  @Test
  void a_block_has_the_findings_of_the_tree() {
    Map<Category, Integer> seen = new EnumMap<>(Category.class);
    int perBlock = 100;
    for (int seed = 0; seed < HOUSEHOLDS; seed += perBlock) {
      LocalDate date = DATES.get(seed / perBlock % DATES.size());
      int fog = new int[] {0, 2, 12}[seed / perBlock / DATES.size() % 3];
      List<Household> households = new ArrayList<>();
      for (int i = 0; i < perBlock; i++) {
        households.add(AnyHousehold.of(seed + i, fog, date));
      }
      Decisions decisions = LAW.plan(date, AREA).decisions();
      decisions.decide(Block.of(households));
      for (int i = 0; i < perBlock; i++) {
        Decision tree = LAW.decideByTree(households.get(i), date, AREA);
        seen.merge(tree.category(), 1, Integer::sum);
        same(tree, decisions, i, seed + " " + fog + " " + date);
      }
    }
    System.out.println(HOUSEHOLDS + " households in columns and by the tree: " + seen);
    assertThat(seen).hasSize(Category.values().length);
  }

  @Test
  void any_figure_of_the_standard_may_come_in_force() {
    LocalDate date = DATES.get(0);
    int step = Math.max(1, 12_000 / HOUSEHOLDS);
    for (int yuan = 700; yuan < 1000; yuan += step) {
      DatedValue value =
          new DatedValue(
              "新值", "dibao.standard.rural", "" + yuan, date, null, AREA, "达民发〔2025〕9号", "第一条");
      Law law = LAW.with(List.of(value));
      Decisions decisions = law.plan(date, AREA).decisions();
      for (int seed = yuan * 10; seed < yuan * 10 + 5; seed++) {
        Household household = AnyHousehold.of(seed, seed % 5, date);
        decisions.decide(Block.of(List.of(household)));
        same(law.decideByTree(household, date, AREA), decisions, 0, yuan + " of one, " + seed);
      }
    }
  }

  private static void same(Decision tree, Decisions columns, int i, String block) {
    boolean same =
        columns.category(i) == tree.category()
            && java.util.Arrays.equals(columns.findings(i), tree.findings())
            && columns.watch(i).equals(new Determination.Watch(tree.watch(), tree.watchKind()));
    if (!same) {
      StringBuilder text = new StringBuilder();
      byte[] a = tree.findings();
      byte[] b = columns.findings(i);
      for (int c = 0; c < a.length * 4; c++) {
        int x = a[c >> 2] >> ((c & 3) << 1) & 3;
        int y = b[c >> 2] >> ((c & 3) << 1) & 3;
        if (x != y) {
          List<String> ids = LAW.householdConditions();
          List<String> member = LAW.memberConditions();
          int m = c - ids.size();
          String id = m < 0 ? ids.get(c) : member.get(m % member.size()) + "@m" + m / member.size();
          text.append(id).append(" tree ").append(x).append(" columns ").append(y).append("; ");
        }
      }
      assertThat(text + columns.category(i).code() + columns.watch(i))
          .as("household %d of block %s", i, block)
          .isEqualTo(
              ""
                  + tree.category().code()
                  + new Determination.Watch(tree.watch(), tree.watchKind()));
    }
  }
}

package org.yimen.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.columns.AnyHousehold;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.Changes;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** Two laws decided together say what each says alone. */
class ReformTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";
  private static final int PER_BLOCK = 120;

  private static Law tried(Map<String, String> values, String... without) {
    return LAW.changed(Changes.of(LAW.parameters(), values, Set.of(without)));
  }

  private static Block block(int seed, int fog) {
    List<Household> households = new ArrayList<>();
    for (int i = 0; i < PER_BLOCK; i++) {
      households.add(AnyHousehold.of(seed + i, fog, DATE));
    }
    return Block.of(households);
  }

  /** Every finding by the reform is that of the plan alone; how many change category. */
  private static int compared(Reform reform, Plan now, Plan then) {
    Reform.Both both = reform.decisions();
    Decisions[] alone = {now.decisions(), then.decisions()};
    int changed = 0;
    for (int b = 0; b < 6; b++) {
      Block block = block(1000 * b, new int[] {0, 2, 12}[b % 3]);
      both.decide(block);
      alone[0].decide(block);
      alone[1].decide(block);
      for (int i = 0; i < block.size(); i++) {
        same(both.now(), alone[0], i);
        same(both.tried(), alone[1], i);
        changed += both.now().category(i) == both.tried().category(i) ? 0 : 1;
      }
    }
    return changed;
  }

  private static void same(Decisions together, Decisions alone, int household) {
    assertThat(together.category(household)).isEqualTo(alone.category(household));
    assertThat(together.watch(household)).isEqualTo(alone.watch(household));
    assertThat(together.findings(household)).isEqualTo(alone.findings(household));
  }

  private static int compared(Law tried) {
    return compared(LAW.reform(tried, DATE, AREA), LAW.plan(DATE, AREA), tried.plan(DATE, AREA));
  }

  @Test
  void with_other_figures() {
    assertThat(compared(tried(Map.of("dibao.standard.urban", "850")))).isPositive();
    assertThat(compared(tried(Map.of("dibao.standard.rural", "612.34")))).isPositive();
    assertThat(compared(tried(Map.of("dibao.margin.factor", "1.25")))).isPositive();
  }

  @Test
  void with_other_incomes_counted_and_another_window() {
    assertThat(compared(tried(Map.of("income.counted.dibao.wage", "false")))).isPositive();
    assertThat(compared(tried(Map.of("income.window.months", "6")))).isPositive();
  }

  @Test
  void with_a_condition_left_out() {
    assertThat(compared(tried(Map.of(), "tekun.obligors"))).isPositive();
    assertThat(compared(tried(Map.of(), "dibao.property"))).isPositive();
  }

  @Test
  void with_nothing_changed_nothing_is_worked_out_twice() {
    Reform reform = LAW.reform(LAW, DATE, AREA);
    assertThat(reform.added()).isZero();
    assertThat(compared(reform, LAW.plan(DATE, AREA), LAW.plan(DATE, AREA))).isZero();
  }

  @Test
  void with_a_value_replaced_little_is_worked_out_twice() {
    @Nullable Parameter standard = LAW.parameters().find("dibao.standard.rural");
    assertThat(standard).isNotNull();
    Value raised = Value.of(new BigDecimal(850), null, null, "", "试算");
    Map<Parameter, Value> replaced = Map.of(standard, raised);
    Reform reform = LAW.reform(DATE, AREA, replaced);
    assertThat(reform.added()).isPositive().isLessThan(LAW.plan(DATE, AREA).steps() / 2);
    assertThat(compared(reform, LAW.plan(DATE, AREA), LAW.plan(DATE, AREA, replaced))).isPositive();
  }
}

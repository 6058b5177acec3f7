package org.yimen.policy.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.plan.Decisions;
import org.yimen.policy.plan.SqlTables;

/** A packed block says all that the block said, in a fraction of the memory. */
class PackedTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);

  private static List<Household> households(int from, int count, int fog) {
    List<Household> households = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      households.add(AnyHousehold.of(from + i, fog, DATE));
    }
    return households;
  }

  private static List<String> rows(Block block) {
    List<String> rows = new ArrayList<>();
    for (String table : SqlTables.names()) {
      SqlTables.rows(block, table, row -> rows.add(table + Arrays.toString(row)));
    }
    return rows;
  }

  private static List<String> decided(Block block) {
    Decisions decisions = LAW.plan(DATE, "650107").decisions();
    decisions.decide(block);
    List<String> decided = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      String findings = Arrays.toString(decisions.findings(i));
      decided.add(decisions.category(i) + findings + decisions.watch(i));
    }
    return decided;
  }

  @Test
  void every_row_comes_back_and_is_decided_alike_block_after_block() {
    Block again = new Block();
    for (int fog : new int[] {0, 3, 25, 0}) {
      for (int count : new int[] {1, 300, 64, 7}) {
        Block block = Block.of(households(fog * 1000 + count, count, fog));
        Packed packed = Packed.of(block);
        Packed.of(packed.words()).into(again);
        assertThat(again.size()).isEqualTo(count);
        assertThat(rows(again)).isEqualTo(rows(block));
        assertThat(decided(again)).isEqualTo(decided(block));
      }
    }
  }

  @Test
  void a_block_that_was_unpacked_can_be_filled_again() {
    Block again = new Block();
    Packed.of(Block.of(households(1, 50, 0))).into(again);
    again.clear();
    List<Household> vague = households(900, 40, 30);
    vague.forEach(again::add);
    assertThat(rows(again)).isEqualTo(rows(Block.of(vague)));
  }

  @Test
  void nobody_takes_nearly_nothing() {
    Block again = Block.of(households(1, 3, 0));
    Packed nobody = Packed.of(new Block());
    nobody.into(again);
    assertThat(again.size()).isZero();
    assertThat(again.members()).isZero();
    assertThat(nobody.bytes()).isLessThan(200);
  }

  @Test
  void amounts_without_end_below_nothing_and_at_the_limit_come_back() {
    List<Household> households = new ArrayList<>();
    for (Range amount :
        List.of(
            Range.exactly(-Limits.MONEY),
            Range.exactly(Limits.MONEY),
            Range.atLeast(-1),
            Range.exactly(0))) {
      Member one =
          Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
              .income(IncomeItem.monthly(IncomeItem.Kind.BUSINESS, amount))
              .build();
      households.add(Household.of(Household.Residence.RURAL, List.of(one)).build());
    }
    Block block = Block.of(households);
    Block again = new Block();
    Packed.of(block).into(again);
    assertThat(rows(again)).isEqualTo(rows(block));
  }

  @Test
  void a_household_with_any_facts_at_all_takes_a_fifth_of_its_columns() {
    Block block = Block.of(households(5, Block.USUAL, 0));
    assertThat(Packed.of(block).bytes()).isLessThan(block.bytes() / 5);
  }
}

package org.yimen.policy.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.HouseholdBuilder;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.Water;

/** What is too large for columns is left to the tree, and exactly that; at the limit it fits. */
class LimitsTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";
  private static final Obligor.Family SMALL = new Obligor.Family(Range.ZERO, 1, 1, 1);

  /**
   * A kind of fact of a given size.
   *
   * @param most the largest that fits
   */
  record Limit(String name, long most, Function<Long, Household> sized) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static MemberBuilder one() {
    return Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1));
  }

  private static Household family(UnaryOperator<HouseholdBuilder> facts, Member... members) {
    return facts.apply(Household.of(Household.Residence.URBAN, List.of(members))).build();
  }

  private static Household person(Function<MemberBuilder, MemberBuilder> facts) {
    return family(b -> b, facts.apply(one()).build());
  }

  private static <T> List<T> times(long count, T item) {
    return Collections.nCopies((int) count, item);
  }

  private static Range fen(long value) {
    return Range.exactly(value);
  }

  private static Obligor obligor(Range own, Obligor.Family family, Range pays) {
    return new Obligor(
        Relation.SON,
        LocalDate.of(1980, 1, 1),
        Obligor.Status.NONE,
        List.of(),
        own,
        true,
        family,
        pays);
  }

  private static Household withObligor(Obligor obligor) {
    return person(m -> m.obligors(List.of(obligor)));
  }

  private static Household members(long count) {
    List<Member> members = new ArrayList<>(List.of(one().build()));
    LongStream.range(1, count)
        .forEach(i -> members.add(Member.of("m" + i, Relation.SON, DATE).build()));
    return family(b -> b, members.toArray(Member[]::new));
  }

  static Stream<Limit> limits() {
    return Stream.of(lists(), amounts(), measures()).flatMap(all -> all);
  }

  private static Stream<Limit> lists() {
    IncomeItem wage = wageOf(Range.ZERO);
    Cost tax = new Cost(Cost.Kind.TAX, Range.ZERO, false);
    Expense bill = Expense.of(Expense.Kind.MEDICAL, Range.ZERO);
    Disability weak = new Disability(Disability.Kind.VISUAL, 4);
    Obligor poor = obligor(Range.ZERO, SMALL, Range.ZERO);
    long items = Limits.ITEMS;
    return Stream.of(
        new Limit("members", Limits.MEMBERS, LimitsTests::members),
        new Limit("incomes", items, n -> person(m -> m.income(times(n, wage)))),
        new Limit("costs", Limits.COSTS, n -> person(m -> m.costs(times(n, tax)))),
        new Limit("expenses", items, n -> person(m -> m.expenses(times(n, bill)))),
        new Limit("disabilities", items, n -> person(m -> m.disabilities(times(n, weak)))),
        new Limit("obligors", Limits.OBLIGORS, n -> person(m -> m.obligors(times(n, poor)))),
        new Limit("own assets", items, n -> person(m -> m.property(times(n, Asset.home())))),
        new Limit("shared assets", items, LimitsTests::homes));
  }

  private static Stream<Limit> amounts() {
    long money = Limits.MONEY;
    return Stream.of(
        new Limit("a wage", money, n -> person(m -> m.income(wageOf(fen(n))))),
        new Limit("a loss", money, n -> person(m -> m.income(wageOf(fen(-n))))),
        new Limit("a bound", money, n -> person(m -> m.income(wageOf(Range.between(0, n))))),
        new Limit("an obligor's income", money, n -> withObligor(obligor(fen(n), SMALL, fen(0)))),
        new Limit("an obligor's payment", money, n -> withObligor(obligor(fen(0), SMALL, fen(n)))),
        new Limit(
            "an obligor's family's income",
            money,
            n -> withObligor(obligor(fen(0), new Obligor.Family(fen(n), 1, 1, 1), fen(0)))));
  }

  private static Stream<Limit> measures() {
    long persons = Limits.PERSONS;
    long measure = Limits.MEASURE;
    return Stream.of(
        new Limit("an obligor's family", persons, n -> family((int) (long) n, 1, 1)),
        new Limit("supported persons", Limits.SUPPORTED, n -> family(1, (int) (long) n, 1)),
        new Limit("children", persons, n -> family(1, 1, (int) (long) n)),
        new Limit("months", measure, n -> person(m -> m.livesTogetherMonths(Range.exactly(n)))),
        new Limit("years of office", measure, n -> person(m -> m.clergyYears(n))),
        new Limit("litres", measure, LimitsTests::litres));
  }

  private static Household homes(long count) {
    return family(b -> b.property(times(count, Asset.home())), one().build());
  }

  private static Household litres(long hundredths) {
    Water water = new Water(true, hundredths, false, null, null, null, null);
    return family(b -> b.water(water), one().build());
  }

  private static IncomeItem wageOf(Range range) {
    return IncomeItem.monthly(IncomeItem.Kind.WAGE, range);
  }

  private static Household family(int size, int supported, int children) {
    return withObligor(
        obligor(Range.ZERO, new Obligor.Family(Range.ZERO, size, supported, children), Range.ZERO));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void at_the_limit_it_fits_and_one_above_is_left_to_the_tree(Limit limit) {
    Household before = person(m -> m.income(wageOf(fen(70_000))));
    Block block = new Block();
    assertThat(block.add(before)).isTrue();
    assertThat(block.add(limit.sized.apply(limit.most))).isTrue();
    int members = block.members();
    Household beyond = limit.sized.apply(limit.most + 1);
    assertThat(block.add(beyond)).isFalse();
    assertThat(block.size()).isEqualTo(2);
    assertThat(block.members()).isEqualTo(members);
    assertThat(block.add(before)).isTrue();
    assertThat(block.size()).isEqualTo(3);
    for (Household each : List.of(beyond, limit.sized.apply(limit.most), before)) {
      assertThat(LAW.decide(each, DATE, AREA)).isEqualTo(LAW.decideByTree(each, DATE, AREA));
    }
    assertThatThrownBy(() -> Block.of(List.of(before, beyond)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_block_tells_its_memory_and_gives_back_what_it_does_not_use() {
    Household one = person(m -> m.income(wageOf(fen(70_000))));
    Block exact = Block.of(List.of(one));
    int household = 11 + 2 * 8 + 5 * 16 + 4; // codes, told totals, bounds of water, where it lies
    int member = 8 + 4 * 8 + 16 + 4; // codes, exact numbers, lost abilities within bounds
    int income = 2 + 8 + 16 + 4;
    int beginnings = 8 * 2 * 4 + 2 * 4; // of eight lists, and of two without anything around them
    assertThat(exact.bytes()).isEqualTo(household + member + income + beginnings);
    Block more = Block.of(times(10, one));
    assertThat(more.bytes()).isLessThan(10 * exact.bytes());
    Block vague = Block.of(List.of(person(m -> m.income(wageOf(Range.atLeast(70_000))))));
    assertThat(vague.bytes()).isEqualTo(exact.bytes() + 8);
  }
}

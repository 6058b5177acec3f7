package org.yimen.policy.nearmiss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Category;
import org.yimen.policy.Households;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.Told;

/** The smallest change of one fact that changes the category. */
class NearMissesTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";
  private static final int HOUSEHOLDS = Integer.getInteger("yimen.nearMisses", 200);

  private static MemberBuilder one() {
    return Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1));
  }

  private static MemberBuilder earning(long fen) {
    return one().income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.exactly(fen)));
  }

  private static Household family(Member member, Asset... property) {
    return Household.of(Household.Residence.URBAN, List.of(member))
        .property(List.of(property))
        .build();
  }

  private static List<NearMiss> of(Household household) {
    return new NearMisses(LAW, DATE, AREA).of(household);
  }

  private static NearMiss only(Household household, ChangedFact fact, boolean more) {
    List<NearMiss> found =
        of(household).stream().filter(m -> m.fact() == fact && m.more() == more).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void below_the_standard_the_gap_itself_leads_out_and_above_it_a_fen_more_than_the_gap_leads_in() {
    NearMiss out = only(family(earning(780_00).build()), ChangedFact.INCOME, true);
    assertThat(out.amount()).isEqualByComparingTo("20.00");
    assertThat(out.to()).isEqualTo(Category.DIBAO_MARGIN);
    assertThat(out.conditions()).contains("低保收入条件");
    NearMiss in = only(family(earning(820_00).build()), ChangedFact.INCOME, false);
    assertThat(in.amount()).isEqualByComparingTo("20.01");
    assertThat(in.to()).isEqualTo(Category.DIBAO);
    assertThat(in.sentence("张某"))
        .isEqualTo("如果张某的月收入减少20.01元，结果由“最低生活保障边缘家庭”变为“最低生活保障家庭”（低保收入条件随之改变）。");
  }

  @Test
  void savings_lead_out_one_fen_above_the_limit_and_in_at_the_limit() {
    Member member = earning(500_00).build();
    Asset limit = Asset.financial(Asset.Kind.DEPOSIT, Range.yuan(19_200));
    assertThat(only(family(member, limit), ChangedFact.SAVINGS, true).amount())
        .isEqualByComparingTo("0.01");
    Asset above = Asset.financial(Asset.Kind.DEPOSIT, Range.yuan(20_000));
    NearMiss in = only(family(member, above), ChangedFact.SAVINGS, false);
    assertThat(in.amount()).isEqualByComparingTo("800");
    assertThat(in.from()).isEqualTo(Category.NONE);
    assertThat(in.to()).isEqualTo(Category.DIBAO);
  }

  @Test
  void a_car_bars_and_without_it_the_family_is_in() {
    Member member = earning(500_00).build();
    assertThat(only(family(member), ChangedFact.VEHICLE, true).to()).isEqualTo(Category.NONE);
    Household driving = family(member, Asset.vehicle(Asset.Vehicle.CAR, false));
    assertThat(only(driving, ChangedFact.VEHICLE, false).to()).isEqualTo(Category.DIBAO);
    Household twoHomes = family(member, Asset.home(), Asset.home());
    assertThat(of(twoHomes).stream().filter(m -> m.fact() == ChangedFact.HOME)).hasSize(2);
  }

  @Test
  void expenses_up_to_half_the_years_income_lead_to_rigid_expense() {
    Member member =
        earning(2_000_00)
            .expenses(List.of(Expense.of(Expense.Kind.MEDICAL, Range.yuan(2_000))))
            .build();
    NearMiss in = only(family(member), ChangedFact.EXPENSE, true);
    assertThat(in.amount()).isEqualByComparingTo("10000");
    assertThat(in.to()).isEqualTo(Category.RIGID_EXPENSE);
  }

  @Test
  void one_more_mouth_lowers_the_income_a_head() {
    NearMiss in = only(family(earning(1_300_00).build()), ChangedFact.MEMBER, true);
    assertThat(in.to()).isEqualTo(Category.DIBAO);
    assertThat(in.amount()).isNull();
  }

  @Test
  void of_an_income_told_of_the_whole_household_the_whole_is_moved() {
    Household told =
        Household.of(Household.Residence.URBAN, List.of(one().build()))
            .told(new Told(Range.yuan(12_000), null))
            .build();
    NearMiss in = only(told, ChangedFact.HOUSEHOLD_INCOME, false);
    assertThat(in.amount()).isEqualByComparingTo("2400.01");
    assertThat(in.yearly()).isTrue();
  }

  @Test
  void an_open_income_says_up_to_how_much_the_help_reaches() {
    Household open = family(one().incomeIncomplete().build());
    NearMiss in = only(open, ChangedFact.OPEN_INCOME, false);
    assertThat(in.from()).isEqualTo(Category.UNKNOWN);
    assertThat(in.to()).isEqualTo(Category.DIBAO);
    assertThat(in.amount()).isEqualByComparingTo("9599.99");
  }

  @Test
  void of_any_household_a_fen_less_than_the_amount_changes_nothing() {
    int moved = 0;
    for (long seed = 0; seed < HOUSEHOLDS; seed++) {
      Household household = Households.exact(seed);
      List<NearMiss> misses = of(household);
      for (Lever lever : Levers.of(household, DATE)) {
        for (NearMiss miss : misses) {
          if (miss.amount() == null || !same(miss, lever)) {
            continue;
          }
          long by = miss.amount().movePointRight(2).longValueExact();
          if (category(lever.moved().apply(by)) == miss.to()
              && category(lever.moved().apply(by - 1)) == miss.from()) {
            moved++;
          } else {
            assertThat(sameFacts(household, miss)).as("seed " + seed + " " + miss).isGreaterThan(1);
          }
        }
      }
    }
    assertThat(moved).isGreaterThan(HOUSEHOLDS);
  }

  private static Household farmers(boolean formerlyPoor, long yearly, Household.Risk... risks) {
    Member member =
        one().income(IncomeItem.yearly(IncomeItem.Kind.BUSINESS, Range.exactly(yearly))).build();
    return Household.of(Household.Residence.RURAL, List.of(member))
        .formerlyPoor(formerlyPoor)
        .risks(Set.of(risks))
        .build();
  }

  private static NearMiss onlyWatched(Household household, ChangedFact fact, boolean more) {
    List<NearMiss> found =
        new NearMisses(LAW, DATE, AREA)
            .ofWatch(household).stream().filter(m -> m.fact() == fact && m.more() == more).toList();
    assertThat(found).as(fact.title()).hasSize(1);
    return found.get(0);
  }

  /** The national line of 2025, yuan a head and year. */
  private static long line() {
    var line = LAW.parameter("watch.incomeLine", DATE, AREA, Household.Residence.RURAL);
    return ((java.math.BigDecimal) line.value()).movePointRight(2).longValueExact();
  }

  @Test
  void a_poor_farmer_is_watched_as_soon_as_a_risk_is_found_and_the_kind_tells_who_was_poor() {
    NearMiss risk = onlyWatched(farmers(true, line() - 1), ChangedFact.RISK, true);
    assertThat(risk.from()).isEqualTo(WatchAnswer.NOT_WATCHED);
    assertThat(risk.to()).isEqualTo(WatchAnswer.UNSTABLE);
    assertThat(risk.amount()).isNull();
    assertThat(risk.conditions()).containsExactly("有返贫致贫风险");
    assertThat(risk.sentence("本户"))
        .isEqualTo(
            "如果本户发现返贫致贫风险（因病、因残、就业不稳等），结果由“不是防止返贫监测对象”变为“防止返贫监测对象（脱贫不稳定户）”" + "（有返贫致贫风险随之改变）。");
    assertThat(onlyWatched(farmers(false, 1), ChangedFact.HOUSING, true).to())
        .isEqualTo(WatchAnswer.MARGINAL);
    assertThat(onlyWatched(farmers(false, 1), ChangedFact.DROPOUT, true).to())
        .isEqualTo(WatchAnswer.MARGINAL);
  }

  @Test
  void an_income_at_the_line_is_not_watched_and_a_fen_less_is() {
    NearMiss less =
        onlyWatched(farmers(false, line(), Household.Risk.ILLNESS), ChangedFact.INCOME, false);
    assertThat(less.amount()).isEqualByComparingTo("0.01");
    assertThat(less.yearly()).isTrue();
    assertThat(less.to()).isEqualTo(WatchAnswer.MARGINAL);
    Household below = farmers(false, line() - 12_00, Household.Risk.ILLNESS);
    NearMiss more = onlyWatched(below, ChangedFact.INCOME, true);
    assertThat(more.amount()).as("a month").isEqualByComparingTo("1.00");
    assertThat(more.to()).isEqualTo(WatchAnswer.NOT_WATCHED);
    assertThat(more.conditions()).containsExactly("纯收入低于监测线");
  }

  @Test
  void above_the_line_medical_costs_that_eat_the_rest_make_it_suddenly_poor() {
    Household ill = farmers(true, line() + 300_00, Household.Risk.ILLNESS);
    NearMiss cost = onlyWatched(ill, ChangedFact.EXPENSE, true);
    assertThat(cost.amount()).as("to the line is not below it").isEqualByComparingTo("300.01");
    assertThat(cost.to()).isEqualTo(WatchAnswer.SUDDEN);
  }

  @Test
  void a_watched_household_leaves_when_its_only_risk_is_gone() {
    Household watched = farmers(false, 1, Household.Risk.UNEMPLOYMENT);
    NearMiss gone = onlyWatched(watched, ChangedFact.RISK, false);
    assertThat(gone.from()).isEqualTo(WatchAnswer.MARGINAL);
    assertThat(gone.to()).isEqualTo(WatchAnswer.NOT_WATCHED);
    assertThat(new NearMisses(LAW, DATE, AREA).ofWatch(watched))
        .as("a broken roof changes nothing for who is watched already")
        .noneMatch(m -> m.fact() == ChangedFact.HOUSING || m.fact() == ChangedFact.VEHICLE);
  }

  @Test
  void a_net_income_told_of_the_whole_household_is_moved_as_a_whole() {
    Household told =
        Household.of(Household.Residence.RURAL, List.of(one().build()))
            .risks(Set.of(Household.Risk.DISASTER))
            .told(new Told(null, Range.exactly(line() + 50_00)))
            .build();
    NearMiss less = onlyWatched(told, ChangedFact.HOUSEHOLD_INCOME, false);
    assertThat(less.amount()).isEqualByComparingTo("50.01");
    assertThat(less.to()).isEqualTo(WatchAnswer.MARGINAL);
  }

  @Test
  void an_open_income_says_up_to_how_much_a_farmer_at_risk_is_watched() {
    Household open =
        Household.of(Household.Residence.RURAL, List.of(one().incomeIncomplete().build()))
            .risks(Set.of(Household.Risk.ILLNESS))
            .build();
    NearMiss in = onlyWatched(open, ChangedFact.OPEN_INCOME, false);
    assertThat(in.from()).isEqualTo(WatchAnswer.UNKNOWN);
    assertThat(in.to()).isEqualTo(WatchAnswer.MARGINAL);
    assertThat(in.amount()).isEqualByComparingTo(java.math.BigDecimal.valueOf(line() - 1, 2));
    Household safe = Household.of(Household.Residence.RURAL, open.members()).build();
    assertThat(new NearMisses(LAW, DATE, AREA).ofWatch(safe))
        .as("without a risk no income is low enough")
        .noneMatch(m -> m.fact() == ChangedFact.OPEN_INCOME);
  }

  @Test
  void nobody_in_town_is_watched_whatever_changes() {
    Household town = family(earning(1).build());
    assertThat(new NearMisses(LAW, DATE, AREA).ofWatch(town)).isEmpty();
  }

  /** How many levers move that fact of that subject that way. */
  private static long sameFacts(Household household, NearMiss miss) {
    return Levers.of(household, DATE).stream().filter(lever -> same(miss, lever)).count();
  }

  private static boolean same(NearMiss miss, Lever lever) {
    return lever.fact() == miss.fact()
        && lever.more() == miss.more()
        && lever.subject().equals(miss.subject());
  }

  private static Category category(Household household) {
    return LAW.determine(household, DATE, AREA).category();
  }
}

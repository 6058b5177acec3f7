package org.yimen.policy.columns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.HouseholdBuilder;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.SelfCare;
import org.yimen.policy.facts.Told;
import org.yimen.policy.facts.Water;

/**
 * Households with every kind of fact, many of them right at a limit; the same seed gives the same.
 */
public final class AnyHousehold {
  /** Fen: standards, their multiples and shares, and a fen beside them. */
  private static final long[] LIMITS = {
    0, 1, 80_000, 120_000, 160_000, 240_000, 480_000, 960_000, 1_440_000, 1_920_000, 2_880_000,
    3_000_000, 4_000_000, 6_000_000
  };

  private final Random dice;
  private final int fog;
  private final LocalDate date;

  private AnyHousehold(long seed, int fog, LocalDate date) {
    this.dice = new Random(seed * 0x9E3779B97F4A7C15L);
    this.fog = fog;
    this.date = date;
  }

  /**
   * A household.
   *
   * @param fog in how many cases of a hundred a fact is not known; 0: all are known
   */
  public static Household of(long seed, int fog, LocalDate date) {
    return new AnyHousehold(seed, fog, date).household();
  }

  private boolean chance(int percent) {
    return dice.nextInt(100) < percent;
  }

  private boolean hidden() {
    return fog > 0 && chance(fog);
  }

  private <T> T one(T[] all) {
    return all[dice.nextInt(all.length)];
  }

  private <T> @Nullable T maybe(T[] all) {
    return hidden() ? null : one(all);
  }

  private long fen() {
    if (chance(40)) {
      return dice.nextInt(3_000_000);
    }
    long limit = LIMITS[dice.nextInt(LIMITS.length)] * (1 + dice.nextInt(6));
    return Math.max(0, limit / (1 + dice.nextInt(4)) + dice.nextInt(3) - 1);
  }

  private Range money() {
    return around(fen());
  }

  private Range around(long value) {
    if (!hidden()) {
      return Range.exactly(value);
    }
    long low = Math.min(value, (long) (value * dice.nextDouble()));
    return chance(40) ? Range.atLeast(low) : Range.between(low, value + dice.nextInt(100_000));
  }

  private Household household() {
    List<Member> members = new ArrayList<>();
    for (int i = dice.nextInt(chance(10) ? 10 : 5); i >= 0; i--) {
      members.add(member(members.size()));
    }
    HouseholdBuilder b = Household.of(one(Household.Residence.values()), members);
    b.formerlyPoor(chance(30)).farmer(chance(60)).dropout(chance(5));
    b.property(assets(3));
    if (hidden()) {
      b.propertyIncomplete();
    }
    if (chance(30)) {
      b.risks(Set.of(one(Household.Risk.values())));
    } else if (hidden()) {
      b.risksUnknown();
    }
    if (chance(20)) {
      b.housingGrade(maybe(Household.HousingGrade.values()));
    }
    if (chance(20)) {
      b.water(water());
    }
    if (chance(25)) {
      b.told(new Told(chance(60) ? money() : null, chance(60) ? money() : null));
    }
    return b.build();
  }

  private Water water() {
    return new Water(
        hidden() ? null : chance(80),
        measure(6000),
        chance(50),
        measure(4000),
        measure(120_000),
        measure(12_000),
        measure(6000));
  }

  private @Nullable Long measure(int most) {
    return chance(30) ? null : (long) dice.nextInt(most);
  }

  private List<Asset> assets(int most) {
    List<Asset> assets = new ArrayList<>();
    for (int i = dice.nextInt(most); i > 0; i--) {
      Asset asset =
          switch (dice.nextInt(6)) {
            case 0 -> Asset.vehicle(one(Asset.Vehicle.values()), chance(30));
            case 1 -> Asset.home();
            case 2 -> Asset.nonResidential();
            case 3 -> Asset.business(new Asset.Business(dice.nextInt(2), chance(70), Range.ZERO));
            case 4 -> Asset.financial(kind(), money());
            default -> Asset.financial(Asset.Kind.DEPOSIT, money());
          };
      assets.add(hidden() ? asset.unconfirmed() : asset);
    }
    return assets;
  }

  /** A business or a vehicle of which nothing more is told only where something may be unknown. */
  private Asset.Kind kind() {
    Asset.Kind kind = one(Asset.Kind.values());
    return fog == 0 && kind.ordinal() > Asset.Kind.CLAIM.ordinal() ? Asset.Kind.FUND : kind;
  }

  private @Nullable LocalDate day(int years) {
    return chance(60) ? null : date.minusDays(dice.nextInt(years * 366));
  }

  private LocalDate birth() {
    int[] ages = {1, 15, 16, 18, 22, 40, 59, 60, 70, 85};
    LocalDate day = date.minusYears(ages[dice.nextInt(ages.length)]);
    return chance(50) ? day.plusDays(dice.nextInt(3) - 1) : day.plusDays(dice.nextInt(2000) - 1000);
  }

  private Member member(int index) {
    Relation relation = index == 0 ? Relation.APPLICANT : one(Relation.values());
    MemberBuilder b = Member.of("m" + index, relation, birth());
    income(b);
    items(b);
    b.property(chance(30) ? assets(3) : List.of());
    b.disabilities(disabilities(25));
    b.labour(one(Member.Labour.values())).student(one(Member.Student.values()));
    b.employment(maybe(Member.Employment.values()));
    b.livesTogetherMonths(around(dice.nextInt(16)));
    b.clergyYears(chance(5) ? 250 + dice.nextInt(100) : 0);
    if (!hidden()) {
      b.selfCare(new SelfCare(chance(50), chance(50), true, chance(50), true, chance(50)));
    }
    for (Flag flag : Flag.values()) {
      if (hidden()) {
        b.unsure(flag);
      } else if (chance(flag == Flag.DUTY_OWED ? 50 : 4)) {
        b.flag(flag);
      }
    }
    obligors(b);
    return b.build();
  }

  private void income(MemberBuilder b) {
    List<IncomeItem> income = new ArrayList<>();
    for (int i = dice.nextInt(4); i > 0; i--) {
      IncomeItem.Kind kind = one(IncomeItem.Kind.values());
      Range amount = money();
      if (kind == IncomeItem.Kind.BUSINESS && chance(30)) {
        amount = Range.exactly(-fen());
      }
      LocalDate from = day(2);
      LocalDate to = from == null ? day(1) : chance(50) ? null : from.plusDays(dice.nextInt(300));
      income.add(new IncomeItem(kind, amount, chance(50), from, to));
    }
    b.income(income);
    if (hidden()) {
      b.incomeIncomplete();
    }
  }

  private void items(MemberBuilder b) {
    List<Cost> costs = new ArrayList<>();
    for (int i = chance(30) ? 1 + dice.nextInt(2) : 0; i > 0; i--) {
      costs.add(new Cost(one(Cost.Kind.values()), money(), chance(50)));
    }
    b.costs(costs);
    List<Expense> expenses = new ArrayList<>();
    for (int i = chance(40) ? 1 + dice.nextInt(2) : 0; i > 0; i--) {
      expenses.add(new Expense(one(Expense.Kind.values()), money(), day(2)));
    }
    b.expenses(expenses);
    if (hidden()) {
      b.expensesIncomplete();
    }
  }

  private List<Disability> disabilities(int percent) {
    List<Disability> all = new ArrayList<>();
    for (int i = chance(percent) ? 1 + dice.nextInt(2) : 0; i > 0; i--) {
      all.add(new Disability(one(Disability.Kind.values()), 1 + dice.nextInt(4)));
    }
    return all;
  }

  private void obligors(MemberBuilder b) {
    List<Obligor> obligors = new ArrayList<>();
    for (int i = chance(25) ? 1 + dice.nextInt(3) : 0; i > 0; i--) {
      Obligor.Family family =
          new Obligor.Family(
              money(), 1 + dice.nextInt(6), 1 + dice.nextInt(6), 1 + dice.nextInt(4));
      obligors.add(
          new Obligor(
              Relation.SON,
              chance(20) ? null : birth(),
              one(Obligor.Status.values()),
              disabilities(20),
              money(),
              chance(70),
              family,
              chance(70) ? Range.ZERO : money()));
    }
    b.obligors(obligors);
    if (hidden()) {
      b.obligorsUnknown();
    }
  }
}

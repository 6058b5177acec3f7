package org.yimen.bench.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;

/** Households of one to six, such as a poor rural district has; the same seed gives the same. */
final class InventedHouseholds {
  private static final Relation[] OTHERS = {
    Relation.SON, Relation.DAUGHTER, Relation.FATHER, Relation.MOTHER, Relation.SIBLING
  };
  private static final IncomeItem.Kind[] KINDS = {
    IncomeItem.Kind.BUSINESS,
    IncomeItem.Kind.WAGE,
    IncomeItem.Kind.GRAIN_SUBSIDY,
    IncomeItem.Kind.DISABILITY_SUBSIDY
  };

  private final Random dice;
  private final boolean vague;

  private InventedHouseholds(boolean vague) {
    this.dice = new Random(20251125);
    this.vague = vague;
  }

  /**
   * @param vague only lower bounds of incomes are known, property and obligors are not, as where
   *     registers are all there is
   */
  static List<Household> of(int count, boolean vague) {
    return stream(vague).next(count);
  }

  /** Households without end, to be taken some at a time. */
  static InventedHouseholds stream(boolean vague) {
    return new InventedHouseholds(vague);
  }

  List<Household> next(int count) {
    List<Household> households = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      households.add(household());
    }
    return households;
  }

  private boolean chance(int percent) {
    return dice.nextInt(100) < percent;
  }

  private Household household() {
    List<Member> members = new ArrayList<>();
    members.add(member(0, Relation.APPLICANT, 25 + dice.nextInt(60)));
    if (chance(70)) {
      members.add(member(1, Relation.SPOUSE, 25 + dice.nextInt(60)));
    }
    for (int i = dice.nextInt(5); i > 0; i--) {
      members.add(member(members.size(), OTHERS[dice.nextInt(OTHERS.length)], dice.nextInt(80)));
    }
    Household.Residence residence =
        chance(70) ? Household.Residence.RURAL : Household.Residence.URBAN;
    HouseholdBuilder builder = Household.of(residence, members).formerlyPoor(chance(15));
    List<Asset> property = new ArrayList<>();
    property.add(Asset.financial(Asset.Kind.DEPOSIT, Range.exactly(100L * dice.nextInt(60_000))));
    property.add(Asset.home());
    if (chance(8)) {
      property.add(Asset.vehicle(Asset.Vehicle.CAR, chance(20)));
    }
    builder.property(property);
    return vague ? builder.propertyIncomplete().build() : builder.build();
  }

  private void income(MemberBuilder builder, int age) {
    List<IncomeItem> income = new ArrayList<>();
    for (int i = age >= 16 ? 1 + dice.nextInt(3) : 0; i > 0; i--) {
      long fen = 100L * dice.nextInt(15_000);
      Range amount = vague ? Range.atLeast(fen) : Range.exactly(fen);
      income.add(IncomeItem.yearly(KINDS[dice.nextInt(KINDS.length)], amount));
    }
    builder.income(income);
  }

  private Member member(int index, Relation relation, int age) {
    LocalDate birth = LocalDate.of(2025 - age, 1 + dice.nextInt(12), 1 + dice.nextInt(28));
    MemberBuilder builder = Member.of("m" + index, relation, birth);
    income(builder, age);
    if (chance(20)) {
      Range cost = Range.exactly(100L * dice.nextInt(500));
      builder.costs(List.of(new Cost(Cost.Kind.EMPLOYMENT, cost, false)));
    }
    if (chance(30)) {
      Range spent = Range.exactly(100L * dice.nextInt(20_000));
      builder.expenses(List.of(Expense.of(Expense.Kind.MEDICAL, spent)));
    }
    if (chance(15)) {
      Disability.Kind[] kinds = Disability.Kind.values();
      builder.disabilities(
          List.of(new Disability(kinds[dice.nextInt(kinds.length)], 1 + dice.nextInt(4))));
    }
    if (chance(10)) {
      builder.student(Member.Student.UNDERGRADUATE);
    }
    if (chance(3)) {
      builder.flag(Flag.CONSCRIPT);
    }
    builder.livesTogetherMonths(Range.exactly(dice.nextInt(24)));
    if (vague) {
      builder.incomeIncomplete().obligorsUnknown();
    }
    return builder.build();
  }
}

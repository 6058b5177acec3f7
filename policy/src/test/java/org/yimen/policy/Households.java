package org.yimen.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yimen.policy.facts.Asset;
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

/**
 * Households drawn from a seed: the same seed gives the same family, told exactly or, with {@code
 * vague}, with less known of it.
 */
public final class Households {
  private static final Relation[] RELATIONS = {
    Relation.SPOUSE,
    Relation.SON,
    Relation.DAUGHTER,
    Relation.FATHER,
    Relation.MOTHER,
    Relation.SIBLING,
    Relation.GRANDCHILD,
    Relation.GRANDPARENT,
    Relation.MOTHER_IN_LAW
  };
  private static final long[] AMOUNTS = {
    0, 10_000, 30_000, 79_999, 80_000, 80_001, 119_999, 120_000, 160_000, 240_000, 350_000
  };

  private final Random dice;
  private final Random fog;
  private final boolean vague;

  private Households(long seed, boolean vague, long fogSeed) {
    this.dice = new Random(seed);
    this.fog = new Random(fogSeed);
    this.vague = vague;
  }

  /** Everything is known. */
  public static Household exact(long seed) {
    return new Households(seed, false, 0).household(0);
  }

  /** Everything is known, and the first wage is so much higher, in fen a month. */
  public static Household richer(long seed, long more) {
    return new Households(seed, false, 0).household(more);
  }

  /** The family of {@link #exact}, of which less is known; what is known is true. */
  public static Household vague(long seed, long fogSeed) {
    return new Households(seed, true, fogSeed).household(0);
  }

  private boolean hidden() {
    return vague & fog.nextInt(4) == 0;
  }

  private boolean chance(int percent) {
    return dice.nextInt(100) < percent;
  }

  private Household household(long more) {
    List<Member> members = new ArrayList<>();
    members.add(member(0, Relation.APPLICANT, more));
    int others = dice.nextInt(5);
    for (int i = 1; i <= others; i++) {
      Relation relation = i == 1 ? RELATIONS[0] : RELATIONS[dice.nextInt(RELATIONS.length)];
      members.add(member(i, relation, 0));
    }
    boolean rural = chance(60);
    HouseholdBuilder builder =
        Household.of(rural ? Household.Residence.RURAL : Household.Residence.URBAN, members);
    builder.formerlyPoor(chance(20));
    List<Asset> property = new ArrayList<>();
    boolean dropped = false;
    for (int i = dice.nextInt(3); i > 0; i--) {
      Asset asset = asset();
      dropped |= keep(asset, property);
    }
    builder.property(property);
    if (dropped) {
      builder.propertyIncomplete();
    }
    if (chance(40)) {
      risks(builder);
    }
    return builder.build();
  }

  /** Tells the asset, tells it as a question, or keeps it back; true where it is kept back. */
  private boolean keep(Asset asset, List<Asset> told) {
    if (hidden()) {
      return true;
    }
    told.add(hidden() ? asset.unconfirmed() : asset);
    return false;
  }

  private void risks(HouseholdBuilder builder) {
    if (hidden()) {
      builder.risksUnknown();
    } else {
      builder.risks(java.util.Set.of(Household.Risk.ILLNESS));
    }
  }

  private Member member(int index, Relation relation, long more) {
    LocalDate birth = LocalDate.of(1935, 8, 1).plusDays(dice.nextInt(85 * 365));
    MemberBuilder builder = Member.of("m" + index, relation, birth);
    income(builder, more);
    expenses(builder);
    int together = dice.nextInt(24);
    builder.livesTogetherMonths(hidden() ? Range.ANY : Range.exactly(together));
    if (chance(25)) {
      Disability.Kind[] kinds = Disability.Kind.values();
      builder.disabilities(
          List.of(new Disability(kinds[dice.nextInt(kinds.length)], 1 + dice.nextInt(4))));
    }
    for (Flag flag : Flag.values()) {
      boolean holds = chance(flag == Flag.DUTY_OWED ? 50 : 4);
      if (hidden()) {
        builder.unsure(flag);
      } else if (holds) {
        builder.flag(flag);
      }
    }
    obligors(builder);
    return builder.build();
  }

  private void income(MemberBuilder builder, long more) {
    List<IncomeItem> income = new ArrayList<>();
    income.add(IncomeItem.monthly(IncomeItem.Kind.WAGE, fogged(amount() + more)));
    IncomeItem.Kind[] kinds = IncomeItem.Kind.values();
    for (int i = dice.nextInt(3); i > 0; i--) {
      IncomeItem.Kind kind = kinds[dice.nextInt(kinds.length)];
      Range amount = fogged(amount());
      if (hidden()) {
        builder.incomeIncomplete();
      } else {
        income.add(IncomeItem.monthly(kind, amount));
      }
    }
    builder.income(income);
  }

  private long amount() {
    return AMOUNTS[dice.nextInt(AMOUNTS.length)];
  }

  /** A range around an amount, or the amount itself. */
  private Range fogged(long amount) {
    if (!hidden()) {
      return Range.exactly(amount);
    }
    long low = (long) (amount * fog.nextDouble());
    return fog.nextInt(3) == 0
        ? Range.atLeast(low)
        : Range.between(low, amount + fog.nextInt(50_000));
  }

  private void expenses(MemberBuilder builder) {
    if (chance(30)) {
      Expense.Kind[] kinds = Expense.Kind.values();
      Expense expense =
          Expense.of(kinds[dice.nextInt(kinds.length)], Range.exactly(dice.nextInt(3_000_000)));
      if (hidden()) {
        builder.expensesIncomplete();
      } else {
        builder.expenses(List.of(expense));
      }
    }
  }

  private void obligors(MemberBuilder builder) {
    if (chance(25)) {
      Obligor.Status[] all = Obligor.Status.values();
      Obligor.Status status = all[dice.nextInt(all.length)];
      Obligor.Family family =
          new Obligor.Family(Range.exactly(amount() * 2), 3, 1 + dice.nextInt(3), 2);
      Obligor obligor =
          new Obligor(
              Relation.SON,
              LocalDate.of(1950 + dice.nextInt(40), 1, 1),
              status,
              List.of(),
              Range.exactly(amount() * 12),
              chance(80),
              family,
              Range.ZERO);
      if (hidden()) {
        builder.obligorsUnknown();
      } else {
        builder.obligors(List.of(obligor));
      }
    }
  }

  private Asset asset() {
    return switch (dice.nextInt(5)) {
      case 0 -> Asset.vehicle(Asset.Vehicle.CAR, chance(30));
      case 1 -> Asset.home();
      case 2 -> Asset.business(new Asset.Business(dice.nextInt(2), chance(70), Range.ZERO));
      default -> Asset.financial(Asset.Kind.DEPOSIT, Range.exactly(dice.nextInt(9_000_000)));
    };
  }
}

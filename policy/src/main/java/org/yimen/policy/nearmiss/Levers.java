package org.yimen.policy.nearmiss;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.facts.Told;

/** Every fact of a household that can be moved. */
final class Levers {
  /** No amount is moved further than 1 million yuan. */
  static final long MOST = 100_000_000;

  private final Household household;
  private final LocalDate date;
  private final List<Lever> levers = new ArrayList<>();

  private Levers(Household household, LocalDate date) {
    this.household = household;
    this.date = date;
  }

  static List<Lever> of(Household household, LocalDate date) {
    Levers all = new Levers(household, date);
    all.income(household.told().dibaoIncomeYearly());
    all.property();
    for (int i = 0; i < household.members().size(); i++) {
      all.expenses(i);
      all.company(i);
      all.obligors(i);
    }
    all.child();
    return all.levers;
  }

  /** Those that bear on whether it is watched: net income, sudden expenses, risks. */
  static List<Lever> ofWatch(Household household, LocalDate date) {
    Levers all = new Levers(household, date);
    all.income(household.told().netIncomeYearly());
    for (int i = 0; i < household.members().size(); i++) {
      all.expenses(i);
      all.company(i);
    }
    all.child();
    new Dangers(household).into(all.levers);
    return all.levers;
  }

  /**
   * @param told the whole income in the measure that counts, null: nobody told it
   */
  private void income(@Nullable Range told) {
    if (told == null) {
      for (int i = 0; i < household.members().size(); i++) {
        incomeOf(i);
      }
    } else if (told.isExact()) {
      ChangedFact fact = ChangedFact.HOUSEHOLD_INCOME;
      levers.add(Lever.amount(fact, Lever.FAMILY, true, MOST, this::moved).ofTheYear());
      levers.add(Lever.amount(fact, Lever.FAMILY, false, told.low(), by -> moved(-by)).ofTheYear());
    }
  }

  /** The whole income told is so much higher, in either measure. */
  private Household moved(long by) {
    Told told = household.told();
    return Copies.told(
        household, new Told(by(told.dibaoIncomeYearly(), by), by(told.netIncomeYearly(), by)));
  }

  private static @Nullable Range by(@Nullable Range range, long by) {
    return range == null
        ? null
        : range.isExact() ? Range.exactly(Math.max(0, range.low() + by)) : range;
  }

  private void incomeOf(int at) {
    Member member = household.members().get(at);
    levers.add(
        Lever.amount(
            ChangedFact.INCOME,
            member.id(),
            true,
            MOST,
            by ->
                earning(
                    at,
                    Copies.with(
                        member.income(),
                        IncomeItem.monthly(IncomeItem.Kind.OTHER, Range.exactly(by))))));
    int item = largest(member.income().stream().map(IncomeItem::amount).toList());
    if (item >= 0) {
      IncomeItem old = member.income().get(item);
      Lever less =
          Lever.amount(
              ChangedFact.INCOME,
              member.id(),
              false,
              old.amount().low(),
              by -> earning(at, Copies.replaced(member.income(), item, less(old, by))));
      levers.add(old.yearly() ? less.ofTheYear() : less);
    }
  }

  private Household earning(int at, List<IncomeItem> income) {
    return Copies.member(household, at, Copies.income(household.members().get(at), income));
  }

  private static IncomeItem less(IncomeItem old, long by) {
    Range amount = Range.exactly(old.amount().low() - by);
    return new IncomeItem(old.kind(), amount, old.yearly(), old.from(), old.to());
  }

  /** Where the largest exact amount stands; -1 where there is none. */
  private static int largest(List<Range> amounts) {
    int at = -1;
    for (int i = 0; i < amounts.size(); i++) {
      Range amount = amounts.get(i);
      if (amount.isExact()
          && amount.low() > 0
          && (at < 0 || amount.low() > amounts.get(at).low())) {
        at = i;
      }
    }
    return at;
  }

  private void property() {
    List<Asset> common = household.property();
    levers.add(
        Lever.amount(
            ChangedFact.SAVINGS,
            Lever.FAMILY,
            true,
            MOST,
            by ->
                Copies.property(
                    household,
                    Copies.with(common, Asset.financial(Asset.Kind.DEPOSIT, Range.exactly(by))))));
    add(ChangedFact.HOME, Asset.home());
    add(ChangedFact.VEHICLE, Asset.vehicle(Asset.Vehicle.CAR, false));
    new LessProperty(Lever.FAMILY, common, list -> Copies.property(household, list)).into(levers);
    for (int i = 0; i < household.members().size(); i++) {
      Member member = household.members().get(i);
      int at = i;
      new LessProperty(
              member.id(),
              member.property(),
              list -> Copies.member(household, at, Copies.property(member, list)))
          .into(levers);
    }
  }

  private void add(ChangedFact fact, Asset asset) {
    Household then = Copies.property(household, Copies.with(household.property(), asset));
    levers.add(Lever.turn(fact, Lever.FAMILY, true, then));
  }

  private void expenses(int at) {
    Member member = household.members().get(at);
    if (at == 0) {
      levers.add(
          Lever.amount(
              ChangedFact.EXPENSE,
              Lever.FAMILY,
              true,
              MOST,
              by ->
                  spending(
                      at,
                      Copies.with(
                          member.expenses(),
                          new Expense(Expense.Kind.MEDICAL, Range.exactly(by), date)))));
    }
    int item = largest(member.expenses().stream().map(Expense::amount).toList());
    if (item >= 0) {
      Expense old = member.expenses().get(item);
      levers.add(
          Lever.amount(
              ChangedFact.EXPENSE,
              member.id(),
              false,
              old.amount().low(),
              by -> spending(at, Copies.replaced(member.expenses(), item, less(old, by)))));
    }
  }

  private static Expense less(Expense old, long by) {
    return new Expense(old.kind(), Range.exactly(old.amount().low() - by), old.date());
  }

  private Household spending(int at, List<Expense> expenses) {
    return Copies.member(household, at, Copies.expenses(household.members().get(at), expenses));
  }

  private void company(int at) {
    Member member = household.members().get(at);
    if (member.relation() != Relation.APPLICANT) {
      Member away = Copies.flags(member, member.flags().with(Flag.LIVE_ELSEWHERE));
      Household then = Copies.member(household, at, away);
      levers.add(Lever.turn(ChangedFact.MEMBER, member.id(), false, then));
    }
  }

  private void child() {
    Member child = Member.of("+", Relation.SON, date.minusYears(1)).build();
    Household then = Copies.members(household, Copies.with(household.members(), child));
    levers.add(Lever.turn(ChangedFact.MEMBER, Lever.FAMILY, true, then));
  }

  private void obligors(int at) {
    Member member = household.members().get(at);
    if (!member.obligorsKnown() || !member.obligors().isEmpty()) {
      Member alone = Copies.obligors(member, List.<Obligor>of());
      Household then = Copies.member(household, at, alone);
      levers.add(Lever.turn(ChangedFact.OBLIGOR, member.id(), false, then));
    }
  }
}

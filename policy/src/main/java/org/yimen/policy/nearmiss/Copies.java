package org.yimen.policy.nearmiss;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Expense;
import org.yimen.policy.facts.Flags;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Told;

/** Households and members that are the same but for one thing. */
final class Copies {
  private Copies() {}

  static <T> List<T> with(List<T> list, T more) {
    List<T> copy = new ArrayList<>(list);
    copy.add(more);
    return copy;
  }

  static <T> List<T> without(List<T> list, int at) {
    List<T> copy = new ArrayList<>(list);
    copy.remove(at);
    return copy;
  }

  static <T> List<T> replaced(List<T> list, int at, T other) {
    List<T> copy = new ArrayList<>(list);
    copy.set(at, other);
    return copy;
  }

  /** The same home, but safe or not. */
  static Household housed(Household h, Household.HousingGrade grade) {
    return at(h, new Risks(grade, h.dropout(), h.risks(), h.risksKnown()));
  }

  static Household schooled(Household h, boolean dropout) {
    return at(h, new Risks(h.housingGrade(), dropout, h.risks(), h.risksKnown()));
  }

  /** The same with these risks and no others. */
  static Household atRisk(Household h, Set<Household.Risk> risks) {
    return at(h, new Risks(h.housingGrade(), h.dropout(), risks, true));
  }

  private record Risks(
      Household.@Nullable HousingGrade housing,
      boolean dropout,
      Set<Household.Risk> named,
      boolean known) {}

  static Household members(Household h, List<Member> members) {
    return copy(h, members, h.property(), h.told(), risks(h));
  }

  static Household member(Household h, int at, Member other) {
    return members(h, replaced(h.members(), at, other));
  }

  static Household property(Household h, List<Asset> property) {
    return copy(h, h.members(), property, h.told(), risks(h));
  }

  static Household told(Household h, Told told) {
    return copy(h, h.members(), h.property(), told, risks(h));
  }

  private static Risks risks(Household h) {
    return new Risks(h.housingGrade(), h.dropout(), h.risks(), h.risksKnown());
  }

  private static Household at(Household h, Risks risks) {
    return copy(h, h.members(), h.property(), h.told(), risks);
  }

  private static Household copy(
      Household h, List<Member> members, List<Asset> property, Told told, Risks risks) {
    return new Household(
        h.residence(),
        h.formerlyPoor(),
        h.farmer(),
        h.paymentClass(),
        members,
        property,
        h.propertyComplete(),
        risks.housing,
        h.water(),
        risks.dropout,
        h.uninsuredMembers(),
        risks.named,
        risks.known,
        h.nobodyAbleToWork(),
        told);
  }

  static Member income(Member m, List<IncomeItem> income) {
    return copy(m, new Parts(income, m.expenses(), m.property(), m.flags(), m.obligors()), m);
  }

  static Member expenses(Member m, List<Expense> expenses) {
    return copy(m, new Parts(m.income(), expenses, m.property(), m.flags(), m.obligors()), m);
  }

  static Member property(Member m, List<Asset> property) {
    return copy(m, new Parts(m.income(), m.expenses(), property, m.flags(), m.obligors()), m);
  }

  static Member flags(Member m, Flags flags) {
    return copy(m, new Parts(m.income(), m.expenses(), m.property(), flags, m.obligors()), m);
  }

  /** The same with these obligors and no others. */
  static Member obligors(Member m, List<Obligor> obligors) {
    Parts parts = new Parts(m.income(), m.expenses(), m.property(), m.flags(), obligors);
    return copy(m, parts, null);
  }

  private record Parts(
      List<IncomeItem> income,
      List<Expense> expenses,
      List<Asset> property,
      Flags flags,
      List<Obligor> obligors) {}

  private static Member copy(Member m, Parts parts, @Nullable Member sameObligors) {
    return new Member(
        m.id(),
        m.relation(),
        m.birthDate(),
        m.sex(),
        parts.income,
        m.incomeComplete(),
        m.costs(),
        parts.expenses,
        m.expensesComplete(),
        parts.property,
        m.disabilities(),
        m.labour(),
        m.employment(),
        m.student(),
        m.livesTogetherMonths(),
        parts.flags,
        m.clergyYears(),
        m.selfCare(),
        m.supportMode(),
        parts.obligors,
        sameObligors == null || m.obligorsKnown());
  }
}

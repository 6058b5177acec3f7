package org.yimen.bench.deciding;

import java.time.LocalDate;
import java.util.Map;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Relation;

/**
 * A member as Drools and DMN get it: incomes are summed and dependence is found before the clock
 * starts, in their favour.
 */
public final class PeerPerson {
  private final int household;
  private final Relation relation;
  private final boolean away;
  private final boolean dependent;
  private final boolean dutyOwed;
  private final long months;
  private final long income;

  PeerPerson(int household, Member member, LocalDate date) {
    this.household = household;
    this.relation = member.relation();
    this.away = DibaoByHand.away(member);
    this.dependent = DibaoByHand.dependent(member, date);
    this.dutyOwed = member.flags().has(Flag.DUTY_OWED);
    this.months = member.livesTogetherMonths().low();
    this.income = DibaoByHand.income(member);
  }

  public int getHousehold() {
    return household;
  }

  public Relation getRelation() {
    return relation;
  }

  public boolean isAway() {
    return away;
  }

  public boolean isDependent() {
    return dependent;
  }

  public boolean isDutyOwed() {
    return dutyOwed;
  }

  public long getMonths() {
    return months;
  }

  /** Fen a year. */
  public long getIncome() {
    return income;
  }

  Map<String, Object> context() {
    return Map.of(
        "relation", relation.code(),
        "away", away,
        "dependent", dependent,
        "dutyOwed", dutyOwed,
        "months", months,
        "income", income);
  }
}

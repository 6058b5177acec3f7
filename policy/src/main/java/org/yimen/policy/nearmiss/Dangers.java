package org.yimen.policy.nearmiss;

import java.util.List;
import java.util.Set;
import org.yimen.policy.facts.Household;

/** Risks of falling back into poverty that appear or go away (中农组发〔2021〕7号 监测范围). */
record Dangers(Household household) {

  private static final Set<Household.HousingGrade> UNSAFE =
      Set.of(Household.HousingGrade.C, Household.HousingGrade.D);

  void into(List<Lever> levers) {
    boolean named = !household.risks().isEmpty();
    Set<Household.Risk> others = named ? Set.of() : Set.of(Household.Risk.ILLNESS);
    add(levers, ChangedFact.RISK, !named, Copies.atRisk(household, others));
    Household.HousingGrade grade = household.housingGrade();
    boolean unsafe = grade != null && UNSAFE.contains(grade);
    Household.HousingGrade other = unsafe ? Household.HousingGrade.A : Household.HousingGrade.D;
    add(levers, ChangedFact.HOUSING, !unsafe, Copies.housed(household, other));
    boolean dropout = household.dropout();
    add(levers, ChangedFact.DROPOUT, !dropout, Copies.schooled(household, !dropout));
  }

  private static void add(List<Lever> levers, ChangedFact fact, boolean more, Household then) {
    levers.add(Lever.turn(fact, Lever.FAMILY, more, then));
  }
}

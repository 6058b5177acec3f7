package org.yimen.eligibility;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yimen.eligibility.evidence.FactsHash;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.Lists;

/** A household in which nobody lives any more: the law has nothing to say of it. */
final class Deserted {

  private Deserted() {}

  static Indication indication(HouseholdRecord household, LocalDate asOf) {
    Set<Lists> lists = EnumSet.noneOf(Lists.class);
    lists.addAll(Lists.of(household, asOf));
    lists.remove(Lists.WATCH);
    boolean late = household.gone().stream().anyMatch(one -> Lists.outlived(one, household, asOf));
    Group group =
        lists.isEmpty()
            ? Group.UNLISTED_NOT
            : late ? Group.LISTED_CONTRADICTED : Group.LISTED_AGREES;
    String text = text(lists, late);
    return new Indication(
        household.id(),
        group,
        "none",
        null,
        Certainty.KNOWN,
        lists.isEmpty() ? 0 : late ? 95 : 40,
        0,
        text + "。",
        List.of(),
        group == Group.LISTED_CONTRADICTED ? List.of(text) : List.of(),
        new byte[] {0},
        FactsHash.of(household));
  }

  private static String text(Set<Lists> lists, boolean late) {
    if (lists.isEmpty()) {
      return "台账上已没有现在的成员";
    }
    String list = lists.iterator().next().title();
    return late ? "在册人员均已故，" + list + "未按月停止，请核实后按程序终止" : "在册人员均在本期发放后去世，" + list + "应自次月起停止";
  }
}

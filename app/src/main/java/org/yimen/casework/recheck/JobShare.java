package org.yimen.casework.recheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.standing.Award;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.amounts.JobRefusal;
import org.yimen.policy.facts.Household;

/** The share of who refuses work: only that one is taken off (民发〔2021〕57号 第三十四条). */
@Component
class JobShare {

  private final LawInForce inForce;
  private final CaseClocks clocks;

  JobShare(LawInForce inForce, CaseClocks clocks) {
    this.inForce = inForce;
    this.clocks = clocks;
  }

  /** How many refusals in a row it takes. */
  int limit(String area) {
    LocalDate today = clocks.today();
    var value =
        inForce.law().parameter("dibao.jobRefusals", today, area, Household.Residence.URBAN);
    if (value == null || !(value.value() instanceof Number number)) {
      throw new IllegalStateException("no value of dibao.jobRefusals on " + today);
    }
    return number.intValue();
  }

  /** The amounts without this person's share of the household's and without what is his own. */
  List<Award.Amount> without(List<Award.Amount> amounts, String person, int persons) {
    return amounts.stream()
        .filter(one -> !one.person().equals(person) || person.isEmpty())
        .map(one -> one.item().equals("allowance") ? less(one, persons) : one)
        .filter(one -> one.fen() > 0)
        .toList();
  }

  private static Award.Amount less(Award.Amount allowance, int persons) {
    BigDecimal yuan = BigDecimal.valueOf(allowance.fen(), 2);
    BigDecimal left = new JobRefusal(yuan, persons).after(1, 1);
    return new Award.Amount(
        allowance.person(), allowance.item(), left.movePointRight(2).longValueExact());
  }
}

package org.yimen.eligibility.indication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.yimen.eligibility.evidence.CaseFacts;
import org.yimen.eligibility.evidence.FactKind;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.Lists;
import org.yimen.eligibility.evidence.Said;
import org.yimen.eligibility.inforce.LawWhenTold;

/**
 * By which standard a payment was reckoned. A roll says what is paid on the day it is read, however
 * long the family is on it; a payment is of its own day.
 */
final class StandardPaidBy {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final LawWhenTold law;
  private final LocalDate asOf;

  StandardPaidBy(LawWhenTold law, LocalDate asOf) {
    this.law = law;
    this.asOf = asOf;
  }

  /** The lines with the standard that the household's payment was reckoned by. */
  Lines in(Lines lines, HouseholdRecord household) {
    Said paid = Lists.paid(household);
    return paid == null ? lines : lines.paidBy(standard(paid, household));
  }

  private long standard(Said paid, HouseholdRecord household) {
    Instant told = told(paid);
    LocalDate day = LocalDate.ofInstant(told, CHINA);
    LocalDate from = paid.from();
    LocalDate held = from != null && from.isAfter(day) ? from : day;
    return Lines.standard(
        law.at(told),
        held.isAfter(asOf) ? asOf : held,
        household.area(),
        CaseFacts.residence(household));
  }

  private static Instant told(Said paid) {
    LocalDate on = paid.kind() == FactKind.PAYMENT_DIBAO ? paid.from() : null;
    Instant evening = on == null ? Instant.MAX : on.atTime(23, 59).atZone(CHINA).toInstant();
    return evening.isBefore(paid.recordedAt()) ? evening : paid.recordedAt();
  }
}

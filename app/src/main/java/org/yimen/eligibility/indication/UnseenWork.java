package org.yimen.eligibility.indication;

import static org.yimen.eligibility.evidence.Thresholds.STANDARD;

import java.time.LocalDate;
import java.util.List;
import org.yimen.eligibility.evidence.FactKind;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.MemberRecord;

/**
 * Members of working age who have no income on any record, and what the family would earn if they
 * earned what the others do: the method of labour coefficients, which 民发〔2022〕83号 allows with care,
 * here only to ask. Where somebody is gravely ill or disabled, one able member is taken to care and
 * not to earn, as tables of such coefficients do.
 *
 * @param who the members without an income on record
 * @param expected what the wages on record and these come to, fen a month; 0 where nobody's wage is
 *     known to compare with or nobody is free to earn
 */
record UnseenWork(List<MemberRecord> who, long expected) {

  private static final int SEVERE = 2;

  static UnseenWork of(HouseholdRecord household, LocalDate asOf) {
    List<MemberRecord> unseen =
        household.members().stream().filter(one -> isUnseen(one, asOf)).toList();
    long earners = household.members().stream().filter(one -> one.wage() > 0).count();
    boolean care = household.members().stream().anyMatch(UnseenWork::needsCare);
    int free = unseen.size() - (care ? 1 : 0);
    if (earners == 0 || free <= 0) {
      return new UnseenWork(unseen, 0);
    }
    long wages = household.wages();
    return new UnseenWork(unseen, wages + wages / earners * free);
  }

  private static boolean needsCare(MemberRecord member) {
    return member.has(FactKind.SERIOUS_ILLNESS) || member.disabled(SEVERE);
  }

  /** Of working age and able, without school, work, certificate or registration on any record. */
  static boolean isUnseen(MemberRecord member, LocalDate asOf) {
    int age = member.age(asOf);
    return age >= STANDARD.grownFrom()
        && age < STANDARD.grownUntil()
        && member.wage() == 0
        && !member.has(FactKind.EMPLOYMENT)
        && !member.has(FactKind.DISABILITY)
        && !member.has(FactKind.SERIOUS_ILLNESS)
        && !member.has(FactKind.LABOUR, "none")
        && (!member.has(FactKind.STUDENT) || member.has(FactKind.STUDENT, "none"));
  }
}

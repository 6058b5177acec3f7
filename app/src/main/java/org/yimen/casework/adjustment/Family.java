package org.yimen.casework.adjustment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.ReadAward;
import org.yimen.policy.Category;
import org.yimen.policy.amounts.RaisedStandard;

/**
 * A recognised family before a new standard is carried out.
 *
 * @param town and village: names of its area
 * @param place in the law
 * @param now what it gets in the month to come
 * @param since first month of these amounts
 * @param passing it ends by itself: a grace period or a last day
 * @param recheck state of its open re-check; null: none is open
 * @param made the last determination; null: taken over from a roll and not looked at since
 * @param members whom that determination is about
 * @param adjusted by what these amounts were reckoned, where a standard was carried out since the
 *     determination; null: none was
 * @param cameIn when it was registered or taken over
 */
record Family(
    long standing,
    String applicant,
    String town,
    String village,
    RaisedStandard.Covered place,
    Award now,
    LocalDate since,
    boolean passing,
    @Nullable String recheck,
    Determinations.@Nullable Made made,
    List<ReadAward.Member> members,
    @Nullable Adjustment adjusted,
    OffsetDateTime cameIn) {

  /**
   * An adjustment before.
   *
   * @param law number of the last decision on a value that was in force then
   * @param month from which it held
   */
  record Adjustment(long law, LocalDate month) {}

  Category category() {
    return now.category();
  }
}

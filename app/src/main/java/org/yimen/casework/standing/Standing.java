package org.yimen.casework.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/**
 * A recognised family as it stands now.
 *
 * @param application that brought it in
 * @param monthlyFen what it gets a month by the last decision
 * @param since first day of its first month
 * @param validUntil last day; null where it holds until a re-check ends it
 * @param recheckDue last day of the next re-check; null where there is none, as of what expires
 * @param graceUntil last day of a grace period; null: none
 * @param endedOn first day on which it no longer holds; may lie ahead
 */
public record Standing(
    long id,
    long application,
    String area,
    @Nullable Long household,
    String applicant,
    String category,
    int persons,
    long monthlyFen,
    LocalDate since,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate recheckFrom,
    @Nullable LocalDate recheckDue,
    @Nullable LocalDate graceUntil,
    @Nullable LocalDate endedOn) {

  /** The category now. */
  public Category in() {
    return Coded.of(Category.class, category);
  }

  /** Whether nothing holds any more. */
  public boolean isOver(LocalDate today) {
    return endedOn != null && !endedOn.isAfter(today);
  }
}

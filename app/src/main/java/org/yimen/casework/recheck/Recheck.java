package org.yimen.casework.recheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.ProblemType;
import org.yimen.policy.facts.Coded;

/**
 * A re-check.
 *
 * @param person whom it is about, by the key of the recognitions; empty: the family
 * @param happenedOn the day of the death, or of the first day at work
 * @param refusals days on which suitable work was refused
 * @param found what was proposed; null before
 * @param beforeFen what the family got a month when it was proposed
 * @param lastPaid first day of the last month that was paid; null: this month
 * @param effectiveFrom first month in which it holds; null before it has effect
 */
record Recheck(
    long application,
    long standing,
    Cause cause,
    String because,
    String person,
    @Nullable LocalDate happenedOn,
    List<LocalDate> refusals,
    @Nullable Found found,
    long beforeFen,
    @Nullable LocalDate lastPaid,
    @Nullable LocalDate effectiveFrom) {

  /**
   * What was proposed.
   *
   * @param determination it rests on; null where the law asks for none
   * @param graceUntil last day of a grace period
   * @param needsNotice the end of a tekun person's support hangs in the village first
   */
  record Found(
      Outcome outcome,
      @Nullable Long determination,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate graceUntil,
      String reason,
      boolean needsNotice) {}

  /** What was proposed; a case without is not yet to be reviewed. */
  Found foundOrRefuse() {
    if (found == null) {
      throw ProblemType.INVALID_REQUEST.because("还没有复核意见，请先提出复核意见。");
    }
    return found;
  }

  /** Whether the family has to have it in writing first; nobody is left of whom the last died. */
  boolean isServed() {
    return found != null
        && found.outcome().isServed()
        && !(cause == Cause.DEATH && found.outcome() == Outcome.STOPPED);
  }

  static Recheck of(ResultSet row, int number) throws SQLException {
    return new Recheck(
        row.getLong("application"),
        row.getLong("standing"),
        Coded.of(Cause.class, row.getString("cause")),
        row.getString("because"),
        row.getString("person"),
        row.getObject("happened_on", LocalDate.class),
        Arrays.stream((java.sql.Date[]) row.getArray("refusals").getArray())
            .map(java.sql.Date::toLocalDate)
            .toList(),
        row.getString("outcome") == null ? null : found(row),
        row.getLong("before_fen"),
        row.getObject("last_paid", LocalDate.class),
        row.getObject("effective_from", LocalDate.class));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        Coded.of(Outcome.class, row.getString("outcome")),
        row.getObject("determination", Long.class),
        row.getString("category"),
        row.getInt("persons"),
        row.getLong("monthly_fen"),
        row.getObject("grace_until", LocalDate.class),
        row.getString("reason"),
        row.getBoolean("needs_notice"));
  }
}

package org.yimen.eligibility.evidence;

/**
 * What screening takes for granted where registers are silent; no law says these figures. Each is
 * explained, with what it was measured on, in {@code docs/spec/screening.md}.
 *
 * @param toldWithin how far an income that a bureau's file tells may be off, in percent: near a
 *     line it decides nothing
 * @param nearLine a payment of at most this share of the standard a head, in percent, says that the
 *     family was assessed close to the standard, so that little unseen income is too much
 * @param grownFrom age from which somebody without school, work or certificate on record is
 *     expected to have an income: below it people may be at a university, which no file lists
 * @param grownUntil age from which nobody is expected to work
 * @param paidWithinMonths how long ago a payment may lie and still say that the family is on the
 *     list
 * @param wageOver how far wages must exceed the income that a payment presupposes, in percent
 */
public record Thresholds(
    int toldWithin,
    int nearLine,
    int grownFrom,
    int grownUntil,
    int paidWithinMonths,
    int wageOver) {

  public static final Thresholds STANDARD = new Thresholds(3, 15, 23, 60, 3, 0);
}

package org.yimen.eligibility.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A living person who belongs to a household now, with what is said of it.
 *
 * @param relation to the head, two digits of GB/T 4761
 */
public record MemberRecord(
    long id,
    String name,
    @Nullable String relation,
    @Nullable LocalDate birth,
    @Nullable String sex,
    Evidence said)
    implements Spoken {

  /** Age on a day; -1 where the birth date is not known. */
  public int age(LocalDate day) {
    return birth == null ? -1 : (int) ChronoUnit.YEARS.between(birth, day);
  }

  /** The day of death; null where the person lives or no day was told. */
  public @Nullable LocalDate died() {
    Said death = first(FactKind.DEATH);
    return death == null ? null : death.from();
  }

  /** Contribution base, fen a month: what the person earns at least; 0 where none is known. */
  public long wage() {
    return Math.max(0, amount(FactKind.WAGE_BASE));
  }

  /** Whether a certified disability is of this level or graver (1 is the gravest). */
  public boolean disabled(int level) {
    for (Said one : all(FactKind.DISABILITY)) {
      if (one.code() != null && level(one.code()) <= level) {
        return true;
      }
    }
    return false;
  }

  private static int level(String code) {
    return code.charAt(code.length() - 1) - '0';
  }
}

package org.yimen.eligibility.evidence;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
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
    List<Said> said) {

  /** Age on a day; -1 where the birth date is not known. */
  public int age(LocalDate day) {
    return birth == null ? -1 : Period.between(birth, day).getYears();
  }

  public boolean has(String kind) {
    return first(kind) != null;
  }

  public boolean has(String kind, String code) {
    for (Said one : said) {
      if (one.is(kind, code)) {
        return true;
      }
    }
    return false;
  }

  public @Nullable Said first(String kind) {
    for (Said one : said) {
      if (one.is(kind)) {
        return one;
      }
    }
    return null;
  }

  public Stream<Said> all(String kind) {
    return said.stream().filter(one -> one.is(kind));
  }

  /** The day of death; null where the person lives or no day was told. */
  public @Nullable LocalDate died() {
    Said death = first("death");
    return death == null ? null : death.from();
  }

  /** Contribution base, fen a month: what the person earns at least; 0 where none is known. */
  public long wage() {
    long most = 0;
    for (Said one : said) {
      if (one.is("wage.base")) {
        most = Math.max(most, one.amount());
      }
    }
    return most;
  }

  /** Whether a certified disability is of this level or graver (1 is the gravest). */
  public boolean disabled(int level) {
    for (Said one : said) {
      if (one.is("disability") && one.code() != null && level(one.code()) <= level) {
        return true;
      }
    }
    return false;
  }

  private static int level(String code) {
    return code.charAt(code.length() - 1) - '0';
  }
}

package org.yimen.policy.amounts;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.facts.Member;

/**
 * Whether a person goes on being supported as 特困 after a re-check (民发〔2021〕43号 第二十四条). A suspended
 * sentence is no prison, and who can look after himself again only changes the grade of care.
 * Support ends from the month after the notice (第二十五条).
 */
public enum TekunEnding {
  /** All tests are still met. */
  KEPT,
  /** Recognised as a minor: kept until 18, and beyond while at a school that counts. */
  KEPT_AS_PUPIL,
  ENDED,
  /** Facts are missing. */
  OPEN;

  private static final Set<Member.Student> SCHOOLS =
      Set.of(Member.Student.COMPULSORY, Member.Student.SENIOR_HIGH, Member.Student.VOCATIONAL);

  /**
   * @param now the determination of the re-check
   * @param asMinor whether the person was recognised before the eighteenth birthday
   */
  public static TekunEnding of(Member member, Determination now, boolean asMinor) {
    Finding tekun = finding(member, now);
    if (tekun == Finding.MET) {
      return KEPT;
    }
    boolean onlyOlder = now.conditions().stream().noneMatch(c -> fails(member, c));
    if (asMinor && onlyOlder && pupilOrMinor(member, now.date())) {
      return tekun == Finding.UNKNOWN ? OPEN : KEPT_AS_PUPIL;
    }
    return tekun == Finding.UNKNOWN ? OPEN : ENDED;
  }

  private static Finding finding(Member member, Determination now) {
    return now.persons().stream()
        .filter(person -> person.id().equals(member.id()))
        .findFirst()
        .map(Determination.Person::tekun)
        .orElse(Finding.UNKNOWN);
  }

  /** A test of this person other than ability to work is not met. */
  private static boolean fails(Member member, Determination.Condition condition) {
    return condition.subject().equals(member.id())
        && condition.id().startsWith("tekun.")
        && !condition.id().startsWith("tekun.labour")
        && condition.result() == Finding.NOT_MET;
  }

  private static boolean pupilOrMinor(Member member, LocalDate day) {
    return Period.between(member.birthDate(), day).getYears() < 18
        || SCHOOLS.contains(member.student());
  }
}

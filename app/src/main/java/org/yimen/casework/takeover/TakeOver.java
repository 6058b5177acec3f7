package org.yimen.casework.takeover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;
import org.yimen.policy.clocks.Deadline;

/**
 * Takes over whom a roll shows as recognised (区方案 三（二）: 不再重复排查认定，直接纳入动态监测范围): with category,
 * persons, amount and re-check as they stand on the roll. Who is on no roll can't come in this way,
 * and nothing that anybody types decides.
 */
@Component
class TakeOver {

  private final ReadRolls rolls;
  private final WriteTakeOver write;
  private final CaseClocks clocks;
  private final Access access;

  TakeOver(ReadRolls rolls, WriteTakeOver write, CaseClocks clocks, Access access) {
    this.rolls = rolls;
    this.write = write;
    this.clocks = clocks;
    this.access = access;
  }

  /**
   * A family as it will stand.
   *
   * @param recheckFrom the last anniversary, from which the re-check is reckoned
   * @param recheck null where it expires instead
   */
  record Taken(
      Roll roll,
      LocalDate since,
      @Nullable LocalDate validUntil,
      @Nullable LocalDate recheckFrom,
      @Nullable Deadline recheck) {}

  /** One that can't be taken over as it is. */
  record Held(Roll roll, String why) {}

  record Found(List<Taken> ready, List<Held> held) {}

  /** All of the user's area that is not here yet. */
  Found look() {
    LocalDate today = clocks.today();
    List<Taken> ready = new ArrayList<>();
    List<Held> held = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    for (Roll roll : rolls.in(access.areaPrefix(), today)) {
      Taken one = taken(roll, today);
      String why = roll.heldBecause(one.validUntil(), today);
      if (why == null && roll.people().stream().anyMatch(who -> taken.contains(who.id()))) {
        why = "家庭成员中有人也在另一户的名册上";
      }
      if (why != null) {
        held.add(new Held(roll, why));
      } else {
        ready.add(one);
        roll.people().forEach(who -> taken.add(who.id()));
      }
    }
    return new Found(ready, held);
  }

  /** Takes all over that can be; done again it takes only those that are new. */
  @Transactional
  public Found all() {
    write.alone();
    Found found = look();
    if (found.ready().isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("名册上没有可以接续的家庭：都已经在册，或者需要先核对。");
    }
    write.all(found.ready());
    access.tell(
        Deed.CASE_STEP, "area:" + access.areaPrefix(), "名册接续 %d 户".formatted(found.ready().size()));
    return found;
  }

  private Taken taken(Roll roll, LocalDate today) {
    LocalDate since = roll.since() == null ? today : roll.since();
    String area = roll.area() == null ? "" : roll.area();
    Category category = roll.category();
    boolean expires = category == Category.RIGID_EXPENSE;
    LocalDate from = expires ? null : lastRecheck(roll, today);
    return new Taken(
        roll,
        since.withDayOfMonth(1),
        expires && roll.since() != null ? clocks.end(Limits.RIGID_VALIDITY, area, since) : null,
        from,
        from == null
            ? null
            : clocks.plain(
                category == Category.TEKUN ? Limits.TEKUN_RECHECK : Limits.RECHECK, area, from));
  }

  /**
   * The last anniversary, so that re-checks spread over the year as recognitions did; where no day
   * is known, a day of the last ten months, so that they spread over the year to come.
   */
  private static LocalDate lastRecheck(Roll roll, LocalDate today) {
    LocalDate since = roll.since();
    return since == null || since.isAfter(today)
        ? today.minusMonths(roll.household() % 11)
        : anniversary(since, today);
  }

  static LocalDate anniversary(LocalDate since, LocalDate today) {
    LocalDate last = since.plusYears(today.getYear() - since.getYear());
    return last.isAfter(today) ? since.plusYears(today.getYear() - since.getYear() - 1L) : last;
  }
}

package org.yimen.casework.recheck;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.Standing;
import org.yimen.casework.standing.Standings;
import org.yimen.policy.Category;

/** How a family stands before a re-check changes anything, and how long what it gets then holds. */
@Component
class Before {

  private final Standings standings;
  private final CaseClocks clocks;

  Before(Standings standings, CaseClocks clocks) {
    this.standings = standings;
    this.clocks = clocks;
  }

  Standing standing(Recheck recheck) {
    return standings.lock(recheck.standing());
  }

  /** Who is in and gets what; of a family not yet paid, from its first month on. */
  Award award(Recheck recheck) {
    Standing standing = standings.get(recheck.standing());
    LocalDate today = clocks.today();
    LocalDate day = standing.since().isAfter(today) ? standing.since() : today;
    LocalDate month = latest(standing, day);
    return new Award(
        standing.in(),
        standings.people(standing.id(), month),
        standings.amounts(standing.id(), month));
  }

  /** A change that is decided for next month holds already for what is decided after it. */
  private LocalDate latest(Standing standing, LocalDate day) {
    LocalDate next = day.withDayOfMonth(1).plusMonths(1);
    return standing.endedOn() == null || standing.endedOn().isAfter(next) ? next : day;
  }

  /** Rigid expenditure holds for twelve months (刚性支出困难家庭认定办法 第十条), the rest until changed. */
  @Nullable LocalDate validUntil(Recheck.Found found, String area, LocalDate day) {
    return found.category().equals(Category.RIGID_EXPENSE.code())
        ? clocks.end(Limits.RIGID_VALIDITY, area, day)
        : null;
  }
}

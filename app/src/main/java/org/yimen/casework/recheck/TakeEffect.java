package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.ChangeStanding;
import org.yimen.casework.standing.Effect;
import org.yimen.casework.standing.ReadAward;
import org.yimen.policy.Category;
import org.yimen.policy.amounts.PaidMonths;

/** Lets the decision of a re-check hold from the month after it, or after it was served. */
@Component
class TakeEffect {

  private final ChangeStanding change;
  private final ReadAward read;
  private final Determinations determinations;
  private final JobShare share;
  private final Before before;

  TakeEffect(
      ChangeStanding change,
      ReadAward read,
      Determinations determinations,
      JobShare share,
      Before before) {
    this.change = change;
    this.read = read;
    this.determinations = determinations;
    this.share = share;
    this.before = before;
  }

  /**
   * What it did.
   *
   * @param from first month in which it holds
   * @param tooMuchFen paid more a month than is due since, after a death
   */
  record Done(LocalDate from, long tooMuchFen) {}

  /** Day is that of the decision, or on which it was served. */
  Done of(Application application, Recheck recheck, long decision, LocalDate day) {
    Recheck.Found found = recheck.foundOrRefuse();
    before.standing(recheck);
    Award now = before.award(recheck);
    Determinations.Made made =
        found.determination() == null ? null : determinations.last(application.id());
    LocalDate from = from(recheck, found, day);
    Award then = then(recheck, found, now, made);
    LocalDate until = before.validUntil(found, application.area(), day);
    Effect effect = new Effect(recheck.standing(), decision, application.id(), then, from, until);
    if (found.outcome() == Outcome.GRACE) {
      change.grace(effect, Objects.requireNonNull(found.graceUntil()));
      return new Done(from, 0);
    }
    if (recheck.cause() == Cause.DEATH) {
      change.died(effect, recheck.person(), Objects.requireNonNull(recheck.happenedOn()));
    }
    change.change(effect, recheck.cause().code());
    change.recheckedToday(recheck.standing(), made);
    return new Done(from, now.monthlyFen() - then.monthlyFen());
  }

  private static LocalDate from(Recheck recheck, Recheck.Found found, LocalDate day) {
    LocalDate death = recheck.happenedOn();
    boolean last = recheck.cause() == Cause.DEATH && found.outcome() == Outcome.STOPPED;
    return last && death != null
        ? YearMonth.from(death).plusMonths(1).atDay(1)
        : PaidMonths.firstAfterDecision(day).atDay(1);
  }

  private Award then(
      Recheck recheck, Recheck.Found found, Award now, Determinations.@Nullable Made made) {
    return switch (found.outcome()) {
      case STOPPED -> Award.NOTHING;
      case GRACE -> now;
      case KEPT -> kept(recheck, found, now, made);
      default ->
          made == null
              ? new Award(
                  now.category(),
                  now.people(),
                  share.without(now.amounts(), recheck.person(), now.people().size()))
              : read.of(made, recheck.standing());
    };
  }

  /** What is kept stays as it is, unless other people share the same amount. */
  private Award kept(
      Recheck recheck, Recheck.Found found, Award now, Determinations.@Nullable Made made) {
    if (made == null || made.found() == Category.NONE) {
      return now;
    }
    Award then = read.of(made, recheck.standing());
    boolean same = then.monthlyFen() == found.monthlyFen() && !then.keys().equals(now.keys());
    return same && then.category() == now.category() ? then : now;
  }
}

package org.yimen.casework.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.investigation.Determinations;

/** Lets decisions take effect: on who is in which category, and on what is due in which month. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ChangeStanding {

  private final Standings standings;
  private final Recognitions recognitions;
  private final Entitlements entitlements;
  private final NextRecheck next;
  private final ReadAward read;
  private final CaseClocks clocks;

  ChangeStanding(
      Standings standings,
      Recognitions recognitions,
      Entitlements entitlements,
      NextRecheck next,
      ReadAward read,
      CaseClocks clocks) {
    this.standings = standings;
    this.recognitions = recognitions;
    this.entitlements = entitlements;
    this.next = next;
    this.read = read;
    this.clocks = clocks;
  }

  /** A family is recognised for the first time. */
  public void begin(
      Application application,
      Determinations.Made made,
      long decision,
      LocalDate from,
      @Nullable LocalDate until) {
    long id = standings.add(application, from);
    Effect effect = new Effect(id, decision, application.id(), read.of(made, 0), from, until);
    recognitions.begin(effect);
    entitlements.replace(List.of(effect));
    standings.now(effect, null);
    standings.again(id, next.after(made.found(), application.area(), made), clocks.today());
  }

  /** From the effect's month on the award holds, and nothing else. */
  public void change(Effect effect, String because) {
    recognitions.close(effect, because);
    recognitions.begin(effect);
    entitlements.replace(List.of(effect));
    if (effect.award().people().isEmpty()) {
      standings.ends(effect.standing(), effect.from(), because);
    } else {
      standings.now(effect, null);
    }
  }

  /** Other amounts for the same people, of many families. */
  public void adjust(List<Effect> effects) {
    entitlements.replace(effects);
    standings.pay(effects);
  }

  /** Everything stays until the last day and ends by itself in the month after. */
  public void grace(Effect effect, LocalDate last) {
    LocalDate end = YearMonth.from(last).plusMonths(1).atDay(1);
    standings.now(effect, last);
    recognitions.close(
        new Effect(
            effect.standing(), effect.decision(), effect.application(), Award.NOTHING, end, null),
        "grace");
    entitlements.until(effect.standing(), end);
    standings.ends(effect.standing(), end, "grace");
  }

  /** Who has died leaves from the month after the death, whatever was paid since. */
  public void died(Effect effect, String person, LocalDate on) {
    LocalDate from = YearMonth.from(on).plusMonths(1).atDay(1);
    recognitions.leave(effect, person, from, "death");
    entitlements.leave(effect, person, from);
  }

  /** What a decision ended is as if it had never ended. */
  public void restore(Standing standing, long ended, long decision) {
    recognitions.restore(standing.id(), ended, decision);
    entitlements.restore(standing.id(), ended, decision);
  }

  /** Who is in and gets what since a day on which a decision was taken back. */
  public Award restored(Standing standing, LocalDate from) {
    return new Award(
        standing.in(), recognitions.on(standing.id(), from), entitlements.in(standing.id(), from));
  }

  /** The next re-check is reckoned from today, by what was determined. */
  public void recheckedToday(long standing, Determinations.@Nullable Made made) {
    Standing now = standings.get(standing);
    if (now.endedOn() == null) {
      standings.again(standing, next.after(now.in(), now.area(), made), clocks.today());
    }
  }

  /** The family as it stands after a decision was taken back. */
  public void now(Effect effect) {
    standings.now(effect, null);
  }
}

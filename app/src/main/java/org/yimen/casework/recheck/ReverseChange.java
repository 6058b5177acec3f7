package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.decision.MayDecide;
import org.yimen.casework.notice.PublicNotices;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.ChangeStanding;
import org.yimen.casework.standing.Effect;
import org.yimen.casework.standing.Standing;
import org.yimen.platform.ProblemType;
import org.yimen.policy.amounts.PaidMonths;

/**
 * Takes back a reduction or stop of which the family was not told in writing with reasons, or that
 * was wrong: as if it had never been, with what is owed since (民发〔2021〕57号 第三十二条).
 */
@Component
class ReverseChange {

  static final ProblemType NOT_REVERSIBLE =
      new ProblemType("not-reversible", HttpStatus.CONFLICT, "不能撤销");

  private final RecheckDecisions decisions;
  private final ChangeStanding change;
  private final Before before;
  private final PublicNotices notices;
  private final MayDecide may;
  private final CaseClocks clocks;

  ReverseChange(
      RecheckDecisions decisions,
      ChangeStanding change,
      Before before,
      PublicNotices notices,
      MayDecide may,
      CaseClocks clocks) {
    this.decisions = decisions;
    this.change = change;
    this.before = before;
    this.notices = notices;
    this.may = may;
    this.clocks = clocks;
  }

  /**
   * What is owed.
   *
   * @param monthlyFen what is due a month again
   * @param months already due for which less or nothing was paid
   */
  record Arrears(
      long decision, long monthlyFen, LocalDate firstMonth, int months, long arrearsFen) {}

  Arrears of(Application application, Recheck recheck, String because) {
    may.check(application);
    RecheckDecisions.Decided last = decisions.last(application.id());
    refuseOthers(recheck, last);
    Standing standing = before.standing(recheck);
    LocalDate from = Objects.requireNonNull(recheck.effectiveFrom());
    RecheckDecisions.Decided decided = kept(application, standing, recheck, because);
    change.restore(standing, last.id(), decided.id());
    Award again = change.restored(standing, from);
    change.now(
        new Effect(
            standing.id(), decided.id(), application.id(), again, from, standing.validUntil()));
    change.recheckedToday(standing.id(), null);
    hang(application, standing, again);
    PaidMonths owed = PaidMonths.between(YearMonth.from(from), YearMonth.from(clocks.today()));
    long more = again.monthlyFen() - last.monthlyFen();
    return new Arrears(
        decided.id(), again.monthlyFen(), from, owed.count(), Math.max(0, more) * owed.count());
  }

  private RecheckDecisions.Decided kept(
      Application application, Standing standing, Recheck recheck, String because) {
    return decisions.keep(
        new RecheckDecisions.New(
            application.id(),
            null,
            "reversed",
            standing.category(),
            standing.persons(),
            recheck.beforeFen(),
            because,
            "民发〔2021〕57号 第三十二条",
            recheck.effectiveFrom(),
            may.isDelegated(application)));
  }

  private void hang(Application application, Standing standing, Award again) {
    notices.takeDown(application.id());
    notices.hang(
        new PublicNotices.New(
            application,
            null,
            "confirmed",
            standing.category(),
            again.people().size(),
            again.monthlyFen(),
            clocks.today().plusYears(1)));
  }

  private void refuseOthers(Recheck recheck, RecheckDecisions.Decided last) {
    boolean takesAway =
        last.outcome().equals(Outcome.STOPPED.code())
            || last.outcome().equals(Outcome.REDUCED.code());
    if (!takesAway || recheck.effectiveFrom() == null) {
      throw NOT_REVERSIBLE.because("只有已经生效的减发、停发决定可以撤销；这一件不是，或者已经撤销过。");
    }
    if (decisions.isFollowed(recheck.standing(), last.id())) {
      throw NOT_REVERSIBLE.because("这之后又作过决定，不能直接撤销。请开展新的复核更正。");
    }
    if (recheck.cause() == Cause.DEATH) {
      throw NOT_REVERSIBLE.because("因成员去世作出的决定不在这里撤销。登记有误的，请开展新的复核更正。");
    }
  }
}

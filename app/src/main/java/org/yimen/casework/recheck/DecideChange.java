package org.yimen.casework.recheck;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.casework.decision.MayDecide;

/** Decides a re-check as the law gives it; what takes something away waits until it is served. */
@Component
class DecideChange {

  private final RecheckDecisions decisions;
  private final TakeEffect effect;
  private final AfterEffect after;
  private final MayDecide may;
  private final TakeStep steps;
  private final CaseClocks clocks;

  DecideChange(
      RecheckDecisions decisions,
      TakeEffect effect,
      AfterEffect after,
      MayDecide may,
      TakeStep steps,
      CaseClocks clocks) {
    this.decisions = decisions;
    this.effect = effect;
    this.after = after;
    this.may = may;
    this.steps = steps;
    this.clocks = clocks;
  }

  RecheckDecisions.Decided of(Application application, Recheck recheck) {
    may.check(application);
    refuseInvestigators(application, Step.DECIDE_CHANGE);
    Recheck.Found found = recheck.foundOrRefuse();
    after.refuseUnpublished(application, found);
    RecheckDecisions.Decided decided = kept(application, found);
    boolean served = recheck.isServed();
    steps.done(
        application,
        Step.DECIDE_CHANGE,
        served ? State.AWAITING_SERVICE : State.DONE,
        found.outcome().title());
    after.decided(application);
    if (!served) {
      holds(application, recheck, decided.id(), clocks.today());
    }
    return decisions.last(application.id());
  }

  /** What is paid is not decided by who found or proposed it. */
  void refuseInvestigators(Application application, Step step) {
    steps.refuseWhoDid(
        application,
        step,
        Step.ANSWER_CHECK,
        Step.VISIT,
        Step.DISTRICT_VISIT,
        Step.PROPOSE_CHANGE,
        Step.REVIEW_CHANGE);
  }

  private RecheckDecisions.Decided kept(Application application, Recheck.Found found) {
    return decisions.keep(
        new RecheckDecisions.New(
            application.id(),
            found.determination(),
            found.outcome().code(),
            found.category(),
            found.persons(),
            found.monthlyFen(),
            found.reason(),
            found.outcome().basis(),
            null,
            may.isDelegated(application)));
  }

  /** It is in the family's hands. */
  void served(Application application, Recheck recheck, LocalDate on) {
    RecheckDecisions.Decided decided = decisions.last(application.id());
    after.refuseWrongDay(decided, on);
    holds(application, recheck, decided.id(), on);
    decisions.served(decided.id(), on);
    steps.done(application, Step.SERVE_CHANGE, State.DONE, on.toString());
  }

  private void holds(Application application, Recheck recheck, long decision, LocalDate day) {
    TakeEffect.Done done = effect.of(application, recheck, decision, day);
    after.holds(application, recheck, decision, done);
  }
}

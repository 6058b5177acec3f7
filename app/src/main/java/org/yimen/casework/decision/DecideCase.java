package org.yimen.casework.decision;

import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.notice.PublicNotices;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;
import org.yimen.policy.amounts.PaidMonths;

/**
 * Decides as the law gives it: the category of the determination is confirmed, or refused with its
 * reasons. Whoever thinks the facts wrong sends the file back; nobody types a category.
 */
@Component
class DecideCase {

  private static final ProblemType NOT_AS_FOUND =
      new ProblemType("not-as-determined", HttpStatus.CONFLICT, "与认定结果不符");
  private static final ProblemType VISIT_FIRST =
      new ProblemType("district-visit-first", HttpStatus.CONFLICT, "须先由区级入户");

  private final Determinations determinations;
  private final Decisions decisions;
  private final PublicNotices notices;
  private final TakeStep steps;
  private final CaseClocks clocks;
  private final MayDecide may;

  DecideCase(
      Determinations determinations,
      Decisions decisions,
      PublicNotices notices,
      TakeStep steps,
      CaseClocks clocks,
      MayDecide may) {
    this.determinations = determinations;
    this.decisions = decisions;
    this.notices = notices;
    this.steps = steps;
    this.clocks = clocks;
    this.may = may;
  }

  Decisions.Decided confirm(Application application) {
    Determinations.Made made = made(application);
    refuseWhatTheLawDoesNotGrant(application, made);
    checkNoticeAndVisits(application);
    LocalDate today = clocks.today();
    LocalDate until =
        made.found() == Category.RIGID_EXPENSE
            ? clocks.end(Limits.RIGID_VALIDITY, application.area(), today)
            : null;
    Decisions.Decided decided =
        decisions.keep(
            new Decisions.New(
                application,
                made,
                true,
                PaidMonths.firstAfterDecision(today).atDay(1),
                until,
                String.join("；", Reasons.granting(made.result(), made.found())),
                may.isDelegated(application)));
    hang(application, made, today.plusYears(1));
    steps.done(application, Step.CONFIRM, State.CONFIRMED, made.found().title());
    clocks.stopAll(application);
    return decided;
  }

  /** What was confirmed hangs in the village until the yearly re-check (57号 第二十四条). */
  private void hang(Application application, Determinations.Made made, LocalDate until) {
    notices.hang(
        new PublicNotices.New(
            application,
            made.id(),
            "confirmed",
            made.category(),
            made.persons(),
            made.monthlyFen(),
            until));
  }

  private static void refuseWhatTheLawDoesNotGrant(
      Application application, Determinations.Made made) {
    if (made.found() == Category.NONE) {
      throw NOT_AS_FOUND.because("按调查结果不符合任何一类条件，只能作出不予确认的决定，或者退回补充调查。");
    }
    if (!isGranted(application, made)) {
      throw NOT_AS_FOUND.because(
          "按调查结果属于“%s”，申请人不同意转入这一类，只能对所申请的“%s”作出不予确认的决定。"
              .formatted(made.found().title(), application.family().appliedFor().title()));
    }
  }

  Decisions.Decided refuse(Application application) {
    Determinations.Made made = made(application);
    if (isGranted(application, made)) {
      throw NOT_AS_FOUND.because(
          "按调查结果符合“%s”的条件，不得不予确认。认为事实有误的，请写明理由退回补充调查。".formatted(made.found().title()));
    }
    Decisions.Decided decided =
        decisions.keep(
            new Decisions.New(
                application,
                made,
                false,
                null,
                null,
                String.join(
                    "；", Reasons.refusing(made.result(), application.family().appliedFor())),
                may.isDelegated(application)));
    notices.takeDown(application.id());
    steps.done(application, Step.REFUSE, State.REFUSED, decided.reason());
    clocks.stopAll(application);
    clocks.start(application, Limits.refusal(application.family().appliedFor()));
    return decided;
  }

  /** With the family's consent whatever category the law gives, else only what it asked for. */
  private static boolean isGranted(Application application, Determinations.Made made) {
    Category found = made.found();
    return found != Category.NONE
        && (application.family().consent() || found == application.family().appliedFor());
  }

  private Determinations.Made made(Application application) {
    Determinations.Made made = determinations.last(application.id());
    if (made == null || made.found() == Category.UNKNOWN) {
      throw NOT_AS_FOUND.because("没有可据以决定的认定结果，请退回补充调查。");
    }
    may.check(application);
    return made;
  }

  private void checkNoticeAndVisits(Application application) {
    PublicNotices.Notice notice = notices.lastProposed(application.id());
    if (notice == null || !notice.until().isBefore(clocks.today())) {
      throw NOT_AS_FOUND.because("公示还没有期满，不能确认。");
    }
    if (decisions.openObjections(application.id()) > 0) {
      throw NOT_AS_FOUND.because("公示的异议还没有答复，不能确认。");
    }
    if (application.needsDistrictVisit() && !decisions.districtVisited(application.id())) {
      throw VISIT_FIRST.because("近亲属备案、有异议或者抽中抽查的申请，须先由区民政局入户调查（民发〔2021〕57号第二十条、43号第十六条），登记后再确认。");
    }
  }
}

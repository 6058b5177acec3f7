package org.yimen.casework.decision;

import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.notice.PublicNotices;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;

/** Lets a file go from the township to whoever confirms it. */
@Component
class ReviewCase {

  private final Determinations determinations;
  private final PublicNotices notices;
  private final CaseClocks clocks;
  private final DrawSpotCheck draw;

  ReviewCase(
      Determinations determinations, PublicNotices notices, CaseClocks clocks, DrawSpotCheck draw) {
    this.determinations = determinations;
    this.notices = notices;
    this.clocks = clocks;
    this.draw = draw;
  }

  /**
   * Refuses a file whose proposal has not hung in the village: unless nothing is proposed, or an
   * objection was answered by an investigation that proposes the same again (57号 第十九条).
   */
  void check(Application application) {
    Determinations.Made made = determinations.last(application.id());
    if (application.state() != State.PROPOSED || made == null || made.found() == Category.NONE) {
      return;
    }
    PublicNotices.Notice notice = notices.lastProposed(application.id());
    boolean hung =
        notice != null
            && notice.until().isBefore(clocks.today())
            && notice.category().equals(made.category())
            && notice.monthlyFen() == made.monthlyFen();
    if (!hung || made.found() == Category.TEKUN) {
      throw ProblemType.INVALID_REQUEST.because("这份初审意见还没有公示，请先公示，期满无异议后再审核。");
    }
  }

  /** What begins once it is sent. */
  void sent(Application application) {
    Category category = application.category() == null ? Category.NONE : application.category();
    clocks.stop(application, Limits.TEKUN, Limits.TEKUN_AGAIN);
    clocks.start(application, Limits.decision(category));
    if (category == Category.TEKUN) {
      draw.of(application);
    }
  }
}

package org.yimen.casework.notice;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.investigation.Determinations;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;

/** Hangs what is proposed for a family in its village. */
@Component
class PublishProposal {

  private final Determinations determinations;
  private final PublicNotices notices;
  private final CaseClocks clocks;

  PublishProposal(Determinations determinations, PublicNotices notices, CaseClocks clocks) {
    this.determinations = determinations;
    this.notices = notices;
    this.clocks = clocks;
  }

  /** Hangs it; the answer is the last day on which it hangs. */
  LocalDate of(Application application) {
    Determinations.Made made = determinations.last(application.id());
    if (made == null || made.found() == Category.NONE) {
      throw ProblemType.INVALID_REQUEST.because("拟不予确认的申请不公示，请直接提交乡镇审核。");
    }
    LocalDate today = clocks.today();
    LocalDate until = clocks.end(Limits.NOTICE, application.area(), today);
    LocalDate last = until == null ? today.plusDays(7) : until;
    notices.takeDown(application.id());
    notices.hang(
        new PublicNotices.New(
            application,
            made.id(),
            "proposed",
            made.category(),
            made.persons(),
            made.monthlyFen(),
            last));
    clocks.reckonAgain(application);
    return last;
  }
}

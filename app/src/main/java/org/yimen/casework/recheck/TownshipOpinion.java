package org.yimen.casework.recheck;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.notice.PublicNotices;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/** The township's opinion on a re-check, and the notice that the law wants of an end of support. */
@Component
class TownshipOpinion {

  private final PublicNotices notices;
  private final Applications applications;
  private final Before before;
  private final CaseClocks clocks;

  TownshipOpinion(
      PublicNotices notices, Applications applications, Before before, CaseClocks clocks) {
    this.notices = notices;
    this.applications = applications;
    this.before = before;
    this.clocks = clocks;
  }

  /** Hangs it; the answer is the last day on which it hangs. */
  LocalDate of(Application application, Recheck recheck) {
    Recheck.Found found = recheck.foundOrRefuse();
    if (!found.needsNotice()) {
      throw ProblemType.INVALID_REQUEST.because("只有拟终止特困供养的才公示；这份复核意见不用公示，请直接提交审核。");
    }
    LocalDate until = clocks.end(Limits.NOTICE, application.area(), clocks.today());
    LocalDate last = until == null ? clocks.today().plusDays(7) : until;
    notices.takeDown(application.id());
    notices.hang(
        new PublicNotices.New(
            application,
            found.determination(),
            "ending",
            Category.TEKUN.code(),
            before.award(recheck).tekun().size(),
            before.award(recheck).monthlyFen(),
            last));
    return last;
  }

  /** Refuses to send on an end of support that has not hung. */
  void check(Application application, Recheck.Found found) {
    if (found.needsNotice() && application.state() != State.NOTICED) {
      throw ProblemType.INVALID_REQUEST.because(
          "拟终止特困供养的，请先在村（社区）公示 7 天，期满无异议后再审核（民发〔2021〕43号第二十五条至第二十七条）。");
    }
  }

  /** What begins once it is sent. */
  void sent(Application application) {
    Category category = application.category() == null ? Category.NONE : application.category();
    clocks.start(application, Limits.decision(category));
  }

  void proposed(Application application, Recheck.Found found) {
    applications.proposed(application.id(), Coded.of(Category.class, found.category()));
  }

  void refuseWrongMonth(Recheck recheck, @Nullable LocalDate month) {
    LocalDate death = recheck.happenedOn();
    if (month == null) {
      return;
    }
    if (recheck.cause() != Cause.DEATH || death == null) {
      throw ProblemType.INVALID_REQUEST.because("只有成员去世的复核才填最后发放的月份。");
    }
    if (month.isAfter(clocks.today())) {
      throw ProblemType.INVALID_REQUEST.because("最后发放的月份不能晚于本月。");
    }
  }

  void stopLimits(Application application) {
    clocks.stopAll(application);
  }
}

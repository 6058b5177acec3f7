package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.notice.PublicNotices;
import org.yimen.platform.ProblemType;

/** What a decision leans on and brings with it: notices in the village, limits, paid months. */
@Component
class AfterEffect {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final PublicNotices notices;
  private final Rechecks rechecks;
  private final Overpayments overpayments;
  private final CaseClocks clocks;
  private final JdbcClient jdbc;

  AfterEffect(
      PublicNotices notices,
      Rechecks rechecks,
      Overpayments overpayments,
      CaseClocks clocks,
      JdbcClient jdbc) {
    this.notices = notices;
    this.rechecks = rechecks;
    this.overpayments = overpayments;
    this.clocks = clocks;
    this.jdbc = jdbc;
  }

  /** The end of a tekun person's support has hung, and nobody's objection is open. */
  void refuseUnpublished(Application application, Recheck.Found found) {
    if (!found.needsNotice()) {
      return;
    }
    PublicNotices.Notice notice = notices.lastProposed(application.id());
    if (notice == null || !notice.until().isBefore(clocks.today())) {
      throw ProblemType.INVALID_REQUEST.because(
          "拟终止特困供养的，须先在村（社区）公示 7 天（民发〔2021〕43号第二十五条至第二十七条），期满无异议再办。");
    }
  }

  void refuseWrongDay(RecheckDecisions.Decided decided, LocalDate on) {
    LocalDate decision = LocalDate.ofInstant(decided.decidedAt().toInstant(), CHINA);
    if (on.isAfter(clocks.today()) || on.isBefore(decision)) {
      throw ProblemType.INVALID_REQUEST.because(
          "送达日期应在作出决定（%s）之后、不晚于今天。书面告知还没有送到的，先送到再登记。".formatted(decision));
    }
  }

  void decided(Application application) {
    clocks.stop(
        application, Limits.DECISION, Limits.TEKUN_DECISION, Limits.ENDING_OBJECTION, Limits.CARE);
  }

  void holds(Application application, Recheck recheck, long decision, TakeEffect.Done done) {
    rechecks.effective(application.id(), done.from());
    overpayments.note(recheck, decision, done.tooMuchFen());
    clocks.stopAll(application);
    takeDown(recheck.standing());
    Recheck.Found found = recheck.foundOrRefuse();
    if (found.outcome() != Outcome.STOPPED) {
      notices.hang(
          new PublicNotices.New(
              application,
              found.determination(),
              "confirmed",
              found.category(),
              found.persons(),
              found.monthlyFen(),
              clocks.today().plusYears(1)));
    }
  }

  /** What hung of the family says what no longer holds. */
  private void takeDown(long standing) {
    jdbc.sql(
            """
            select id from casework.application where standing = :standing
            union all select application from casework.standing where id = :standing
            """)
        .param("standing", standing)
        .query(Long.class)
        .list()
        .forEach(notices::takeDown);
  }
}

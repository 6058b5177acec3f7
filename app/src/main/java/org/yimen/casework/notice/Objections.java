package org.yimen.casework.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;

/** Objections to what hangs in the village (民发〔2021〕57号 第十九条, 民发〔2021〕43号 第十五条). */
@Component
class Objections {

  private final PublicNotices notices;
  private final Applications applications;
  private final CaseClocks clocks;
  private final JdbcClient jdbc;

  Objections(PublicNotices notices, Applications applications, CaseClocks clocks, JdbcClient jdbc) {
    this.notices = notices;
    this.applications = applications;
    this.clocks = clocks;
    this.jdbc = jdbc;
  }

  private record Open(long id, @Nullable LocalDate assemblyOn) {}

  void raise(Application application, String by, LocalDate on, String text) {
    PublicNotices.Notice notice = notices.lastProposed(application.id());
    if (notice == null || on.isBefore(notice.since()) || on.isAfter(clocks.today())) {
      throw ProblemType.INVALID_REQUEST.because("异议日期应在公示开始之后、今天以前。");
    }
    jdbc.sql(
            """
            insert into casework.objection (application, notice, raised_on, raised_by, text)
            values (:application, :notice, :on, :by, :text)
            """)
        .param("application", application.id())
        .param("notice", notice.id())
        .param("on", on)
        .param("by", by)
        .param("text", text)
        .update();
  }

  /** Such a case may take 45 working days (57号 第二十二条); the others of the village may not. */
  void lengthenLimits(Application application) {
    applications.circumstance(application.id(), "objection");
    Application now = applications.get(application.id());
    clocks.reckonAgain(now);
    if (now.isRecheck()) {
      clocks.start(now, Limits.ENDING_OBJECTION);
    } else if (now.category() == Category.TEKUN) {
      clocks.stop(now, Limits.TEKUN);
      clocks.start(now, Limits.TEKUN_AGAIN);
    }
  }

  void assembled(Application application, LocalDate on, int forCount, int againstCount) {
    if (on.isAfter(clocks.today()) || forCount + againstCount == 0) {
      throw ProblemType.INVALID_REQUEST.because("请填写已经召开的民主评议的日期和表决人数。");
    }
    jdbc.sql(
            """
            update casework.objection
            set assembly_on = :on, for_count = :for, against_count = :against where id = :id
            """)
        .param("on", on)
        .param("for", forCount)
        .param("against", againstCount)
        .param("id", open(application).id())
        .update();
  }

  /**
   * Closes it.
   *
   * @return where the application goes on: investigated again, or hanging until its days are over
   */
  State settle(Application application, boolean upheld, String answer) {
    Open open = open(application);
    boolean tekun = application.isRecheck() || application.category() == Category.TEKUN;
    if (!upheld && open.assemblyOn() == null && !tekun) {
      throw ProblemType.INVALID_REQUEST.because("公示有异议的，须重新调查或者开展民主评议。请先登记民主评议，或者选择重新调查。");
    }
    if (!upheld && tekun) {
      throw ProblemType.INVALID_REQUEST.because("特困人员公示有异议的，须重新调查核实并再次公示。请选择重新调查。");
    }
    jdbc.sql(
            """
            update casework.objection set settled_on = :today, upheld = :upheld, answer = :answer
            where id = :id
            """)
        .param("today", clocks.today())
        .param("upheld", upheld)
        .param("answer", answer)
        .param("id", open.id())
        .update();
    if (upheld) {
      notices.takeDown(application.id());
    }
    return upheld ? State.ACCEPTED : State.ON_NOTICE;
  }

  private Open open(Application application) {
    return jdbc.sql(
            """
            select id, assembly_on from casework.objection
            where application = :application and settled_on is null order by id limit 1
            """)
        .param("application", application.id())
        .query(Open.class)
        .optional()
        .orElseThrow(() -> ProblemType.INVALID_REQUEST.because("没有尚未答复的异议。请刷新后查看。"));
  }
}

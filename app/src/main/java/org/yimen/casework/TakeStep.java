package org.yimen.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.platform.ProblemType;

/**
 * The one way in which an application goes on: locked, allowed in its state and for the user,
 * written down and told to the audit, all in the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TakeStep {

  static final ProblemType NOT_NOW =
      new ProblemType("step-not-now", HttpStatus.CONFLICT, "现在不能办这一步");
  static final ProblemType SAME_PERSON =
      new ProblemType("same-person", HttpStatus.FORBIDDEN, "须由他人办理");

  private final Applications applications;
  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  TakeStep(Applications applications, JdbcClient jdbc, Access access, Clock clock) {
    this.applications = applications;
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The application, locked and ready for the step.
   *
   * @throws org.yimen.platform.Problem not-found, not-allowed or step-not-now
   */
  public Application begin(long id, Step step) {
    Application application = lock(id, step);
    if (!step.from().contains(application.state())) {
      throw NOT_NOW.because(
          "这%s现在是“%s”，由%s办理，不能“%s”。请刷新后查看。"
              .formatted(
                  application.isRecheck() ? "件复核" : "份申请",
                  application.state().title(),
                  application.state().holder().title(),
                  step.title()));
    }
    return application;
  }

  /**
   * The application, locked, for somebody who may take the step, whatever its state.
   *
   * @throws org.yimen.platform.Problem not-found or not-allowed; step-not-now where such a case has
   *     no such step
   */
  public Application lock(long id, Step step) {
    Permission permission = step.permission();
    if (permission != null) {
      access.require(permission);
    }
    Application application = applications.lock(id);
    if (!step.isOf(application.kind())) {
      throw NOT_NOW.because(
          "这是一件%s，没有“%s”这一步。请打开它的页面，按列出的步骤办理。".formatted(application.kind().title(), step.title()));
    }
    return application;
  }

  /**
   * Keeps one person from doing two things of a case that have to be done by two. Who was in the
   * house investigated, also where a colleague wrote the visit down.
   */
  public void refuseWhoDid(Application application, Step now, Step... before) {
    List<String> done =
        jdbc.sql(
                """
                select step from casework.step where application = :id and who = :who
                union
                select case v.kind when 'district' then 'districtVisit' else 'visit' end
                from casework.visit v
                where v.application = :id and :name = any (v.investigators)
                """)
            .param("id", application.id())
            .param("who", access.user().username())
            .param("name", access.user().displayName())
            .query(String.class)
            .list();
    for (Step step : before) {
      if (done.contains(step.code())) {
        throw SAME_PERSON.because(
            "您已办理本户的“%s”，“%s”须由另一位有权限的人办理。".formatted(step.title(), now.title()));
      }
    }
  }

  /** Writes down that the step was taken, and where the application stands now. */
  public void done(Application application, Step step, State to, String note) {
    if (!step.to().contains(to) && to != application.state()) {
      throw new IllegalArgumentException(step + " does not lead to " + to);
    }
    CurrentUser user = access.user();
    jdbc.sql(
            """
            insert into casework.step (application, step, from_state, to_state, at, who, unit, note)
            values (:application, :step, :from, :to, :at, :who, :unit, :note)
            """)
        .param("application", application.id())
        .param("step", step.code())
        .param("from", application.state().code())
        .param("to", to.code())
        .param("at", Timestamp.from(clock.instant()))
        .param("who", user.username())
        .param("unit", user.unit())
        .param("note", note)
        .update();
    applications.move(application.id(), to);
    access.tell(Deed.CASE_STEP, "application:" + application.id(), step.title());
  }
}

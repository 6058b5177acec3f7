package org.yimen.casework.standing;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.clocks.Deadline;

/** Puts a re-check off in an emergency, with the reason (民发〔2021〕57号 第三十一条). */
@RestController
class DelayController {

  private final Standings standings;
  private final JdbcClient jdbc;
  private final Access access;
  private final CaseClocks clocks;
  private final Clock clock;

  DelayController(
      Standings standings, JdbcClient jdbc, Access access, CaseClocks clocks, Clock clock) {
    this.standings = standings;
    this.jdbc = jdbc;
    this.access = access;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * @param because the emergency
   */
  record RecheckDelay(
      @NotNull LocalDate until, @NotBlank @Size(min = 4, max = 300) String because) {}

  @PostMapping("/api/v1/standings/{id}/delay")
  @Requires(Permission.CASE_REVIEW)
  @Transactional
  @Operation(
      summary = "Puts the next re-check off in an emergency; the limit of an open one moves too")
  void delay(@PathVariable long id, @Valid @RequestBody RecheckDelay asked) {
    Standing standing = standings.lock(id);
    LocalDate due = standing.recheckDue();
    if (due == null) {
      throw ProblemType.INVALID_REQUEST.because("这户没有定期复核的期限（已经退出，或者有效期满自动失效），不用推迟。");
    }
    within(due, clocks.plain(Limits.RECHECK_DELAY, standing.area(), due), asked.until());
    note(id, due, asked);
    move(id, asked.until());
    access.tell(
        Deed.CASE_STEP, "application:" + standing.application(), "推迟复核：" + asked.because().strip());
  }

  private static void within(LocalDate due, Deadline most, LocalDate until) {
    LocalDate latest = most.due();
    if (latest == null || !until.isAfter(due) || until.isAfter(latest)) {
      throw ProblemType.INVALID_REQUEST.because(
          "推迟到的日期应晚于现在的期限 %s，一次最多推迟到 %s（%s）。".formatted(due, latest, most.basis()));
    }
  }

  private void note(long id, LocalDate due, RecheckDelay asked) {
    jdbc.sql(
            """
            insert into casework.recheck_delay (standing, due, until, because, at, who)
            values (:id, :due, :until, :because, :at, :who)
            """)
        .param("id", id)
        .param("due", due)
        .param("until", asked.until())
        .param("because", asked.because().strip())
        .param("at", Timestamp.from(clock.instant()))
        .param("who", access.user().username())
        .update();
  }

  private void move(long id, LocalDate until) {
    jdbc.sql("update casework.standing set recheck_due = :until where id = :id")
        .param("until", until)
        .param("id", id)
        .update();
    jdbc.sql(
            """
            update casework.clock c set due = :until
            from casework.application a
            where a.id = c.application and a.standing = :id and c.asked = 'deadline.recheck'
              and c.stopped_on is null
            """)
        .param("until", until)
        .param("id", id)
        .update();
  }
}

package org.yimen.casework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.policy.facts.Coded;

/** One application with everything that happened to it, and what the user may do next. */
@RestController
@RequestMapping("/api/v1/applications/{id}")
@Requires(Permission.CASE_READ)
class CasePage {

  private final Applications applications;
  private final CaseRecords records;
  private final CaseClocks clocks;
  private final LimitSentence sentence;
  private final JdbcClient jdbc;
  private final NextSteps next;

  CasePage(
      Applications applications,
      CaseRecords records,
      CaseClocks clocks,
      LimitSentence sentence,
      JdbcClient jdbc,
      NextSteps next) {
    this.applications = applications;
    this.records = records;
    this.clocks = clocks;
    this.sentence = sentence;
    this.jdbc = jdbc;
    this.next = next;
  }

  /** What happened: the step's title, when, by whom, and what was noted. */
  record CaseStep(
      String step, String title, OffsetDateTime at, String who, String unit, String note) {}

  /** A limit: runs where it was not stopped, and is then told in a sentence (why). */
  record CaseLimit(
      String name,
      String basis,
      LocalDate since,
      @Nullable LocalDate due,
      boolean provisional,
      @Nullable LocalDate stoppedOn,
      boolean late,
      String why) {}

  /** What the family said when it applied; codes as in the list. */
  record CaseFamily(
      String applicant,
      String phone,
      String handedIn,
      String delegate,
      String appliedFor,
      String request,
      String relativeOf,
      boolean consent) {}

  /**
   * @param kind application or recheck
   * @param standing that a re-check is about, or that an application has brought
   * @param before the last case of that family which was visited
   * @param investigators who is to visit the family, by name
   */
  @Schema(name = "CaseFile")
  record File(
      long id,
      String number,
      String kind,
      @Nullable Long standing,
      @Nullable Long before,
      String area,
      @Nullable Long household,
      CaseFamily family,
      String state,
      String stateTitle,
      String holder,
      @Nullable LocalDate acceptedOn,
      @Nullable String category,
      List<String> circumstances,
      boolean districtVisitNeeded,
      List<String> investigators,
      List<NextSteps.NextStep> next,
      List<CaseStep> history,
      List<CaseLimit> limits,
      CaseRecords.Records records) {}

  @GetMapping
  @Transactional
  @Operation(summary = "An application with its history, limits, papers and possible next steps")
  File file(@PathVariable long id) {
    Application application = applications.read(id);
    return new File(
        id,
        application.number(),
        application.kind().code(),
        standing(application),
        before(application),
        application.area(),
        application.household(),
        family(application.family()),
        application.state().code(),
        application.state().title(),
        application.state().holder().title(),
        application.acceptedOn(),
        application.category() == null ? null : application.category().code(),
        application.circumstances(),
        application.needsDistrictVisit(),
        investigators(id),
        next.of(application),
        history(id),
        limits(application),
        records.of(application));
  }

  private @Nullable Long standing(Application application) {
    return application.isRecheck()
        ? application.subject().standing()
        : jdbc.sql("select max(id) from casework.standing where application = :id")
            .param("id", application.id())
            .query(Long.class)
            .optional()
            .orElse(null);
  }

  private @Nullable Long before(Application application) {
    return jdbc.sql(
            """
            select max(v.application) from casework.visit v
            join casework.application a on a.id = v.application
            left join casework.standing s on s.application = a.id
            where coalesce(a.standing, s.id) = :standing and a.id < :id and not v.late
            """)
        .param("standing", application.subject().standing())
        .param("id", application.id())
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private List<String> investigators(long id) {
    return jdbc.sql(
            """
            select coalesce(c.display_name, g.investigator)
            from casework.assignment g left join identity.account c
              on c.username = identity.now_does(g.investigator, g.assigned_at, :today)
            where g.application = :id and g.ended_at is null order by g.id
            """)
        .param("today", clocks.today())
        .param("id", id)
        .query(String.class)
        .list();
  }

  private static CaseFamily family(Application.Family family) {
    return new CaseFamily(
        family.applicant(),
        family.phone(),
        family.handedIn(),
        family.delegate(),
        family.appliedFor().code(),
        family.request(),
        family.relativeOf(),
        family.consent());
  }

  private List<CaseStep> history(long id) {
    return jdbc
        .sql(
            """
            select step, '' as title, at, coalesce(c.display_name, s.who) as who, unit, note
            from casework.step s left join identity.account c on c.username = s.who
            where application = :id order by s.id
            """)
        .param("id", id)
        .query(CaseStep.class)
        .list()
        .stream()
        .map(
            one ->
                new CaseStep(
                    one.step(),
                    Coded.of(Step.class, one.step()).title(),
                    one.at(),
                    one.who().equals("yimen") ? "系统" : one.who(),
                    one.unit(),
                    one.note()))
        .toList();
  }

  private List<CaseLimit> limits(Application application) {
    return jdbc.sql(
            """
            select *, coalesce(stopped_on, :today) > due as late
            from casework.clock where application = :id order by since, id
            """)
        .param("today", clocks.today())
        .param("id", application.id())
        .query((row, number) -> limit(row, application))
        .list();
  }

  private CaseLimit limit(ResultSet row, Application application) throws SQLException {
    LimitSentence.Running running =
        new LimitSentence.Running(
            row.getString("held"),
            row.getString("name"),
            row.getString("basis"),
            row.getObject("since", LocalDate.class),
            row.getObject("due", LocalDate.class),
            row.getBoolean("provisional"),
            application.area(),
            application.state().holder().title(),
            application.circumstances());
    LocalDate stopped = row.getObject("stopped_on", LocalDate.class);
    return new CaseLimit(
        running.name(),
        running.basis(),
        running.since(),
        running.due(),
        running.provisional(),
        stopped,
        row.getBoolean("late"),
        stopped == null ? sentence.of(running, clocks.today()) : "");
  }
}

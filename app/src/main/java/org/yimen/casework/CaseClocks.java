package org.yimen.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.clocks.Course;
import org.yimen.policy.clocks.Deadline;
import org.yimen.policy.facts.Household;
import org.yimen.policy.parameters.TimeLimit;

/** The statutory limits that run for an application, by the law of the day they began. */
@Component
public class CaseClocks {

  private final LawInForce inForce;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseClocks(LawInForce inForce, JdbcClient jdbc, Clock clock) {
    this.inForce = inForce;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Running(long id, String asked, LocalDate since) {}

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Whether the townships of the area confirm themselves (民发〔2022〕83号 四（一）). */
  public boolean isDelegated(String area) {
    var value =
        inForce.law().parameter("decision.delegated", today(), area, Household.Residence.URBAN);
    return value != null && Boolean.TRUE.equals(value.value());
  }

  /** A limit as it holds from a day on, whether or not it runs for an application. */
  public Deadline plain(String limit, String area, LocalDate since) {
    return inForce.law().clocks().due(limit, Course.from(since), area);
  }

  /** When a limit that begins on a day would end. */
  public @Nullable LocalDate end(String limit, String area, LocalDate since) {
    return plain(limit, area, since).due();
  }

  /** Lets a limit run from today; one of its name that runs already goes on as it is. */
  public void start(Application application, String limit) {
    start(application, limit, today());
  }

  public void start(Application application, String limit, LocalDate since) {
    Deadline deadline = deadline(application, limit, since);
    jdbc.sql(
            """
            insert into casework.clock (application, asked, held, name, basis, since, due, provisional)
            values (:application, :asked, :held, :name, :basis, :since, :due, :provisional)
            on conflict (application, asked) where stopped_on is null do nothing
            """)
        .param("application", application.id())
        .param("asked", limit)
        .param("held", deadline.limit())
        .param("name", deadline.name())
        .param("basis", deadline.basis())
        .param("since", since)
        .param("due", deadline.due())
        .param("provisional", deadline.provisional())
        .update();
  }

  /** What ran until today is done. */
  public void stop(Application application, String... limits) {
    jdbc.sql(
            """
            update casework.clock set stopped_on = :today
            where application = :application and asked in (:limits) and stopped_on is null
            """)
        .param("today", today())
        .param("application", application.id())
        .param("limits", List.of(limits))
        .update();
  }

  public void stopAll(Application application) {
    jdbc.sql(
            """
            update casework.clock set stopped_on = :today
            where application = :application and stopped_on is null
            """)
        .param("today", today())
        .param("application", application.id())
        .update();
  }

  /** One limit takes another's place from the same day on, as when a case turns out to be tekun. */
  public void replace(Application application, String before, String now) {
    LocalDate since = application.acceptedOn();
    if (since != null && !before.equals(now)) {
      stop(application, before);
      start(application, now, since);
    }
  }

  /** Reckons the running limits again, after a circumstance was added or a notice was hung. */
  public void reckonAgain(Application application) {
    List<Running> running =
        jdbc.sql(
                """
                select id, asked, since from casework.clock
                where application = :application and stopped_on is null
                """)
            .param("application", application.id())
            .query(Running.class)
            .list();
    for (Running one : running) {
      Deadline deadline = deadline(application, one.asked(), one.since());
      jdbc.sql(
              """
              update casework.clock
              set held = :held, name = :name, basis = :basis, due = :due, provisional = :provisional
              where id = :id
              """)
          .param("held", deadline.limit())
          .param("name", deadline.name())
          .param("basis", deadline.basis())
          .param("due", deadline.due())
          .param("provisional", deadline.provisional())
          .param("id", one.id())
          .update();
    }
  }

  private Deadline deadline(Application application, String limit, LocalDate since) {
    List<String> circumstances = new ArrayList<>();
    if (application.isSpecial()) {
      circumstances.add("special");
    }
    if (isDelegated(application.area())) {
      circumstances.add("delegated");
    }
    Course course =
        Course.from(since)
            .under(circumstances.toArray(String[]::new))
            .paused(notices(application).toArray(Course.Pause[]::new));
    return inForce.law().clocks().due(limit, course, application.area());
  }

  private record Hung(LocalDate since, LocalDate until) {}

  /** Days on which a notice of the case hung or hangs: some places leave them out (公示时间不计). */
  private List<Course.Pause> notices(Application application) {
    return jdbc
        .sql(
            """
            select since, least(until, (taken_down_at at time zone 'Asia/Shanghai')::date) as until
            from casework.public_notice
            where application = :id and kind in ('proposed', 'ending') order by id
            """)
        .param("id", application.id())
        .query(Hung.class)
        .list()
        .stream()
        .map(
            hung ->
                new Course.Pause(TimeLimit.Pause.PUBLIC_NOTICE.code(), hung.since(), hung.until()))
        .toList();
  }
}

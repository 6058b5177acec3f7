package org.yimen.casework.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.ApplicationFilter;
import org.yimen.casework.FindApplications;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.platform.ProblemType;

/** Foretells what a job would do, and begins it. */
@Component
class BeginBulk {

  private static final String WANTED =
      FindApplications.FROM
          + FindApplications.WHERE
          + " and (cardinality(:ids::bigint[]) = 0 or a.id = any(:ids))";

  private final FindApplications find;
  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final Map<String, BulkKind> kinds;

  BeginBulk(
      FindApplications find, JdbcClient jdbc, Access access, Clock clock, List<BulkKind> kinds) {
    this.find = find;
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.kinds =
        kinds.stream().collect(Collectors.toUnmodifiableMap(BulkKind::code, Function.identity()));
  }

  /**
   * What is to be done with which applications: those of ids, or where none are all of a filter.
   */
  record Wanted(String kind, List<String> parameters, List<Long> ids, ApplicationFilter filter) {}

  /** Why some can't be done, and how many. */
  record Obstacle(String why, long n) {}

  /** Of all that are chosen how many look ready, and what is in the way of the others. */
  record Foretold(String title, long all, long ready, List<Obstacle> obstacles) {}

  record Begun(long id, String title) {}

  Foretold foretell(Wanted wanted) {
    BulkKind kind = kind(wanted);
    List<Obstacle> found =
        selected(
                "select %s as why, count(*) as n %s group by 1 order by 2 desc, 1"
                    .formatted(kind.obstacle(), WANTED),
                wanted)
            .param("who", access.user().username())
            .param("parameters", wanted.parameters().toArray(String[]::new))
            .query(Obstacle.class)
            .list();
    long all = found.stream().mapToLong(Obstacle::n).sum();
    List<Obstacle> obstacles = found.stream().filter(one -> !one.why().isEmpty()).toList();
    long ready = all - obstacles.stream().mapToLong(Obstacle::n).sum();
    return new Foretold(kind.titleOf(wanted.parameters()), all, ready, obstacles);
  }

  /** Keeps a job with a row for each that is chosen; a problem where nothing is. */
  Begun begin(Wanted wanted) {
    BulkKind kind = kind(wanted);
    String title = kind.titleOf(wanted.parameters());
    long job = insert(kind, wanted, title);
    int rows =
        selected(
                "insert into casework.bulk_row (job, application) select :job, a.id " + WANTED,
                wanted)
            .param("job", job)
            .update();
    if (rows == 0) {
      throw ProblemType.INVALID_REQUEST.because("没有选中任何申请。请先勾选，或调整筛选条件。");
    }
    return new Begun(job, title);
  }

  private long insert(BulkKind kind, Wanted wanted, String title) {
    CurrentUser user = access.user();
    return jdbc.sql(
            """
            insert into casework.bulk_job (kind, title, parameters, who, position, area, begun_at)
            values (:kind, :title, :parameters, :who, :position, :area, :at) returning id
            """)
        .param("kind", kind.code())
        .param("title", title)
        .param("parameters", String.join(",", wanted.parameters()))
        .param("who", user.username())
        .param("position", user.position().code())
        .param("area", access.areaPrefix())
        .param("at", Timestamp.from(clock.instant()))
        .query(Long.class)
        .single();
  }

  /** The kind of this code, which the user may begin with these parameters. */
  private BulkKind kind(Wanted wanted) {
    BulkKind kind = kinds.get(wanted.kind());
    if (kind == null) {
      throw ProblemType.INVALID_REQUEST.because(
          "没有“%s”这种批量办理，可以办的有：%s。不予确认只能逐户办理。"
              .formatted(wanted.kind(), String.join("、", kinds.keySet())));
    }
    access.require(kind.permission());
    return kind;
  }

  private JdbcClient.StatementSpec selected(String query, Wanted wanted) {
    wanted.filter().check();
    return find.bound(query, wanted.filter()).param("ids", wanted.ids().toArray(Long[]::new));
  }
}

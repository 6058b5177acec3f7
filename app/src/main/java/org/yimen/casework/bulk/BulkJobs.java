package org.yimen.casework.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.platform.ProblemType;

/** The jobs that somebody began, with their rows; nobody sees those of others. */
@Component
class BulkJobs {

  private static final String WANTED =
      """
      from casework.application a
      where starts_with(a.area, :scope) and starts_with(a.area, :area)
        and (cardinality(:ids::bigint[]) = 0 or a.id = any(:ids))
        and (:state = '' or a.state = :state)
        and (:text = '' or strpos(a.number, :text) > 0 or strpos(a.applicant, :text) > 0)
      """;

  private static final String JOBS =
      """
      select j.id, j.kind, '' as title, j.begun_at, j.stopped_at, j.finished_at, r.*
      from casework.bulk_job j
      cross join lateral (
        select count(*) as all, count(*) filter (where outcome = 'open') as open,
          count(*) filter (where outcome = 'done') as done,
          count(*) filter (where outcome = 'refused') as refused
        from casework.bulk_row r where r.job = j.id) r
      where j.who = :who and (:id = 0 or j.id = :id)
      order by j.id desc limit :limit offset :offset
      """;

  private static final String ROWS =
      """
      select r.application, a.number, a.applicant, r.outcome, r.why, r.at
      from casework.bulk_row r
      join casework.bulk_job j on j.id = r.job
      join casework.application a on a.id = r.application
      where r.job = :job and j.who = :who and (:outcome = '' or r.outcome = :outcome)
        and starts_with(a.area, :scope)
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final Map<String, BulkKind> kinds;

  BulkJobs(JdbcClient jdbc, Access access, Clock clock, List<BulkKind> kinds) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.kinds =
        kinds.stream().collect(Collectors.toUnmodifiableMap(BulkKind::code, Function.identity()));
  }

  /** These applications, or where none are named all of a state, an area and a text. */
  record Selection(List<Long> ids, String state, String area, String text) {}

  /** Why some can't be done, and how many. */
  record Obstacle(String why, long n) {}

  /** Of all that are chosen how many look ready, and what is in the way of the others. */
  record Foretold(long all, long ready, List<Obstacle> obstacles) {}

  /** A job and how far it is. */
  record BulkJob(
      long id,
      String kind,
      String title,
      OffsetDateTime begunAt,
      @Nullable OffsetDateTime stoppedAt,
      @Nullable OffsetDateTime finishedAt,
      long all,
      long open,
      long done,
      long refused) {}

  /** What became of an application: open, done or refused, and then why. */
  record BulkRow(
      long application,
      String number,
      String applicant,
      String outcome,
      String why,
      @Nullable OffsetDateTime at) {}

  /** The kind of this code, which the user may begin. */
  BulkKind kind(String code) {
    BulkKind kind = kinds.get(code);
    if (kind == null) {
      throw ProblemType.INVALID_REQUEST.because(
          "没有“%s”这种批量办理，可以办的有：%s。不予确认只能逐户办理。".formatted(code, String.join("、", kinds.keySet())));
    }
    access.require(kind.permission());
    return kind;
  }

  Foretold foretell(BulkKind kind, Selection wanted) {
    List<Obstacle> found =
        selected(
                "select %s as why, count(*) as n %s group by 1 order by 2 desc, 1"
                    .formatted(kind.obstacle(), WANTED),
                wanted)
            .param("who", access.user().username())
            .param("today", LocalDate.now(clock))
            .query(Obstacle.class)
            .list();
    long all = found.stream().mapToLong(Obstacle::n).sum();
    List<Obstacle> obstacles = found.stream().filter(one -> !one.why().isEmpty()).toList();
    return new Foretold(all, all - obstacles.stream().mapToLong(Obstacle::n).sum(), obstacles);
  }

  /** Keeps a job with a row for each that is chosen; 0 where nothing is. */
  long begin(BulkKind kind, Selection wanted) {
    CurrentUser user = access.user();
    long job =
        jdbc.sql(
                """
                insert into casework.bulk_job (kind, who, position, area, begun_at)
                values (:kind, :who, :position, :area, :at) returning id
                """)
            .param("kind", kind.code())
            .param("who", user.username())
            .param("position", user.position().code())
            .param("area", access.areaPrefix())
            .param("at", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    int rows =
        selected(
                "insert into casework.bulk_row (job, application) select :job, a.id " + WANTED,
                wanted)
            .param("job", job)
            .update();
    if (rows == 0) {
      throw ProblemType.INVALID_REQUEST.because("没有选中任何申请。请先勾选，或调整筛选条件。");
    }
    return job;
  }

  private JdbcClient.StatementSpec selected(String query, Selection wanted) {
    return jdbc.sql(query)
        .param("scope", access.areaPrefix())
        .param("area", wanted.area())
        .param("ids", wanted.ids().toArray(Long[]::new))
        .param("state", wanted.state())
        .param("text", wanted.text());
  }

  List<BulkJob> page(int offset, int limit) {
    return jobs(0, offset, limit);
  }

  long total() {
    return jdbc.sql("select count(*) from casework.bulk_job where who = :who")
        .param("who", access.user().username())
        .query(Long.class)
        .single();
  }

  BulkJob get(long id) {
    return jobs(id, 0, 1).stream()
        .findFirst()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这个批量办理，或不是您启动的。请返回列表查看。"));
  }

  private List<BulkJob> jobs(long id, int offset, int limit) {
    return jdbc
        .sql(JOBS)
        .param("who", access.user().username())
        .param("id", id)
        .param("limit", limit)
        .param("offset", offset)
        .query(BulkJob.class)
        .list()
        .stream()
        .map(this::titled)
        .toList();
  }

  private BulkJob titled(BulkJob job) {
    BulkKind kind = kinds.get(job.kind());
    return new BulkJob(
        job.id(),
        job.kind(),
        kind == null ? job.kind() : kind.title(),
        job.begunAt(),
        job.stoppedAt(),
        job.finishedAt(),
        job.all(),
        job.open(),
        job.done(),
        job.refused());
  }

  List<BulkRow> rows(long job, String outcome, int offset, int limit) {
    return rows(ROWS + " order by r.application limit :limit offset :offset", job, outcome)
        .param("limit", limit)
        .param("offset", offset)
        .query(BulkRow.class)
        .list();
  }

  long rowCount(long job, String outcome) {
    return rows("select count(*) from (%s) x".formatted(ROWS), job, outcome)
        .query(Long.class)
        .single();
  }

  void eachRow(long job, Consumer<BulkRow> deed) {
    try (Stream<BulkRow> rows =
        rows(ROWS + " order by r.application", job, "")
            .withFetchSize(1000)
            .query(BulkRow.class)
            .stream()) {
      rows.forEach(deed);
    }
  }

  private JdbcClient.StatementSpec rows(String query, long job, String outcome) {
    return jdbc.sql(query)
        .param("job", job)
        .param("who", access.user().username())
        .param("scope", access.areaPrefix())
        .param("outcome", Objects.requireNonNull(outcome));
  }

  /** Lets it end after the application that is being done; false where it was over before. */
  boolean stop(long id) {
    return jdbc.sql(
                """
                update casework.bulk_job set stopped_at = :at
                where id = :id and who = :who and stopped_at is null and finished_at is null
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("who", access.user().username())
            .update()
        == 1;
  }
}

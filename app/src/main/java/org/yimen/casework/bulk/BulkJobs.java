package org.yimen.casework.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.platform.ProblemType;

/** The jobs that somebody began, with their rows; nobody sees those of others. */
@Component
class BulkJobs {

  private static final String JOBS =
      """
      select j.id, j.kind, j.title, j.begun_at, j.stopped_at, j.finished_at, r.*
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

  BulkJobs(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

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
    return jdbc.sql(JOBS)
        .param("who", access.user().username())
        .param("id", id)
        .param("limit", limit)
        .param("offset", offset)
        .query(BulkJob.class)
        .list();
  }

  /** Whether the user still holds the position in which it was begun; else its papers are gone. */
  boolean inSamePosition(long id) {
    return jdbc.sql("select position = :position from casework.bulk_job where id = :id")
        .param("position", access.user().position().code())
        .param("id", id)
        .query(Boolean.class)
        .single();
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

package org.yimen.casework.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications of all jobs, and what became of each. */
@Component
class BulkRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  BulkRows(DataSource dataSource, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
  }

  /** An application that is to be done, with the job's starter and what they asked for. */
  record OpenRow(
      long job,
      String kind,
      String who,
      String position,
      String parameters,
      long application,
      String number) {

    List<String> asked() {
      return parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(","));
    }
  }

  boolean anyLeft() {
    return jdbc.sql("select exists (select from casework.bulk_job where finished_at is null)")
        .query(Boolean.class)
        .single();
  }

  /** Some of one job, in the order of places; jobs take turns, so that a long one holds up none. */
  List<OpenRow> next(long after, int most) {
    return jdbc.sql(
            """
            with turn as (
              select j.id from casework.bulk_job j
              where j.finished_at is null and j.stopped_at is null and exists (
                select from casework.bulk_row r where r.job = j.id and r.outcome = 'open')
              order by j.id <= :after, j.id limit 1)
            select j.id as job, j.kind, j.who, j.position, j.parameters, r.application, a.number
            from turn join casework.bulk_job j on j.id = turn.id
            join casework.bulk_row r on r.job = j.id and r.outcome = 'open'
            join casework.application a on a.id = r.application
            order by a.area, a.number limit :most
            """)
        .param("after", after)
        .param("most", most)
        .query(OpenRow.class)
        .list();
  }

  /** Marks one; whether it was still to be done: not yet done, and its job not stopped. */
  boolean mark(OpenRow row, String outcome, String why) {
    return mark(row.job(), List.of(row.application()), outcome, why) == 1;
  }

  /** Marks those of a job that are still to be done, and returns how many that were. */
  int mark(long job, Collection<Long> applications, String outcome, String why) {
    return jdbc.sql(
            """
            update casework.bulk_row set outcome = :outcome, why = :why, at = :at
            where job = :job and application = any(:applications) and outcome = 'open'
              and exists (
                select from casework.bulk_job j where j.id = job and j.stopped_at is null)
            """)
        .param("outcome", outcome)
        .param("why", why)
        .param("at", Timestamp.from(clock.instant()))
        .param("job", job)
        .param("applications", applications.toArray(Long[]::new))
        .update();
  }

  /** Ends the jobs of which nothing is left, or that were stopped. */
  void finish() {
    jdbc.sql(
            """
            update casework.bulk_job j set finished_at = :at
            where finished_at is null and (stopped_at is not null or not exists (
              select from casework.bulk_row r where r.job = j.id and r.outcome = 'open'))
            """)
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }
}

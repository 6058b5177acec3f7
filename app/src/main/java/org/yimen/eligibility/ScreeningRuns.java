package org.yimen.eligibility;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.JobLock;

/** The record of runs: which is going on, which one everybody reads. */
@Repository
class ScreeningRuns {

  /** Whoever screens holds it. */
  static final JobLock LOCK = new JobLock(650_022);

  private final JdbcClient jdbc;

  ScreeningRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The run that everybody reads; outdated where the register has changed since. */
  record Current(
      long id,
      LocalDate asOf,
      OffsetDateTime factsUntil,
      OffsetDateTime finishedAt,
      boolean outdated,
      String law,
      long valuesUntil,
      int households,
      int persons) {}

  record Progress(boolean running, int done, int total) {}

  /** Begins a run; whoever calls holds the lock, so a run still open belongs to a dead process. */
  long begin(LocalDate asOf, LawInForce.Edition edition, @Nullable String by) {
    jdbc.sql(
            """
            update eligibility.screening_run
            set state = 'failed', finished_at = now(), problem = '程序中断，没有完成'
            where state = 'running'
            """)
        .update();
    return jdbc.sql(
            """
            insert into eligibility.screening_run (as_of, law, values_until, facts_until, started_by, total)
            values (:asOf, :law, :edition, now(), :by, (select count(*) from registry.household))
            returning id
            """)
        .param("asOf", asOf)
        .param("law", Long.toHexString(edition.law().hash()))
        .param("edition", edition.number())
        .param("by", by)
        .query(Long.class)
        .single();
  }

  int total(long run) {
    return jdbc.sql("select total from eligibility.screening_run where id = :run")
        .param("run", run)
        .query(Integer.class)
        .single();
  }

  /** Takes the results of earlier runs away, for others when the transaction ends. */
  void clear(long run) {
    jdbc.sql("delete from eligibility.screening_result where run <> :run")
        .param("run", run)
        .update();
  }

  /**
   * Makes the results of a run the ones that everybody reads, in the transaction that wrote them.
   */
  void finish(long run, Instant factsUntil, int households, int persons) {
    jdbc.sql(
            """
            update eligibility.screening_run
            set state = 'done', finished_at = clock_timestamp(), done = :done, total = :done,
              persons = :persons, facts_until = :until
            where id = :run
            """)
        .param("run", run)
        .param("done", households)
        .param("persons", persons)
        .param("until", OffsetDateTime.ofInstant(factsUntil, ZoneOffset.UTC))
        .update();
    jdbc.sql("update eligibility.current_run set run = :run").param("run", run).update();
  }

  void fail(long run, String problem) {
    jdbc.sql(
            """
            update eligibility.screening_run
            set state = 'failed', finished_at = now(), problem = :problem
            where id = :run and state = 'running'
            """)
        .param("run", run)
        .param("problem", problem)
        .update();
  }

  /** What the planner has to know of the new rows: the columns that lists choose and sort by. */
  void settle() {
    jdbc.sql(
            """
            analyze eligibility.screening_result
              (run, household, group_code, suggested_category, watch_kind, worth)
            """)
        .update();
  }

  /** Tells everybody how far a run is, beside the transaction that its results are in. */
  static void show(JobLock.Held lock, long run, int done) {
    try (var statement =
        lock.connection()
            .prepareStatement("update eligibility.screening_run set done = ? where id = ?")) {
      statement.setInt(1, done);
      statement.setLong(2, run);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("progress of screening", e);
    }
  }

  /** The run that is read, or null where none has finished yet. */
  @Nullable Current current() {
    return jdbc.sql(
            """
            select r.id, r.as_of, r.facts_until, r.finished_at, r.law, r.values_until,
              r.done as households, r.persons, l.at > r.facts_until as outdated
            from eligibility.current_run c join eligibility.screening_run r on r.id = c.run
            cross join registry.last_change l
            """)
        .query(Current.class)
        .optional()
        .orElse(null);
  }

  /** How far the run of any living process is. */
  Progress progress() {
    return jdbc.sql(
            """
            select true as running, done, total from eligibility.screening_run
            where state = 'running' and %s
            order by id desc limit 1
            """
                .formatted(LOCK.held()))
        .query(Progress.class)
        .optional()
        .orElse(new Progress(false, 0, 0));
  }
}

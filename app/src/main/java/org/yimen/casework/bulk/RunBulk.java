package org.yimen.casework.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.identity.staff.ActAs;
import org.yimen.platform.JobLock;
import org.yimen.platform.Problem;

/**
 * Does the rows of jobs, each in a transaction with the mark that it is done: a killed program has
 * done a row and marked it, or neither.
 */
@Component
class RunBulk {

  private static final Logger LOG = LoggerFactory.getLogger(RunBulk.class);
  private static final JobLock LOCK = new JobLock(650_023);
  private static final int BATCH = 100;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final ActAs act;
  private final Clock clock;
  private final Map<String, BulkKind> kinds;

  RunBulk(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      ActAs act,
      Clock clock,
      List<BulkKind> kinds) {
    this.jdbc = JdbcClient.create(dataSource);
    this.dataSource = dataSource;
    this.transaction = new TransactionTemplate(transactions);
    this.act = act;
    this.clock = clock;
    this.kinds =
        kinds.stream().collect(Collectors.toUnmodifiableMap(BulkKind::code, Function.identity()));
  }

  private record Row(
      long job, String kind, String who, String position, String parameters, long application) {}

  boolean anyLeft() {
    return jdbc.sql("select exists (select from casework.bulk_job where finished_at is null)")
        .query(Boolean.class)
        .single();
  }

  /** Does all that waits; false where another process is at it. */
  boolean all() {
    try (JobLock.Held lock = LOCK.tryTake(dataSource)) {
      if (lock == null) {
        return false;
      }
      List<Row> rows = next();
      while (!rows.isEmpty() && !Thread.currentThread().isInterrupted()) {
        rows.forEach(this::one);
        rows = next();
      }
      finish();
      return true;
    }
  }

  private List<Row> next() {
    return jdbc.sql(
            """
            select j.id as job, j.kind, j.who, j.position, j.parameters, r.application
            from casework.bulk_job j join casework.bulk_row r on r.job = j.id
            where j.finished_at is null and j.stopped_at is null and r.outcome = 'open'
            order by j.id, r.application limit :batch
            """)
        .param("batch", BATCH)
        .query(Row.class)
        .list();
  }

  private void one(Row row) {
    try {
      act.of(
          row.who(),
          row.position(),
          () -> {
            transaction.executeWithoutResult(status -> done(row));
            return true;
          });
    } catch (Problem problem) {
      refused(row, Objects.requireNonNullElse(problem.getMessage(), ""));
    } catch (TransientDataAccessException
        | NonTransientDataAccessResourceException
        | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("application {} of job {} could not be done", row.application(), row.job(), e);
      refused(row, "办理时程序出错，没有办成。请单独办理这一户；仍不成功请告诉系统管理员。");
    }
  }

  private void done(Row row) {
    if (mark(row, "done", "")) {
      BulkKind kind = kinds.get(row.kind());
      if (kind == null) {
        throw new IllegalStateException("no kind " + row.kind());
      }
      kind.doOne(row.application(), row.parameters());
    }
  }

  private void refused(Row row, String why) {
    transaction.executeWithoutResult(status -> mark(row, "refused", why));
  }

  /** Whether it was still to be done: not yet done, and its job not stopped. */
  private boolean mark(Row row, String outcome, String why) {
    return jdbc.sql(
                """
                update casework.bulk_row set outcome = :outcome, why = :why, at = :at
                where job = :job and application = :application and outcome = 'open'
                  and exists (
                    select from casework.bulk_job j where j.id = job and j.stopped_at is null)
                """)
            .param("outcome", outcome)
            .param("why", why)
            .param("at", Timestamp.from(clock.instant()))
            .param("job", row.job())
            .param("application", row.application())
            .update()
        == 1;
  }

  private void finish() {
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

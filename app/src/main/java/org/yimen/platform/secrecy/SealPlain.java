package org.yimen.platform.secrecy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.yimen.platform.JobLock;

/**
 * Seals what an earlier version of the program kept plain, once, before anybody is served: row by
 * row in small transactions, so that a start that breaks off goes on at the next. Then the plain
 * columns are dropped and their tables written anew, as rows that were changed stay in a file until
 * something overwrites them.
 */
@Component
public final class SealPlain {

  private static final Logger LOG = LoggerFactory.getLogger(SealPlain.class);

  private static final JobLock LOCK = new JobLock(650_031);
  private static final long PAUSE = 200;

  private final JdbcTemplate jdbc;

  SealPlain(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was plain.
   *
   * @param columns as schema.table.column; the first tells whether anything is left to do
   * @param steps what seals, in order
   * @param tables further tables to write anew
   */
  public record Plain(List<String> columns, List<SealedStore> steps, List<String> tables) {}

  /** Does nothing where the plain columns are gone. */
  public void seal(Plain plain) {
    if (!has(plain.columns().get(0))) {
      return;
    }
    try (JobLock.Held lock = taken()) {
      if (lock.lock().equals(LOCK) && has(plain.columns().get(0))) {
        alone(plain);
      }
    }
  }

  private JobLock.Held taken() {
    JobLock.Held lock = LOCK.tryTake(dataSource());
    while (lock == null) {
      pause();
      lock = LOCK.tryTake(dataSource());
    }
    return lock;
  }

  private void alone(Plain plain) {
    long sealed = 0;
    for (SealedStore step : plain.steps()) {
      long some = step.pass();
      while (some > 0) {
        sealed += some;
        LOG.info("sealed what was plain: {}, {} values", step.title(), some);
        some = step.pass();
      }
    }
    for (String column : plain.columns()) {
      int dot = column.lastIndexOf('.');
      jdbc.execute(
          "alter table %s drop column if exists %s"
              .formatted(column.substring(0, dot), column.substring(dot + 1)));
    }
    if (sealed > 0) {
      plain.columns().stream()
          .map(column -> column.substring(0, column.lastIndexOf('.')))
          .distinct()
          .forEach(this::writeAnew);
      plain.tables().forEach(this::writeAnew);
      writeAnew("pg_catalog.pg_statistic"); // samples of the plain columns
    }
  }

  private void writeAnew(String table) {
    try {
      jdbc.execute("vacuum (full, analyze) " + table);
    } catch (DataAccessException e) {
      LOG.warn("{} could not be written anew; plain remnants may stay in its file", table, e);
    }
  }

  private boolean has(String column) {
    String[] names = column.split("\\.");
    Boolean there =
        jdbc.queryForObject(
            """
            select exists (
              select from information_schema.columns
              where table_schema = ? and table_name = ? and column_name = ?)
            """,
            Boolean.class,
            (Object[]) names);
    return Boolean.TRUE.equals(there);
  }

  private javax.sql.DataSource dataSource() {
    return java.util.Objects.requireNonNull(jdbc.getDataSource());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package org.yimen.casework.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.yimen.casework.bulk.BulkRows.OpenRow;
import org.yimen.platform.JobLock;

/**
 * Does what jobs still have to do, some rows of each in turn. What a row or a file of papers needs
 * is done in one transaction with the mark that it is done: a killed program has done and marked
 * it, or neither.
 */
@Component
class RunBulk {

  private static final JobLock LOCK = new JobLock(650_023);
  private static final int BATCH = 100;

  private final DataSource dataSource;
  private final BulkRows rows;
  private final DoRows deeds;
  private final PrintRows papers;
  private final Map<String, BulkKind> kinds;

  RunBulk(
      DataSource dataSource, BulkRows rows, DoRows deeds, PrintRows papers, List<BulkKind> kinds) {
    this.dataSource = dataSource;
    this.rows = rows;
    this.deeds = deeds;
    this.papers = papers;
    this.kinds =
        kinds.stream().collect(Collectors.toUnmodifiableMap(BulkKind::code, Function.identity()));
  }

  boolean anyLeft() {
    return rows.anyLeft();
  }

  /** Does all that waits; false where another process is at it. */
  boolean all() {
    try (JobLock.Held lock = LOCK.tryTake(dataSource)) {
      if (lock == null) {
        return false;
      }
      List<OpenRow> some = rows.next(0, BATCH);
      while (!some.isEmpty() && !Thread.currentThread().isInterrupted()) {
        some(some);
        rows.finish();
        some = rows.next(some.get(0).job(), BATCH);
      }
      rows.finish();
      return true;
    }
  }

  private void some(List<OpenRow> some) {
    BulkKind kind = kinds.get(some.get(0).kind());
    if (kind instanceof BulkDeed deed) {
      some.forEach(row -> deeds.one(row, deed));
    } else if (kind instanceof BulkPaper paper) {
      papers.of(some, paper);
    } else {
      throw new IllegalStateException("no kind " + some.get(0).kind());
    }
  }
}

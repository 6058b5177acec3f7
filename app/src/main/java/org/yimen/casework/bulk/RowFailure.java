package org.yimen.casework.bulk;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.yimen.casework.bulk.BulkRows.OpenRow;
import org.yimen.platform.Problem;

/** What a row's report says of a failure. */
final class RowFailure {

  private static final Logger LOG = LoggerFactory.getLogger(RowFailure.class);

  private RowFailure() {}

  /**
   * The sentence for the report.
   *
   * @throws RuntimeException the failure itself where it is the database's: the job goes on when
   *     that is back
   */
  static String sentence(OpenRow row, RuntimeException failure) {
    if (failure instanceof Problem problem) {
      return Objects.requireNonNullElse(problem.getMessage(), "");
    }
    if (failure instanceof TransientDataAccessException
        || failure instanceof NonTransientDataAccessResourceException
        || failure instanceof TransactionException) {
      throw failure;
    }
    LOG.error("application {} of job {} could not be done", row.application(), row.job(), failure);
    return "办理时程序出错，没有办成。请单独办理这一户；仍不成功请告诉系统管理员。";
  }
}

package org.yimen.casework.bulk;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.casework.bulk.BulkRows.OpenRow;
import org.yimen.identity.staff.ActAs;

/** Does a deed for one application, as who began the job. */
@Component
class DoRows {

  private final BulkRows rows;
  private final ActAs act;
  private final TransactionTemplate transaction;

  DoRows(BulkRows rows, ActAs act, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.act = act;
    this.transaction = new TransactionTemplate(transactions);
  }

  void one(OpenRow row, BulkDeed deed) {
    try {
      boolean done = act.of(row.who(), row.position(), () -> done(row, deed));
      if (!done) { // stopped, which nothing is marked after, or gone from the reach of who began it
        rows.mark(row, "refused", "没有这份申请，或已不在您的管辖范围内。");
      }
    } catch (RuntimeException failure) {
      rows.mark(row, "refused", RowFailure.sentence(row, failure));
    }
  }

  private boolean done(OpenRow row, BulkDeed deed) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!rows.mark(row, "done", "")) {
                return false;
              }
              deed.doOne(row.application(), row.asked());
              return true;
            }));
  }
}

package org.yimen.casework.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.casework.bulk.BulkRows.OpenRow;
import org.yimen.identity.staff.ActAs;

/**
 * Prints the papers of some applications into one file, as who began the job. They are written
 * first and nothing is held meanwhile; file, marks and what the audit is told are kept together. A
 * program that is killed before prints these again.
 */
@Component
class PrintRows {

  private final BulkRows rows;
  private final PrintedFiles files;
  private final ActAs act;
  private final TransactionTemplate transaction;

  PrintRows(BulkRows rows, PrintedFiles files, ActAs act, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.files = files;
    this.act = act;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Rows of one job. */
  void of(List<OpenRow> some, BulkPaper kind) {
    OpenRow first = some.get(0);
    Map<OpenRow, String> refused = new LinkedHashMap<>();
    try {
      act.of(
          first.who(),
          first.position(),
          () -> {
            print(some, kind, refused);
            return true;
          });
    } catch (RuntimeException failure) {
      String why = RowFailure.sentence(first, failure);
      some.forEach(row -> refused.put(row, why));
    }
    refused.forEach((row, why) -> rows.mark(row, "refused", why));
  }

  private void print(List<OpenRow> some, BulkPaper kind, Map<OpenRow, String> refused) {
    Map<OpenRow, byte[]> papers = new LinkedHashMap<>();
    for (OpenRow row : some) {
      try {
        papers.put(row, kind.write(row.application(), row.asked()));
      } catch (RuntimeException failure) {
        refused.put(row, RowFailure.sentence(row, failure));
      }
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
    if (!papers.isEmpty()) {
      keep(papers, kind);
    }
  }

  private void keep(Map<OpenRow, byte[]> papers, BulkPaper kind) {
    List<OpenRow> printed = List.copyOf(papers.keySet());
    long job = printed.get(0).job();
    PrintedFiles.Sealed file = sealed(papers, kind);
    Boolean kept = false;
    try {
      kept =
          transaction.execute(
              status -> {
                int marked =
                    rows.mark(job, printed.stream().map(OpenRow::application).toList(), "done", "");
                if (marked < printed.size()) { // stopped while they were written
                  status.setRollbackOnly();
                  return false;
                }
                printed.forEach(row -> kind.tell(row.application(), row.asked()));
                files.keep(job, file, printed);
                return true;
              });
    } finally {
      if (!Boolean.TRUE.equals(kept)) {
        files.drop(file);
      }
    }
  }

  private PrintedFiles.Sealed sealed(Map<OpenRow, byte[]> papers, BulkPaper kind) {
    try {
      return files.seal(out -> kind.join(List.copyOf(papers.values()), out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

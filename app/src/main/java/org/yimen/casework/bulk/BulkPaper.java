package org.yimen.casework.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Papers of many applications, handed out in files of many papers. */
public non-sealed interface BulkPaper extends BulkKind {

  /**
   * Writes the paper of one, as the user who began the job; nothing is kept or told by it.
   *
   * @throws org.yimen.platform.Problem with the sentence that the row's report shows
   */
  byte[] write(long application, List<String> parameters);

  /** Tells that the paper goes out, in the transaction that keeps the file. */
  void tell(long application, List<String> parameters);

  /** One file of papers that were written. */
  void join(List<byte[]> papers, OutputStream out) throws IOException;
}

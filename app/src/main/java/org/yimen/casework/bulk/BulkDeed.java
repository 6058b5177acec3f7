package org.yimen.casework.bulk;

import java.util.List;

/** A deed: each application in a transaction of its own. */
public non-sealed interface BulkDeed extends BulkKind {

  /**
   * Does it for one, as the user who began the job and in that application's transaction.
   *
   * @throws org.yimen.platform.Problem with the sentence that the row's report shows
   */
  void doOne(long application, List<String> parameters);
}

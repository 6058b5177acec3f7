package org.yimen.casework.bulk;

import org.yimen.identity.Permission;

/** A deed that can be asked for of many applications at once; every bean of it is offered. */
public interface BulkKind {

  /** Its name in the API. */
  String code();

  /** Its Chinese name. */
  String title();

  /** Who may begin it; looked at again with each application. */
  Permission permission();

  /**
   * Does it for one, as the user who began the job and in that application's transaction.
   *
   * @throws org.yimen.platform.Problem with the sentence that the row's report shows
   */
  void doOne(long application, String parameters);

  /**
   * SQL of a text that tells what is in the way of {@code casework.application a} for {@code :who}
   * on {@code :today}, empty where nothing is known to be. It only foretells: doing it decides.
   */
  String obstacle();
}

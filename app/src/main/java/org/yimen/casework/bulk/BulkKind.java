package org.yimen.casework.bulk;

import java.util.List;
import org.yimen.identity.Permission;
import org.yimen.platform.ProblemType;

/** What can be asked for of many applications at once; every bean of it is offered. */
public sealed interface BulkKind permits BulkDeed, BulkPaper {

  /** Its name in the API. */
  String code();

  /** Its Chinese name. */
  String title();

  /** Who may begin it; looked at again with each application. */
  Permission permission();

  /**
   * What a job with these parameters does, in words.
   *
   * @throws org.yimen.platform.Problem where they are not what it needs; as it stands it needs none
   */
  default String titleOf(List<String> parameters) {
    if (!parameters.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("“%s”不需要参数（parameters），请去掉后再试。".formatted(title()));
    }
    return title();
  }

  /**
   * SQL of a text that tells what is in the way of {@code casework.application a} for {@code :who}
   * on {@code :today} with {@code :parameters} (an array), empty where nothing is known to be. It
   * only foretells: doing it decides.
   */
  String obstacle();
}

package org.yimen.platform;

import java.io.IOException;
import java.util.List;

/** Looks for what was changed behind the program's back; {@code yimen verify} asks all of them. */
public interface IntegrityCheck {

  /**
   * What was found.
   *
   * @param what was looked at, in Chinese
   * @param records how many of them
   * @param faults sentences in Chinese; none where all is whole
   */
  record Result(String what, long records, List<String> faults) {}

  Result check() throws IOException;
}

package org.yimen.platform.production;

import java.util.List;

/** Looks at one side of the installation before the program serves anybody in production mode. */
public interface SafetyCheck {

  /** What is unsafe: one Chinese sentence each, which says what to do; empty where all is well. */
  List<String> findings();
}

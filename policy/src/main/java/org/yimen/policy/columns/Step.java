package org.yimen.policy.columns;

import org.jspecify.annotations.Nullable;

/** Makes one column from columns made before. */
public interface Step {
  void run(Work work);

  /** Where its rows stand: without rows nothing is to be done. Null: it has to run always. */
  @Nullable Place place();
}

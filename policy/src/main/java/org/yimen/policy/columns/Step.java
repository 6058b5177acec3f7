package org.yimen.policy.columns;

/** Makes one column from columns made before. */
interface Step {
  void run(Work work);
}

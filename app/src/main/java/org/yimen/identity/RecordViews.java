package org.yimen.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who looked at what is kept of a family; whoever keeps the audit knows. */
public interface RecordViews {

  /**
   * What people of a unit did to look, how often and on which days; the unit is empty where nobody
   * was signed in.
   */
  record Look(String unit, Deed deed, LocalDate first, LocalDate last, int times) {}

  /**
   * The looks at an application, its household and those who live there now, the latest first.
   *
   * @param household in the register; null where it knows none
   */
  List<Look> of(long application, @Nullable Long household);
}

package org.yimen.reporting;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The ids of lists that were asked for, in order, kept while the register stays as it is: so each
 * further page, however far down, costs as little as reading its rows by their keys. Rows
 * themselves are always read anew.
 */
final class FoundRows {

  /** About 24 MB. */
  private static final long MOST_IDS = 3_000_000;

  /** Lists end with the day too, which changes no id. */
  private static final long LONGEST = Duration.ofMinutes(10).toNanos();

  private record Found(long[] ids, long since) {}

  private final Map<Object, Found> lists = new LinkedHashMap<>(16, 0.75f, true);
  private String state = "";
  private long kept;

  /**
   * The ids of a list.
   *
   * @param registerState differs whenever the register does; all that was found before is forgotten
   * @param list says which one
   * @param find reads the ids from the database
   */
  long[] of(String registerState, Object list, Supplier<long[]> find) {
    synchronized (this) {
      if (!registerState.equals(state)) {
        lists.clear();
        kept = 0;
        state = registerState;
      }
      Found known = lists.get(list);
      if (known != null && System.nanoTime() - known.since() < LONGEST) {
        return known.ids();
      }
    }
    long[] ids = find.get();
    keep(registerState, list, new Found(ids, System.nanoTime()));
    return ids;
  }

  private synchronized void keep(String registerState, Object list, Found found) {
    if (!registerState.equals(state) || found.ids().length > MOST_IDS) {
      return;
    }
    Found before = lists.put(list, found);
    kept += found.ids().length - (before == null ? 0 : before.ids().length);
    Iterator<Found> eldest = lists.values().iterator();
    while (kept > MOST_IDS) {
      kept -= eldest.next().ids().length;
      eldest.remove();
    }
  }
}

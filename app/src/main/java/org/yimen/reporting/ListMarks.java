package org.yimen.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about long lists while the register stays as it is: how many rows they have,
 * and where every {@value #STEP}th row stands, so that a page far down begins there instead of
 * counting from the first row. Rows themselves are always read anew.
 */
final class ListMarks {

  static final int STEP = 500;
  private static final int MOST_LISTS = 64;

  /** A row by what the list is ordered by. */
  record Mark(Object key, String number) {}

  /** One list; the marks come when a page far down is asked for the first time. */
  static final class Known {
    private final long total;
    private final AtomicReference<@Nullable List<Mark>> marks = new AtomicReference<>();

    private Known(long total) {
      this.total = total;
    }

    long total() {
      return total;
    }

    /** The last mark at or before a row; null where there is none. */
    @Nullable Mark before(int row, Supplier<List<Mark>> find) {
      List<Mark> known = marks.get();
      if (known == null) {
        known = find.get();
        marks.set(known);
      }
      int at = Math.min(row / STEP, known.size() - 1);
      return row / STEP == at && at >= 0 ? known.get(at) : null;
    }
  }

  private String state = "";
  private final Map<Object, Known> lists =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Known> eldest) {
          return size() > MOST_LISTS;
        }
      };

  /**
   * What is known of a list.
   *
   * @param registerState differs whenever the register does; everything known before is forgotten
   * @param list says which one
   */
  Known of(String registerState, Object list, LongSupplier count) {
    synchronized (this) {
      if (!registerState.equals(state)) {
        lists.clear();
        state = registerState;
      }
      Known known = lists.get(list);
      if (known != null) {
        return known;
      }
    }
    Known counted = new Known(count.getAsLong());
    synchronized (this) {
      if (registerState.equals(state)) {
        lists.put(list, counted);
      }
    }
    return counted;
  }
}

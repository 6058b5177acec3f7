package org.yimen.exchange.loading;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/** How long the phases of a batch took; they run side by side, so they add up to more than it. */
final class PhaseTimes {

  private static final double SECOND = 1e9;

  enum Phase {
    OPEN,
    READ,
    /** Learning what the database knows already. */
    KNOW,
    LINK,
    WRITE
  }

  private final AtomicLongArray nanos = new AtomicLongArray(Phase.values().length);

  <T> T of(Phase phase, Supplier<T> deed) {
    long begun = System.nanoTime();
    try {
      return deed.get();
    } finally {
      nanos.addAndGet(phase.ordinal(), System.nanoTime() - begun);
    }
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    for (Phase phase : Phase.values()) {
      String name = phase.name().toLowerCase(Locale.ROOT);
      double seconds = nanos.get(phase.ordinal()) / SECOND;
      all.append(all.isEmpty() ? "" : ", ")
          .append(String.format(Locale.ROOT, "%s %.1f s", name, seconds));
    }
    return all.toString();
  }
}

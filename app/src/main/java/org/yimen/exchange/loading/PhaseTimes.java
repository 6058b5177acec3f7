package org.yimen.exchange.loading;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How long the phases of a batch took; they run side by side, so they add up to more than it. */
final class PhaseTimes {

  private static final double SECOND = 1e9;

  enum Phase {
    OPEN,
    READ,
    KNOW,
    LINK,
    WRITE
  }

  private final Map<Phase, AtomicLong> nanos = new EnumMap<>(Phase.class);

  PhaseTimes() {
    for (Phase phase : Phase.values()) {
      nanos.put(phase, new AtomicLong());
    }
  }

  <T> T of(Phase phase, Supplier<T> deed) {
    long begun = System.nanoTime();
    try {
      return deed.get();
    } finally {
      AtomicLong sum = nanos.get(phase);
      if (sum != null) {
        sum.addAndGet(System.nanoTime() - begun);
      }
    }
  }

  @Override
  public String toString() {
    return nanos.entrySet().stream()
        .map(
            phase ->
                "%s %.1f s"
                    .formatted(
                        phase.getKey().name().toLowerCase(Locale.ROOT),
                        phase.getValue().get() / SECOND))
        .collect(Collectors.joining(", "));
  }
}

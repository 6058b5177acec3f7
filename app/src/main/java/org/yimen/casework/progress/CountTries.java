package org.yimen.casework.progress;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;

/**
 * Counts tries at codes, and tells the audit once a minute how many were refused: never what was
 * typed, and not one entry for each, which would fill the disk.
 */
@Component
public class CountTries {

  private static final int MOST_ADDRESSES = 1_000;

  private final Access access;
  private final Counter refused;
  private final Counter shown;
  private final Set<String> addresses = new HashSet<>();
  private int since;

  CountTries(Access access, MeterRegistry registry) {
    this.access = access;
    this.refused = registry.counter("yimen.progress.tries", "outcome", "refused");
    this.shown = registry.counter("yimen.progress.tries", "outcome", "shown");
  }

  void shown() {
    shown.increment();
  }

  synchronized void refused(String address) {
    refused.increment();
    since++;
    if (addresses.size() < MOST_ADDRESSES) {
      addresses.add(address);
    }
  }

  /** Tells what was refused since the last time. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  public void tell() {
    String why = taken();
    if (!why.isEmpty()) {
      access.tellRefused(Deed.PROGRESS_REFUSED, "", why);
    }
  }

  private synchronized String taken() {
    if (since == 0) {
      return "";
    }
    String more = addresses.size() < MOST_ADDRESSES ? "" : "以上";
    String why = "%d 次，来自 %d 个%s地址".formatted(since, addresses.size(), more);
    since = 0;
    addresses.clear();
    return why;
  }
}

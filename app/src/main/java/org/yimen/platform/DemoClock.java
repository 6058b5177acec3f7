package org.yimen.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The demo's time, which may be moved by whole days: back, while its invented cases are made, and
 * ahead, as far as a file says, for the browser's tests, which can't wait a week for a notice to
 * end. No other installation has it.
 */
public final class DemoClock extends Clock {

  private final @Nullable Path file;
  private final ZoneId zone;
  private final AtomicLong moved;

  DemoClock(@Nullable Path file, ZoneId zone) {
    this(file, zone, new AtomicLong());
  }

  private DemoClock(@Nullable Path file, ZoneId zone, AtomicLong moved) {
    this.file = file;
    this.zone = zone;
    this.moved = moved;
  }

  /** From now on the time is so many days behind the real one. */
  public void daysAgo(long days) {
    moved.set(-days);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new DemoClock(file, other, moved);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(Duration.ofDays(moved.get() + ahead()));
  }

  /** Read anew each time, so that time goes on while the program runs. */
  private long ahead() {
    if (file == null) {
      return 0;
    }
    try {
      String said = Files.readString(file).strip();
      return said.isEmpty() ? 0 : Long.parseLong(said);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

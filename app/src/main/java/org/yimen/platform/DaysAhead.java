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

/**
 * The time, as many days ahead as a file says; the browser's tests can't wait a week for a notice
 * to end. Read anew each time, so that time goes on while the program runs.
 */
final class DaysAhead extends Clock {

  private final Path file;
  private final ZoneId zone;

  DaysAhead(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new DaysAhead(file, other);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(Duration.ofDays(days()));
  }

  private long days() {
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

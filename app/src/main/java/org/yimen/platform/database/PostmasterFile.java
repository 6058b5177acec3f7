package org.yimen.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about itself in {@code postmaster.pid}.
 *
 * @param port null while the server is still writing the file
 */
record PostmasterFile(long process, @Nullable Integer port) {

  static @Nullable PostmasterFile read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      if (lines.isEmpty()) {
        return new PostmasterFile(-1, null);
      }
      Integer port = lines.size() < 4 ? null : Integer.valueOf(lines.get(3).strip());
      return new PostmasterFile(Long.parseLong(lines.get(0).strip()), port);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Whether the process is there and is a PostgreSQL server, not a stranger with its number. */
  boolean alive() {
    return ProcessHandle.of(process)
        .filter(ProcessHandle::isAlive)
        .map(found -> found.info().command().map(c -> c.contains("postgres")).orElse(true))
        .orElse(false);
  }

  /** Whether another program has got its number since. */
  boolean namesStranger() {
    return !alive() && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
  }
}

package org.yimen.casework.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.bulk.BulkRows.OpenRow;
import org.yimen.platform.secrecy.SealedFolder;

/** The files of papers that jobs have printed: sealed, and gone after a week. */
@Component
class PrintedFiles {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration BEING_MADE = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final SealedFolder folder;
  private final Clock clock;

  PrintedFiles(JdbcClient jdbc, @Qualifier(PrintedFolder.NAME) SealedFolder folder, Clock clock) {
    this.jdbc = jdbc;
    this.folder = folder;
    this.clock = clock;
  }

  /** A file on the disk of which no row tells yet; the size is that of what was sealed. */
  record Sealed(String name, long size) {}

  /**
   * A file of a job.
   *
   * @param number 1, 2, … in the order of printing
   * @param first receipt number of the first paper
   * @param storedAs null where it has expired
   */
  record Printed(
      int number,
      int papers,
      String first,
      String last,
      long size,
      @Nullable String storedAs,
      OffsetDateTime expiresAt) {}

  Sealed seal(SealedFolder.Content content) throws IOException {
    long[] size = new long[1];
    Path partial =
        folder.write(
            out -> {
              Counted counted = new Counted(out);
              content.to(counted);
              size[0] = counted.count;
            });
    String name = UUID.randomUUID().toString();
    Files.move(partial, folder.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return new Sealed(name, size[0]);
  }

  /** Tells of a file that holds these papers, as the next of the job. */
  void keep(long job, Sealed file, List<OpenRow> papers) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into casework.bulk_file
              (job, number, papers, first, last, size, stored_as, made_at, expires_at)
            select :job, coalesce(max(number), 0) + 1, :papers, :first, :last, :size, :name, :at, :until
            from casework.bulk_file where job = :job
            """)
        .param("job", job)
        .param("papers", papers.size())
        .param("first", papers.get(0).number())
        .param("last", papers.get(papers.size() - 1).number())
        .param("size", file.size())
        .param("name", file.name())
        .param("at", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(KEPT)))
        .update();
  }

  void drop(Sealed file) {
    delete(file.name());
  }

  List<Printed> of(long job) {
    return jdbc.sql(
            """
            select number, papers, first, last, size, stored_as, expires_at
            from casework.bulk_file where job = :job order by number
            """)
        .param("job", job)
        .query(Printed.class)
        .list();
  }

  /** Copies it; nothing where it has expired. */
  void read(Printed file, OutputStream out) throws IOException {
    String name = file.storedAs();
    if (name == null) {
      return;
    }
    try (var in = Channels.newInputStream(folder.read(name))) {
      in.transferTo(out);
    }
  }

  /** Removes what has expired, and what no row names because the program was killed. */
  void sweep() {
    List<String> expired =
        jdbc.sql(
                """
                update casework.bulk_file f set stored_as = null
                from (select job, number, stored_as from casework.bulk_file
                  where stored_as is not null and expires_at <= :now) old
                where old.job = f.job and old.number = f.number returning old.stored_as
                """)
            .param("now", Timestamp.from(clock.instant()))
            .query(String.class)
            .list();
    expired.forEach(this::delete);
    Set<String> named =
        new HashSet<>(
            jdbc.sql("select stored_as from casework.bulk_file where stored_as is not null")
                .query(String.class)
                .list());
    if (Files.isDirectory(folder.folder())) {
      left(named).forEach(this::delete);
    }
  }

  private List<String> left(Set<String> named) {
    Instant since = Instant.now().minus(BEING_MADE); // files bear the time of the disk
    try (Stream<Path> all = Files.list(folder.folder())) {
      return all.filter(file -> !named.contains(file.getFileName().toString()))
          .filter(file -> file.toFile().lastModified() < since.toEpochMilli())
          .map(file -> file.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String name) {
    try {
      Files.deleteIfExists(folder.folder().resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counted extends java.io.FilterOutputStream {

    private long count;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

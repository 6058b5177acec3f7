package org.yimen.exchange.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.exchange.reading.Format;
import org.yimen.platform.FileContent;
import org.yimen.platform.secrecy.SealedFolder;

/**
 * The files received: their bytes sealed in a folder under their SHA-256, their state in the
 * database.
 */
@Repository
public class Deliveries {

  private static final int LONGEST_NAME = 200;

  private static final String RECEIVE =
      """
      with known as (
        select d.id, d.state from exchange.delivery d
        where d.sha256 = :sha256 and d.state <> 'withdrawn'
          and case when :unit = '' then d.state <> 'failed' or d.only_unit = ''
            else d.received_by = :by or d.only_unit = :unit or d.bureau = any(:bureaus) end
        order by d.id limit 1),
      again as (
        update exchange.delivery d
        set state = 'received', problem = null, problem_title = null, problem_text = null
        from known where d.id = known.id and known.state = 'failed'),
      fresh as (
        insert into exchange.delivery
          (file_name, sha256, stored_as, received_by, only_unit, received_at)
        select :name, :sha256, :sha256, :by, :unit, :at where not exists (select from known)
        on conflict do nothing returning id)
      select id from known union all select id from fresh
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SealedFolder files;

  Deliveries(JdbcClient jdbc, Clock clock, SealedFolder deliveryFiles) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.files = deliveryFiles;
  }

  /**
   * A file that waits to be loaded, with the day on which it came; the unit is empty where its
   * sender may load any bureau's files.
   */
  record Waiting(long id, String fileName, String storedAs, LocalDate day, String onlyUnit) {}

  /**
   * Who sends a file.
   *
   * @param unit empty where files of any bureau may be sent, else only its own are loaded
   * @param bureaus that the unit is, as descriptions name them
   */
  public record Sender(String username, String unit, List<String> bureaus) {}

  /**
   * Keeps a file and answers once it is sure to be loaded. The same bytes again are the same
   * delivery: nothing changes, but one that failed is tried once more. A delivery that the sender
   * may not see is not told by that: it is as if nobody had sent it.
   *
   * @param name as the sender calls it
   * @param by who sent it, null from a shell
   * @return id of the delivery
   */
  public long receive(String name, @Nullable Sender by, InputStream content) {
    try {
      String sha256 = store(content);
      Optional<Long> id = receive(clean(name), by, sha256);
      // of two who send the same at once one finds nothing at first
      return id.or(() -> receive(clean(name), by, sha256)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Long> receive(String name, @Nullable Sender by, String sha256) {
    return jdbc.sql(RECEIVE)
        .param("name", name)
        .param("sha256", sha256)
        .param("by", by == null ? null : by.username())
        .param("unit", by == null ? "" : by.unit())
        .param("bureaus", by == null ? new String[0] : by.bureaus().toArray(String[]::new))
        .param("at", OffsetDateTime.now(clock))
        .query(Long.class)
        .optional();
  }

  private static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String shown = last.replaceAll("\\p{Cntrl}", "").strip();
    String whole = shown.isEmpty() ? "未命名" : shown;
    return whole.length() <= LONGEST_NAME ? whole : whole.substring(whole.length() - LONGEST_NAME);
  }

  private String store(InputStream content) throws IOException {
    MessageDigest digest = sha256();
    Path partial = files.write(out -> new DigestInputStream(content, digest).transferTo(out));
    try {
      String sha256 = HexFormat.of().formatHex(digest.digest());
      Path kept = files.folder().resolve(sha256);
      if (!Files.exists(kept)) {
        Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE);
      }
      return sha256;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  FileContent file(Waiting delivery) {
    return () -> files.read(delivery.storedAs());
  }

  List<Waiting> waiting() {
    return jdbc.sql(
            """
            select id, file_name, stored_as, only_unit, received_at from exchange.delivery
            where state = 'received' order by id
            """)
        .query(this::waiting)
        .list();
  }

  /** How a delivery stands; problem is null unless it failed. */
  public record Report(String fileName, List<Integer> counts, @Nullable String problem) {}

  /** Rows, taken, doubtful, refused, skipped, linked, to a person, founded, of each delivery. */
  public List<Report> reports(Collection<Long> ids) {
    return jdbc.sql("select * from exchange.delivery where id = any(:ids) order by file_name, id")
        .param("ids", ids.toArray(Long[]::new))
        .query(
            (row, number) ->
                new Report(
                    row.getString("file_name"),
                    counts(row),
                    row.getString("state").equals("failed") ? row.getString("problem_text") : null))
        .list();
  }

  private static List<Integer> counts(ResultSet row) throws SQLException {
    List<Integer> counts = new ArrayList<>();
    for (String column : RowCounts.COLUMNS) {
      counts.add(row.getInt(column));
    }
    return counts;
  }

  /** True while one of them is neither loaded nor refused. */
  public boolean unfinished(Collection<Long> ids) {
    return jdbc.sql(
            """
            select exists (
              select from exchange.delivery
              where id = any(:ids) and state not in ('done', 'failed', 'withdrawn'))
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }

  /** True while one waits that came longer ago: whoever received it would have begun by now. */
  public boolean anyLeft(Duration since) {
    return jdbc.sql(
            """
            select exists (
              select from exchange.delivery
              where state not in ('done', 'failed', 'withdrawn') and received_at < :before)
            """)
        .param("before", OffsetDateTime.now(clock).minus(since))
        .query(Boolean.class)
        .single();
  }

  private Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("stored_as"),
        LocalDate.ofInstant(row.getTimestamp("received_at").toInstant(), clock.getZone()),
        row.getString("only_unit"));
  }

  /** Whether the same bytes are loaded or about to be, by a delivery that came earlier. */
  boolean sentBefore(Waiting delivery) {
    return jdbc.sql(
            """
            select exists (
              select from exchange.delivery
              where sha256 = :sha256 and id < :id and state not in ('failed', 'withdrawn'))
            """)
        .param("sha256", delivery.storedAs())
        .param("id", delivery.id())
        .query(Boolean.class)
        .single();
  }

  /** What a loader left that was killed waits again. */
  void interrupted() {
    jdbc.sql(
            """
            update exchange.delivery set state = 'received' where state in ('reading', 'linking')
            """)
        .update();
  }

  void reading(Waiting delivery) {
    jdbc.sql("update exchange.delivery set state = 'reading' where id = :id")
        .param("id", delivery.id())
        .update();
  }

  void linking(Waiting delivery, Format format, long rows) {
    jdbc.sql(
            """
            update exchange.delivery
            set state = 'linking', format = :format, format_title = :title, bureau = :bureau,
              rows = :rows
            where id = :id
            """)
        .param("id", delivery.id())
        .param("format", format.id())
        .param("title", format.title())
        .param("bureau", format.bureau())
        .param("rows", rows)
        .update();
  }

  void done(Waiting delivery, RowCounts counts) {
    jdbc.sql(
            """
            update exchange.delivery
            set state = 'done', finished_at = :at, rows = :rows, taken = :taken,
              doubtful = :doubtful, refused = :refused, skipped = :skipped,
              linked = :linked, review = :review, founded = :founded
            where id = :id
            """)
        .params(counts.columns())
        .param("id", delivery.id())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  void failed(Waiting delivery, String slug, String title, String text) {
    jdbc.sql(
            """
            update exchange.delivery
            set state = 'failed', finished_at = :at,
              problem = :slug, problem_title = :title, problem_text = :text
            where id = :id
            """)
        .param("id", delivery.id())
        .param("at", OffsetDateTime.now(clock))
        .param("slug", slug)
        .param("title", title)
        .param("text", text)
        .update();
  }
}

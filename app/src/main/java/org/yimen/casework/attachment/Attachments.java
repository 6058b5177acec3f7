package org.yimen.casework.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.platform.secrecy.SealedFolder;

/** The attachments of applications: a row here, the bytes sealed in a folder. */
@Component
public class Attachments {

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final SealedFolder files;

  Attachments(JdbcClient jdbc, Access access, Clock clock, SealedFolder caseAttachments) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.files = caseAttachments;
  }

  /** One of an application; size in bytes. */
  record Attachment(
      UUID id, String mediaType, int size, OffsetDateTime receivedAt, String receivedBy) {}

  /** Whether it is there now, was there before, or something else is. */
  enum Outcome {
    KEPT,
    KNOWN,
    OTHER
  }

  /** Keeps it: on the disk before a row tells of it. */
  Outcome keep(long application, UUID id, MediaTypes type, byte[] content) {
    byte[] digest = digest(content);
    Outcome before = compare(application, id, digest);
    if (before != null) {
      return before;
    }
    String name = UUID.randomUUID().toString();
    Path file = stored(name, content);
    boolean kept = false;
    try {
      kept = insert(application, id, name, type, content);
    } finally {
      if (!kept) {
        delete(file);
      }
    }
    Outcome now = kept ? Outcome.KEPT : compare(application, id, digest);
    return now == null ? Outcome.OTHER : now;
  }

  private boolean insert(long application, UUID id, String name, MediaTypes type, byte[] content) {
    return jdbc.sql(
                """
                insert into casework.attachment
                  (application, id, media_type, size, sha256, stored_as, received_at, received_by)
                values (:application, :id, :type, :size, :sha256, :name, :now, :who)
                on conflict do nothing
                """)
            .param("application", application)
            .param("id", id)
            .param("type", type.code())
            .param("size", content.length)
            .param("sha256", digest(content))
            .param("name", name)
            .param("now", Timestamp.from(clock.instant()))
            .param("who", access.user().username())
            .update()
        == 1;
  }

  private @Nullable Outcome compare(long application, UUID id, byte[] digest) {
    return jdbc.sql(
            """
            select sha256 = :sha256 from casework.attachment
            where application = :application and id = :id
            """)
        .param("sha256", digest)
        .param("application", application)
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .map(same -> same ? Outcome.KNOWN : Outcome.OTHER)
        .orElse(null);
  }

  private Path stored(String name, byte[] content) {
    try {
      Path partial = files.write(out -> out.write(content));
      return Files.move(partial, files.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Attachment> of(long application) {
    return jdbc.sql(
            """
            select a.id, media_type, size, received_at,
              coalesce(c.display_name, a.received_by) as received_by
            from casework.attachment a
            left join identity.account c on c.username = a.received_by
            where application = :application order by received_at, a.id
            """)
        .param("application", application)
        .query(Attachment.class)
        .list();
  }

  /** Those of these that the application has. */
  public Set<UUID> known(long application, Collection<UUID> ids) {
    return jdbc.sql(
            "select id from casework.attachment where application = :application and id = any(:ids)")
        .param("application", application)
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .set();
  }

  /** The bytes of one of an application; null where it has none of this id. */
  byte @Nullable [] content(long application, UUID id) {
    String name =
        jdbc.sql(
                """
                select stored_as from casework.attachment
                where application = :application and id = :id
                """)
            .param("application", application)
            .param("id", id)
            .query(String.class)
            .optional()
            .orElse(null);
    if (name == null) {
      return null;
    }
    try (InputStream in = Channels.newInputStream(files.read(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

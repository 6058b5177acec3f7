package org.yimen.casework.investigation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseSecrets;
import org.yimen.identity.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What visits began with, kept so that their answers can be merged with what came in meanwhile. */
@Component
public class Downloads {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Access access;
  private final CaseSecrets secrets;

  Downloads(JdbcClient jdbc, Access access, CaseSecrets secrets) {
    this.jdbc = jdbc;
    this.access = access;
    this.secrets = secrets;
  }

  /**
   * The answers that a visit began with.
   *
   * @param handed as they were handed out
   * @param kept the same with what is withheld from who took them, and unmasked
   */
  public record Begun(JsonNode handed, JsonNode kept) {

    static final Begun NOTHING = new Begun(JSON.createObjectNode(), JSON.createObjectNode());
  }

  /** What for, when, and until which day it may be kept. */
  public record Taken(String purpose, Instant at, LocalDate keepUntil) {}

  /** Keeps what is handed out of an application; returns its id. */
  public UUID keep(long application, Taken taken, Begun begun) {
    UUID id = UUID.randomUUID();
    ObjectNode both = JSON.createObjectNode();
    both.set("handed", begun.handed());
    both.set("kept", begun.kept());
    jdbc.sql(
            """
            insert into casework.download
              (id, application, purpose, taken_at, taken_by, keep_until, answers)
            values (:id, :application, :purpose, :at, :by, :until, :answers)
            """)
        .param("id", id)
        .param("application", application)
        .param("purpose", taken.purpose())
        .param("at", Timestamp.from(taken.at()))
        .param("by", access.user().username())
        .param("until", taken.keepUntil())
        .param("answers", secrets.handedOut().seal(id, JSON.writeValueAsString(both)))
        .update();
    return id;
  }

  /**
   * What a visit of the application began with. A download that nobody knows counts as one of
   * nothing: then all that differs is told, instead of a visit being lost.
   */
  Begun begun(long application, UUID id) {
    return jdbc.sql(
            "select answers from casework.download where id = :id and application = :application")
        .param("id", id)
        .param("application", application)
        .query((row, n) -> opened(id, row.getBytes("answers")))
        .optional()
        .orElse(Begun.NOTHING);
  }

  private Begun opened(UUID id, byte[] sealed) {
    JsonNode both = JSON.readTree(secrets.handedOut().bytes(id, sealed));
    return new Begun(both.path("handed"), both.path("kept"));
  }

  /** Whether the application has such a download; null asks for none. */
  @Nullable UUID known(long application, @Nullable UUID id) {
    return id == null
        ? null
        : jdbc.sql("select id from casework.download where id = :id and application = :application")
            .param("id", id)
            .param("application", application)
            .query(UUID.class)
            .optional()
            .orElse(null);
  }
}

package org.yimen.casework.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseSecrets;
import org.yimen.identity.Access;
import org.yimen.platform.secrecy.SealedField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Visits as they were recorded; each once, however often it is sent. */
@Component
class Visits {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  private final SealedField answers;

  Visits(JdbcClient jdbc, Access access, Clock clock, CaseSecrets secrets) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.answers = secrets.answers();
  }

  /**
   * A visit.
   *
   * @param kind township, district or telephone
   * @param investigators at least two names (57号 第十六条)
   * @param signedBy the family member who signed
   * @param answers the form's answers of the household
   */
  record Visit(
      UUID id,
      long application,
      String kind,
      OffsetDateTime visitedAt,
      String place,
      List<String> investigators,
      String signedBy,
      int formVersion,
      JsonNode answers,
      String note) {}

  /** Keeps it; false where it was kept before. */
  boolean keep(Visit visit) {
    return jdbc.sql(
                """
                insert into casework.visit (id, application, kind, visited_at, place, investigators,
                  signed_by, form_version, answers, note, recorded_at, recorded_by)
                values (:id, :application, :kind, :visitedAt, :place, :investigators, :signedBy,
                  :formVersion, :answers, :note, :now, :who)
                on conflict (id) do nothing
                """)
            .param("id", visit.id())
            .param("application", visit.application())
            .param("kind", visit.kind())
            .param("visitedAt", visit.visitedAt())
            .param("place", visit.place())
            .param("investigators", visit.investigators().toArray(String[]::new))
            .param("signedBy", visit.signedBy())
            .param("formVersion", visit.formVersion())
            .param("answers", answers.seal(visit.id(), JSON.writeValueAsString(visit.answers())))
            .param("note", visit.note())
            .param("now", Timestamp.from(clock.instant()))
            .param("who", access.user().username())
            .update()
        == 1;
  }

  /** The visit of this id; null where none was kept. */
  @Nullable Visit find(UUID id) {
    return jdbc.sql("select * from casework.visit where id = :id")
        .param("id", id)
        .query(this::visit)
        .optional()
        .orElse(null);
  }

  /** The last visit of an application; null before the first. */
  @Nullable Visit last(long application) {
    return jdbc.sql(
            """
            select * from casework.visit where application = :application
            order by visited_at desc, recorded_at desc limit 1
            """)
        .param("application", application)
        .query(this::visit)
        .optional()
        .orElse(null);
  }

  private Visit visit(ResultSet row, int number) throws SQLException {
    return new Visit(
        row.getObject("id", UUID.class),
        row.getLong("application"),
        row.getString("kind"),
        row.getObject("visited_at", OffsetDateTime.class),
        row.getString("place"),
        List.of((String[]) row.getArray("investigators").getArray()),
        row.getString("signed_by"),
        row.getInt("form_version"),
        JSON.readTree(answers.bytes(row.getObject("id", UUID.class), row.getBytes("answers"))),
        row.getString("note"));
  }
}

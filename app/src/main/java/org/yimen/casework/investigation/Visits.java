package org.yimen.casework.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
public class Visits {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final CaseSecrets secrets;

  Visits(JdbcClient jdbc, Access access, Clock clock, CaseSecrets secrets) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.secrets = secrets;
  }

  /**
   * A visit.
   *
   * @param kind township, district or telephone
   * @param investigators at least two names (57号 第十六条)
   * @param signedBy the family member who signed
   * @param sent the form's answers of the household as they were sent
   * @param particulars place, signatures and photos, where a phone sent any
   */
  public record Visit(
      UUID id,
      long application,
      String kind,
      OffsetDateTime visitedAt,
      String place,
      List<String> investigators,
      String signedBy,
      int formVersion,
      JsonNode sent,
      String note,
      @Nullable UUID download,
      @Nullable JsonNode particulars,
      Outcome outcome,
      Recorded recorded) {

    /** The answers of the case after this visit. */
    public JsonNode standing() {
      JsonNode agreed = outcome.agreed();
      return agreed == null ? sent : agreed;
    }
  }

  /**
   * What became of a visit's answers.
   *
   * @param agreed what stands after it; null where that is what was sent
   * @param standsAt from when on
   * @param merged what stood before had changed since the phone was given it
   * @param late it came in after the investigation and decides nothing
   */
  public record Outcome(
      @Nullable JsonNode agreed, OffsetDateTime standsAt, boolean merged, boolean late) {}

  /** When it came in, and from whom. */
  public record Recorded(OffsetDateTime at, String by) {}

  private static final String KEEP =
      """
      insert into casework.visit (id, application, kind, visited_at, place, investigators,
        signed_by, form_version, answers, note, recorded_at, recorded_by, download,
        particulars, stands_at, agreed, merged, late)
      values (:id, :application, :kind, :visitedAt, :place, :investigators, :signedBy,
        :formVersion, :answers, :note, :now, :who, :download,
        :particulars, :standsAt, :agreed, :merged, :late)
      on conflict (id) do nothing
      """;

  /** Keeps it; false where it was kept before. */
  boolean keep(Visit visit) {
    UUID id = visit.id();
    return jdbc.sql(KEEP)
            .param("id", id)
            .param("application", visit.application())
            .param("kind", visit.kind())
            .param("visitedAt", visit.visitedAt())
            .param("place", visit.place())
            .param("investigators", visit.investigators().toArray(String[]::new))
            .param("signedBy", visit.signedBy())
            .param("formVersion", visit.formVersion())
            .param("answers", sealed(secrets.answers(), id, visit.sent()))
            .param("note", visit.note())
            .param("now", Timestamp.from(visit.recorded().at().toInstant()))
            .param("who", visit.recorded().by())
            .param("download", visit.download())
            .param("particulars", sealed(secrets.particulars(), id, visit.particulars()))
            .param("standsAt", visit.outcome().standsAt())
            .param("agreed", sealed(secrets.agreed(), id, visit.outcome().agreed()))
            .param("merged", visit.outcome().merged())
            .param("late", visit.outcome().late())
            .update()
        == 1;
  }

  /** That of now and the user. */
  Recorded recorded() {
    return new Recorded(OffsetDateTime.now(clock), access.user().username());
  }

  /** The answers that stand after a visit from now on. */
  void agree(UUID visit, JsonNode answers) {
    jdbc.sql("update casework.visit set agreed = :agreed where id = :id")
        .param("agreed", sealed(secrets.agreed(), visit, answers))
        .param("id", visit)
        .update();
  }

  private static byte @Nullable [] sealed(SealedField field, UUID visit, @Nullable JsonNode json) {
    return json == null ? null : field.seal(visit, JSON.writeValueAsString(json));
  }

  /** The visit of this id; null where none was kept. */
  @Nullable Visit find(UUID id) {
    List<Visit> found = all(List.of(id));
    return found.isEmpty() ? null : found.get(0);
  }

  /** Those that were kept of these. */
  List<Visit> all(Collection<UUID> ids) {
    return jdbc.sql("select * from casework.visit where id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, n) -> visit(row))
        .list();
  }

  /** The visit whose answers stand; null before the first. */
  @Nullable Visit last(long application) {
    return jdbc.sql(
            """
            select * from casework.visit where application = :application and not late
            order by coalesce(stands_at, visited_at) desc, number desc limit 1
            """)
        .param("application", application)
        .query((row, n) -> visit(row))
        .optional()
        .orElse(null);
  }

  /**
   * The visit whose answers stand, for each application that had one; of a re-check without a visit
   * that of the family's last case.
   */
  public Map<Long, Visit> standing(Collection<Long> applications) {
    Map<Long, Visit> found = new HashMap<>();
    jdbc.sql(
            """
            select a.id as wanted, v.*
            from casework.application a
            cross join lateral (
              select v.* from casework.visit v
              where not v.late and v.application = any (array(
                select b.id from casework.application b
                left join casework.standing s on s.application = b.id
                where b.id = a.id or b.id < a.id and coalesce(b.standing, s.id) = a.standing))
              order by v.application desc, coalesce(v.stands_at, v.visited_at) desc, v.number desc
              limit 1) v
            where a.id = any (:ids)
            """)
        .param("ids", applications.toArray(Long[]::new))
        .query(
            row -> {
              found.put(row.getLong("wanted"), visit(row));
            });
    return found;
  }

  private Visit visit(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    OffsetDateTime visitedAt = row.getObject("visited_at", OffsetDateTime.class);
    OffsetDateTime standsAt = row.getObject("stands_at", OffsetDateTime.class);
    JsonNode agreed = opened(secrets.agreed(), id, row.getBytes("agreed"));
    return new Visit(
        id,
        row.getLong("application"),
        row.getString("kind"),
        visitedAt,
        row.getString("place"),
        List.of((String[]) row.getArray("investigators").getArray()),
        row.getString("signed_by"),
        row.getInt("form_version"),
        JSON.readTree(secrets.answers().bytes(id, row.getBytes("answers"))),
        row.getString("note"),
        row.getObject("download", UUID.class),
        opened(secrets.particulars(), id, row.getBytes("particulars")),
        new Outcome(
            agreed,
            standsAt == null ? visitedAt : standsAt,
            row.getBoolean("merged"),
            row.getBoolean("late")),
        new Recorded(
            row.getObject("recorded_at", OffsetDateTime.class), row.getString("recorded_by")));
  }

  private static @Nullable JsonNode opened(SealedField field, UUID id, byte @Nullable [] sealed) {
    return sealed == null ? null : JSON.readTree(field.bytes(id, sealed));
  }
}

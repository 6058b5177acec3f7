package org.yimen.casework.investigation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseSecrets;
import org.yimen.casework.Withheld;
import org.yimen.casework.merge.Difference;
import org.yimen.casework.merge.Place;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What two visits of one family say differently, each kept until a named person settles it. */
@Component
class Conflicts {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String FOUND =
      """
      select c.*, coalesce(e.recorded_at, d.taken_at, v.recorded_at) as theirs_at,
        v.recorded_at as ours_at,
        coalesce(array_to_string(e.investigators, '、'), '此前掌握的资料') as theirs_by,
        array_to_string(v.investigators, '、') as ours_by,
        coalesce(t.display_name, c.to_settle) as settler,
        coalesce(s.display_name, c.settled_by, '') as settled_name
      from casework.visit_conflict c
      join casework.visit v on v.id = c.visit
      left join casework.visit e on e.id = c.earlier
      left join casework.download d on d.id = v.download
      left join identity.account t on t.username = c.to_settle
      left join identity.account s on s.username = c.settled_by
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final CaseSecrets secrets;
  private final Withheld withheld;

  Conflicts(JdbcClient jdbc, Access access, Clock clock, CaseSecrets secrets, Withheld withheld) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.secrets = secrets;
    this.withheld = withheld;
  }

  /**
   * One matter.
   *
   * @param title the question, of a member with its name
   * @param theirs what stood before: what the earlier visit said, or what the visitor was not
   *     shown; null where the answer was taken away
   * @param ours what the later visit said
   * @param hidden who looks has no permission for what both say, doesn't settle it and isn't told
   * @param toSettle who has to settle it
   * @param taken theirs, ours or other; null while it is open
   * @param value what was taken
   */
  @Schema(name = "VisitConflict")
  record Conflict(
      long id,
      String path,
      String title,
      @JsonRawValue @Schema(type = "object", nullable = true) String theirs,
      @JsonRawValue @Schema(type = "object", nullable = true) String ours,
      String theirsBy,
      OffsetDateTime theirsAt,
      String oursBy,
      OffsetDateTime oursAt,
      boolean hidden,
      String toSettle,
      @Nullable String taken,
      @JsonRawValue @Schema(type = "object", nullable = true) @Nullable String value,
      @Nullable String settledBy,
      @Nullable OffsetDateTime settledAt,
      String because) {

    boolean isOpen() {
      return taken == null;
    }
  }

  /** One as it is kept: where it lies and who settles it. */
  record Kept(Conflict told, Place place, String toSettle) {}

  /**
   * Keeps them, for who accepted the case or asked for its check: a township's clerk, who may see
   * both.
   *
   * @param earlier null where what stood before comes from no visit of the case
   */
  void raise(Visits.Visit visit, Visits.@Nullable Visit earlier, List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    String settler = settler(visit.application());
    for (Difference one : differences) {
      long id = nextId();
      ObjectNode said = JSON.createObjectNode();
      said.putPOJO("at", one.place().at());
      said.put("title", one.title());
      said.set("theirs", one.theirs());
      said.set("ours", one.ours());
      jdbc.sql(
              """
              insert into casework.visit_conflict (id, application, visit, earlier, said, to_settle)
              overriding system value values (:id, :application, :visit, :earlier, :said, :settler)
              """)
          .param("id", id)
          .param("application", visit.application())
          .param("visit", visit.id())
          .param("earlier", earlier == null ? null : earlier.id())
          .param("said", secrets.said().seal(id, JSON.writeValueAsString(said)))
          .param("settler", settler)
          .update();
    }
  }

  private long nextId() {
    return jdbc.sql("select nextval(pg_get_serial_sequence('casework.visit_conflict', 'id'))")
        .query(Long.class)
        .single();
  }

  private String settler(long application) {
    return jdbc.sql(
            """
            select who from casework.step where application = :id and step in ('accept', 'askCheck')
            order by step, id desc limit 1
            """)
        .param("id", application)
        .query(String.class)
        .optional()
        .orElse("乡镇（街道）经办人");
  }

  /** All of an application, those that are open first. */
  List<Conflict> of(long application) {
    return told(
        "where c.application = :id order by c.settled_at is not null, c.id", "id", application);
  }

  /** Those that a visit brought. */
  List<Conflict> by(UUID visit) {
    return told("where c.visit = :visit order by c.id", "visit", visit);
  }

  List<Conflict> open(long application) {
    return of(application).stream().filter(Conflict::isOpen).toList();
  }

  private List<Conflict> told(String which, String name, Object value) {
    return jdbc.sql(FOUND + which).param(name, value).query((row, n) -> kept(row)).list().stream()
        .map(Kept::told)
        .toList();
  }

  /** One of the application; null where there is none. */
  @Nullable Kept find(long application, long id) {
    return jdbc.sql(FOUND + "where c.application = :application and c.id = :id")
        .param("application", application)
        .param("id", id)
        .query((row, n) -> kept(row))
        .optional()
        .orElse(null);
  }

  private Kept kept(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    JsonNode said = JSON.readTree(secrets.said().bytes(id, row.getBytes("said")));
    List<String> at = new ArrayList<>();
    said.path("at").forEach(step -> at.add(step.asString()));
    Place place = new Place(at);
    String taken = row.getString("taken");
    boolean hidden =
        !settles(row.getString("to_settle")) && withheld.hides(place.question(), place.item());
    return new Kept(
        new Conflict(
            id,
            place.path(),
            said.path("title").asString(),
            hidden ? "null" : JSON.writeValueAsString(said.get("theirs")),
            hidden ? "null" : JSON.writeValueAsString(said.get("ours")),
            row.getString("theirs_by"),
            row.getObject("theirs_at", OffsetDateTime.class),
            row.getString("ours_by"),
            row.getObject("ours_at", OffsetDateTime.class),
            hidden,
            row.getString("settler"),
            taken,
            said.has("value") && !hidden ? JSON.writeValueAsString(said.get("value")) : null,
            taken == null ? null : row.getString("settled_name"),
            row.getObject("settled_at", OffsetDateTime.class),
            row.getString("because")),
        place,
        row.getString("to_settle"));
  }

  /** Whether the user has to settle what that person was asked to, and so to know both answers. */
  boolean settles(String asked) {
    return access.user().username().equals(asked) || access.may(Permission.CASE_ACCEPT);
  }

  /** Writes down what was taken, and why. */
  void settled(long id, String taken, JsonNode value, String because) {
    byte[] sealed =
        jdbc.sql("select said from casework.visit_conflict where id = :id")
            .param("id", id)
            .query(byte[].class)
            .single();
    ObjectNode said = (ObjectNode) JSON.readTree(secrets.said().bytes(id, sealed));
    said.set("value", value);
    jdbc.sql(
            """
            update casework.visit_conflict
            set said = :said, settled_at = :now, settled_by = :who, taken = :taken,
              because = :because
            where id = :id
            """)
        .param("said", secrets.said().seal(id, JSON.writeValueAsString(said)))
        .param("now", Timestamp.from(clock.instant()))
        .param("who", access.user().username())
        .param("taken", taken)
        .param("because", because)
        .param("id", id)
        .update();
  }
}

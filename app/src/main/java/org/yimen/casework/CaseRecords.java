package org.yimen.casework;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was signed, checked, seen, determined, published, objected to and decided in a case. */
@Component
class CaseRecords {

  private final JdbcClient jdbc;

  private final CaseSecrets secrets;

  CaseRecords(JdbcClient jdbc, CaseSecrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  record SignedAuthorisation(String name, String kind, LocalDate signedOn) {}

  /** A check; passes is null while it is not answered. */
  record AskedCheck(
      OffsetDateTime askedAt,
      @Nullable OffsetDateTime startedAt,
      @Nullable OffsetDateTime answeredAt,
      @Nullable Boolean passes,
      String findings,
      @Nullable LocalDate toldOn,
      boolean contested) {}

  /** A visit; household holds the form's answers. */
  record KeptVisit(
      UUID id,
      String kind,
      OffsetDateTime visitedAt,
      String place,
      List<String> investigators,
      String signedBy,
      int formVersion,
      @JsonRawValue @Schema(type = "object") String household,
      String note) {}

  /** A determination; result is what {@code yimen assess} prints. */
  record MadeDetermination(
      long id,
      OffsetDateTime madeAt,
      String category,
      int persons,
      long monthlyFen,
      @JsonRawValue @Schema(type = "object") String result) {}

  record HungNotice(
      String kind,
      String shownName,
      int persons,
      String category,
      long monthlyFen,
      LocalDate since,
      LocalDate until,
      @Nullable OffsetDateTime takenDownAt) {}

  record RaisedObjection(
      LocalDate raisedOn,
      String raisedBy,
      String text,
      @Nullable LocalDate assemblyOn,
      @Nullable Integer forCount,
      @Nullable Integer againstCount,
      @Nullable LocalDate settledOn,
      @Nullable Boolean upheld,
      String answer) {}

  record MadeDecision(
      boolean confirmed,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      @Nullable LocalDate validUntil,
      String reason,
      OffsetDateTime decidedAt,
      @Nullable LocalDate servedOn) {}

  @Schema(name = "CaseRecords")
  record Records(
      List<SignedAuthorisation> authorisations,
      List<AskedCheck> checks,
      List<KeptVisit> visits,
      List<MadeDetermination> determinations,
      List<HungNotice> notices,
      List<RaisedObjection> objections,
      List<MadeDecision> decisions) {}

  /**
   * Everything of an application.
   *
   * @param inside false: without what was found out of the family
   */
  Records of(long id, boolean inside) {
    return new Records(
        all(SignedAuthorisation.class, id, "select * from casework.authorisation %s order by name"),
        inside ? checks(id) : List.of(),
        inside ? visits(id) : List.of(),
        inside ? determinations(id) : List.of(),
        all(HungNotice.class, id, "select * from casework.public_notice %s order by id"),
        all(RaisedObjection.class, id, "select * from casework.objection %s order by id"),
        all(MadeDecision.class, id, "select * from casework.decision %s order by id"));
  }

  private <T> List<T> all(Class<T> type, long id, String query) {
    return jdbc.sql(query.formatted("where application = :id")).param("id", id).query(type).list();
  }

  private List<AskedCheck> checks(long id) {
    return jdbc.sql("select * from casework.economic_check where application = :id order by id")
        .param("id", id)
        .query(
            (row, number) ->
                new AskedCheck(
                    row.getObject("asked_at", OffsetDateTime.class),
                    row.getObject("started_at", OffsetDateTime.class),
                    row.getObject("answered_at", OffsetDateTime.class),
                    row.getObject("passes", Boolean.class),
                    text(secrets.findings().open(row.getLong("id"), row.getBytes("findings"))),
                    row.getObject("told_on", LocalDate.class),
                    row.getBoolean("contested")))
        .list();
  }

  private List<MadeDetermination> determinations(long id) {
    return jdbc.sql("select * from casework.determination where application = :id order by id")
        .param("id", id)
        .query(
            (row, number) ->
                new MadeDetermination(
                    row.getLong("id"),
                    row.getObject("made_at", OffsetDateTime.class),
                    row.getString("category"),
                    row.getInt("persons"),
                    row.getLong("monthly_fen"),
                    text(secrets.result().open(row.getLong("id"), row.getBytes("result")))))
        .list();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private List<KeptVisit> visits(long id) {
    return jdbc.sql("select * from casework.visit where application = :id order by visited_at")
        .param("id", id)
        .query(
            (row, number) ->
                new KeptVisit(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getObject("visited_at", OffsetDateTime.class),
                    row.getString("place"),
                    List.of((String[]) row.getArray("investigators").getArray()),
                    row.getString("signed_by"),
                    row.getInt("form_version"),
                    text(
                        secrets
                            .answers()
                            .open(row.getObject("id", UUID.class), row.getBytes("answers"))),
                    row.getString("note")))
        .list();
  }
}

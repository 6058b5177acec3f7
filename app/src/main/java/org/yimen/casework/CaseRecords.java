package org.yimen.casework;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
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
  private final ShownAnswers answers;

  CaseRecords(JdbcClient jdbc, CaseSecrets secrets, ShownAnswers answers) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.answers = answers;
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

  /**
   * A visit.
   *
   * @param household the form's answers that stand after it
   * @param sent as they were sent; null where that is what stands
   * @param merged with something else that had come in since it began
   * @param late it came after the investigation and decides nothing
   * @param particulars location, signatures and photos from a phone
   */
  record KeptVisit(
      UUID id,
      String kind,
      OffsetDateTime visitedAt,
      String place,
      List<String> investigators,
      String signedBy,
      int formVersion,
      @JsonRawValue @Schema(type = "object") String household,
      @JsonRawValue @Schema(type = "object", nullable = true) @Nullable String sent,
      String note,
      boolean merged,
      boolean late,
      OffsetDateTime recordedAt,
      @JsonRawValue @Schema(implementation = VisitParticulars.class, nullable = true)
          @Nullable String particulars) {

    /** The same with these answers. */
    KeptVisit telling(String stands, @Nullable String asSent) {
      return new KeptVisit(
          id,
          kind,
          visitedAt,
          place,
          investigators,
          signedBy,
          formVersion,
          stands,
          asSent,
          note,
          merged,
          late,
          recordedAt,
          particulars);
    }
  }

  /** Where a visit was, in degrees of WGS 84. */
  record VisitPlace(double latitude, double longitude, double accuracyMetres, OffsetDateTime at) {}

  /** Role is family or investigator. */
  record KeptSignature(String role, String name, UUID attachment) {}

  record KeptPhoto(UUID attachment, @Nullable String caption, @Nullable OffsetDateTime takenAt) {}

  record VisitParticulars(
      @Nullable VisitPlace location, List<KeptSignature> signatures, List<KeptPhoto> photos) {}

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
      @Nullable LocalDate servedOn) {

    /** The same with this reason. */
    MadeDecision because(String told) {
      return new MadeDecision(
          confirmed,
          category,
          persons,
          monthlyFen,
          paidFrom,
          validUntil,
          told,
          decidedAt,
          servedOn);
    }
  }

  @Schema(name = "CaseRecords")
  record Records(
      List<SignedAuthorisation> authorisations,
      List<AskedCheck> checks,
      List<KeptVisit> visits,
      List<KeptVisit> lateVisits,
      List<MadeDetermination> determinations,
      List<HungNotice> notices,
      List<RaisedObjection> objections,
      List<MadeDecision> decisions) {}

  private static final String SIGNED =
      "select * from casework.authorisation %s and taken_back_at is null order by name";

  /**
   * Everything of an application; who doesn't deal with cases sees nothing of what was found out.
   */
  Records of(Application application) {
    long id = application.id();
    boolean inside = answers.isForUser();
    return new Records(
        all(SignedAuthorisation.class, id, SIGNED),
        inside ? checks(id) : List.of(),
        inside ? visits(application, false) : List.of(),
        inside ? visits(application, true) : List.of(),
        inside ? determinations(id) : List.of(),
        all(HungNotice.class, id, "select * from casework.public_notice %s order by id"),
        all(RaisedObjection.class, id, "select * from casework.objection %s order by id"),
        decisions(id));
  }

  private List<MadeDecision> decisions(long id) {
    return all(MadeDecision.class, id, "select * from casework.decision %s order by id").stream()
        .map(one -> one.because(answers.sentence(one.reason())))
        .toList();
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
                    answers.sentence(
                        secrets.findings().open(row.getLong("id"), row.getBytes("findings"))),
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
                    answers.told(secrets.result().open(row.getLong("id"), row.getBytes("result")))))
        .list();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The one whose answers stand comes last. */
  private List<KeptVisit> visits(Application application, boolean late) {
    List<KeptVisit> visits =
        jdbc.sql(
                """
                select * from casework.visit where application = :id and late = :late
                order by coalesce(stands_at, visited_at), number
                """)
            .param("id", application.id())
            .param("late", late)
            .query((row, n) -> visit(row))
            .list();
    return answers.shown(application, visits);
  }

  private KeptVisit visit(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String sent = text(secrets.answers().open(id, row.getBytes("answers")));
    String agreed = secrets.agreed().open(id, row.getBytes("agreed"));
    return new KeptVisit(
        id,
        row.getString("kind"),
        row.getObject("visited_at", OffsetDateTime.class),
        row.getString("place"),
        List.of((String[]) row.getArray("investigators").getArray()),
        row.getString("signed_by"),
        row.getInt("form_version"),
        agreed == null ? sent : agreed,
        agreed == null ? null : sent,
        row.getString("note"),
        row.getBoolean("merged"),
        row.getBoolean("late"),
        row.getObject("recorded_at", OffsetDateTime.class),
        secrets.particulars().open(id, row.getBytes("particulars")));
  }
}

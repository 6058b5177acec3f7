package org.yimen.casework.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.CaseSecrets;
import org.yimen.casework.Limits;
import org.yimen.casework.Offices;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.recheck.ChangeNotice;
import org.yimen.platform.secrecy.SealedField;
import tools.jackson.databind.json.JsonMapper;

/** Reads what stands in the papers of a case; who asks has found the application in their area. */
@Component
class ReadCase {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Determinations determinations;
  private final ChangeNotice changes;
  private final RegisteredMembers registered;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SealedField answers;
  private final SealedField agreed;

  ReadCase(
      Determinations determinations,
      ChangeNotice changes,
      RegisteredMembers registered,
      JdbcClient jdbc,
      CaseSecrets secrets,
      Clock clock) {
    this.determinations = determinations;
    this.changes = changes;
    this.registered = registered;
    this.jdbc = jdbc;
    this.clock = clock;
    this.answers = secrets.answers();
    this.agreed = secrets.agreed();
  }

  CaseFacts of(Application application, Set<String> hidden) {
    long id = application.id();
    CaseFacts.Visited visit = visit(id);
    return new CaseFacts(
        application,
        Offices.of(jdbc, application.area()),
        done(id),
        visit == null ? registered.of(application) : VisitedPersons.of(visit.answers()),
        signed(id),
        visit,
        determinations.last(id),
        hung(id, "proposed", "confirmed", "ending"),
        hung(id, "proposed"),
        application.isRecheck() ? null : decision(id),
        limit(application),
        passes(id),
        application.isRecheck() ? changes.find(id) : null,
        hidden,
        LocalDate.now(clock));
  }

  private Map<String, CaseFacts.Done> done(long id) {
    Map<String, CaseFacts.Done> done = new HashMap<>();
    jdbc.sql(
            """
            select step, at, coalesce(c.display_name, s.who) as who, note
            from casework.step s left join identity.account c on c.username = s.who
            where application = :id order by s.id
            """)
        .param("id", id)
        .query(
            row -> {
              done.put(
                  row.getString("step"),
                  new CaseFacts.Done(
                      day(row.getObject("at", OffsetDateTime.class)),
                      row.getString("who"),
                      row.getString("note")));
            });
    return done;
  }

  private List<CaseFacts.Signed> signed(long id) {
    return jdbc.sql(
            """
            select name, kind, signed_on from casework.authorisation
            where application = :id and taken_back_at is null order by kind, name
            """)
        .param("id", id)
        .query(CaseFacts.Signed.class)
        .list();
  }

  private CaseFacts.@Nullable Visited visit(long id) {
    return jdbc.sql(
            """
            select * from casework.visit where application = :id and not late
            order by visited_at desc, recorded_at desc limit 1
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new CaseFacts.Visited(
                    row.getString("kind"),
                    day(row.getObject("visited_at", OffsetDateTime.class)),
                    row.getString("place"),
                    List.of((String[]) row.getArray("investigators").getArray()),
                    row.getString("signed_by"),
                    JSON.readTree(told(row)),
                    row.getString("note")))
        .optional()
        .orElse(null);
  }

  /** What was agreed on after two people told different things, else what was sent. */
  private byte[] told(ResultSet row) throws SQLException {
    UUID visit = row.getObject("id", UUID.class);
    byte[] settled = row.getBytes("agreed");
    return settled == null
        ? answers.bytes(visit, row.getBytes("answers"))
        : agreed.bytes(visit, settled);
  }

  private CaseFacts.@Nullable Hung hung(long id, String... kinds) {
    return jdbc.sql(
            """
            select kind, shown_name, persons, category, monthly_fen, since, until
            from casework.public_notice where application = :id and kind = any(:kinds)
            order by id desc limit 1
            """)
        .param("id", id)
        .param("kinds", kinds)
        .query(CaseFacts.Hung.class)
        .optional()
        .orElse(null);
  }

  private CaseFacts.@Nullable Decided decision(long id) {
    return jdbc.sql(
            """
            select confirmed, category, persons, monthly_fen, paid_from, valid_until, reason, decided_at,
              delegated, served_on
            from casework.decision where application = :id order by id limit 1
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new CaseFacts.Decided(
                    row.getBoolean("confirmed"),
                    row.getString("category"),
                    row.getInt("persons"),
                    row.getLong("monthly_fen"),
                    row.getObject("paid_from", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class),
                    row.getString("reason"),
                    day(row.getObject("decided_at", OffsetDateTime.class)),
                    row.getBoolean("delegated"),
                    row.getObject("served_on", LocalDate.class)))
        .optional()
        .orElse(null);
  }

  /** The limit of the whole procedure, as it was reckoned last. */
  private CaseFacts.@Nullable Limit limit(Application application) {
    return jdbc.sql(
            """
            select name, due, provisional from casework.clock
            where application = :id and asked = :asked and due is not null order by id desc limit 1
            """)
        .param("id", application.id())
        .param("asked", Limits.whole(application.family().appliedFor()))
        .query(CaseFacts.Limit.class)
        .optional()
        .orElse(null);
  }

  private @Nullable Boolean passes(long id) {
    return jdbc.sql(
            """
            select passes from casework.economic_check
            where application = :id and passes is not null order by id desc limit 1
            """)
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(null);
  }

  LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(clock.getZone()).toLocalDate();
  }
}

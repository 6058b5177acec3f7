package org.yimen.exchange.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.casework.CaseSecrets;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.CopyRows;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/**
 * A pack and the checks over a district: {@code -Dtest=MeasureOutward}. One family is confirmed
 * through the API and then stands there so many times, each with numbers of its own.
 */
@OnPostgres
class MeasureOutward {

  private static final int FAMILIES = Integer.getInteger("yimen.families", 14_000);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;
  @Autowired CloseNotices closeNotices;
  @Autowired CaseSecrets secrets;

  @Test
  void a_district() throws Exception {
    clock.set(LocalDate.of(2025, 10, 13));
    Upstream upstream = new Upstream(port, clock, closeNotices);
    upstream.empty(jdbc);
    long one = upstream.confirmed(Upstream.family(600, 0));
    transaction.executeWithoutResult(status -> multiply(one));
    Desk desk = upstream.district();
    measured("checks", () -> desk.post(Upstream.PATH + "/checks", Map.of()));
    measured("checks again", () -> desk.post(Upstream.PATH + "/checks", Map.of()));
    Desk.Answer first = measured("first pack", () -> upstream.tried(Upstream.CIVIL));
    assertThat(first.json().get("pack").get("families").asInt()).isGreaterThan(FAMILIES);
    long pack = first.json().get("pack").get("id").asLong();
    measured("download", () -> confirmedFile(desk, pack));
    upstream.accepted(pack);
    measured("nothing changed", () -> upstream.tried(Upstream.CIVIL));
    jdbc.sql("update casework.standing set monthly_fen = monthly_fen + 100 where id % 100 = 0")
        .update();
    measured("one per cent changed", () -> upstream.tried(Upstream.CIVIL));
    clock.release();
  }

  private static Desk.Answer confirmedFile(Desk desk, long pack) {
    desk.post("/api/v1/session/confirmation", Map.of("secret", Desk.PASSWORD));
    return desk.get(Upstream.PATH + "/packs/" + pack + "/file");
  }

  private static Desk.Answer measured(String what, Callable<Desk.Answer> deed) throws Exception {
    long begin = System.nanoTime();
    Desk.Answer answer = deed.call();
    System.out.printf(
        Locale.ROOT,
        "MEASURED %-22s %.1f s, status %d, %d bytes, load %.1f%n",
        what,
        (System.nanoTime() - begin) / 1e9,
        answer.status(),
        answer.bytes().length,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return answer;
  }

  private long determination(long application) {
    return jdbc.sql("select id from casework.determination where application = :id")
        .param("id", application)
        .query(Long.class)
        .single();
  }

  /** Copies of the family's case; what is sealed for a row is sealed anew for each. */
  private void multiply(long one) {
    jdbc.sql(
            "create temporary table copied (n int, visit uuid, made bigint, answers bytea, result bytea) on commit drop")
        .update();
    UUID visit =
        jdbc.sql("select id from casework.visit where application = :id")
            .param("id", one)
            .query(UUID.class)
            .single();
    long made = determination(one);
    String answers = text(secrets.answers().open(visit, bytes("visit", "answers", visit)));
    String result = text(secrets.result().open(made, bytes("determination", "result", made)));
    try (CopyRows rows =
        CopyRows.into(dataSource, "copied", "n", "visit", "made", "answers", "result")) {
      for (int n = 1; n <= FAMILIES; n++) {
        UUID id = UUID.randomUUID();
        long number = 1_000_000L + n;
        rows.row(
            n,
            id,
            number,
            secrets.answers().seal(id, renumbered(answers, n)),
            secrets.result().seal(number, result));
      }
    }
    for (String step : COPY) {
      jdbc.sql(step).params(Map.of("one", one, "visit", visit, "made", made)).update();
    }
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  private byte[] bytes(String table, String column, Object id) {
    return jdbc.sql("select %s from casework.%s where id = :id".formatted(column, table))
        .param("id", id)
        .query(byte[].class)
        .single();
  }

  private static String renumbered(String answers, int n) {
    String mother = LocalDate.of(1960, 1, 1).plusDays(n).toString();
    String child = LocalDate.of(1975, 1, 1).plusDays(n).toString();
    return answers
        .replace(Upstream.number("1988-05-01", 0), Upstream.number(mother, 2 * (n % 400)))
        .replace(Upstream.number("2015-09-01", 1), Upstream.number(child, 2 * (n % 400) + 1));
  }

  private static final java.util.List<String> COPY =
      java.util.List.of(
          """
          insert into casework.application (id, number, area, applicant, handed_in, applied_for,
            consent, state, registered_at, registered_by)
          overriding system value
          select 1000000 + n, a.number || '-' || n, a.area, a.applicant, a.handed_in, a.applied_for,
            a.consent, a.state, a.registered_at, a.registered_by
          from copied, casework.application a where a.id = :one and :made > 0 and :visit is not null
          """,
          """
          insert into casework.visit (id, application, kind, visited_at, investigators, signed_by,
            form_version, answers, recorded_at, recorded_by)
          select c.visit, 1000000 + n, v.kind, v.visited_at, v.investigators, v.signed_by,
            v.form_version, c.answers, v.recorded_at, v.recorded_by
          from copied c, casework.visit v where v.id = :visit
          """,
          """
          insert into casework.determination (id, application, visit, economic_check, made_at,
            made_by, law_number, law_hash, asked, result, category, persons, monthly_fen)
          overriding system value
          select c.made, 1000000 + n, c.visit, d.economic_check, d.made_at, d.made_by, d.law_number,
            d.law_hash, d.asked, c.result, d.category, d.persons, d.monthly_fen
          from copied c, casework.determination d where d.id = :made
          """,
          """
          insert into casework.decision (id, application, determination, confirmed, category,
            persons, monthly_fen, paid_from, reason, basis, decided_at, decided_by, delegated)
          overriding system value
          select 1000000 + n, 1000000 + n, c.made, true, d.category, d.persons, d.monthly_fen,
            d.paid_from, d.reason, d.basis, d.decided_at, d.decided_by, d.delegated
          from copied c, casework.decision d where d.application = :one
          """,
          """
          insert into casework.standing (id, application, area, applicant, category, persons,
            monthly_fen, since)
          overriding system value
          select 1000000 + n, 1000000 + n, s.area, s.applicant, s.category, s.persons,
            s.monthly_fen, s.since
          from copied c, casework.standing s where s.application = :one
          """,
          """
          insert into casework.recognition (standing, decision, application, area, person, name,
            category, valid_from)
          select 1000000 + n, 1000000 + n, 1000000 + n, r.area, (1000000 + n) || '.' || r.id, r.name,
            r.category, r.valid_from
          from copied c, casework.recognition r where r.application = :one
          """,
          "analyze casework.application, casework.visit, casework.determination,"
              + " casework.decision, casework.standing, casework.recognition");
}

package org.yimen.platform.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestServer;

/** While the database is away or a disk is full: come back later, nothing is lost, a quiet log. */
@OnPostgres
class OutageTests {

  private static final Path LOG = Path.of("target", "test.log");
  private static final Map<String, Object> VALUE =
      Map.of(
          "parameter", "dibao.supplement.oldOrYoung",
          "value", "45",
          "area", "650107",
          "from", "2025-06-01",
          "document", "达民发〔2026〕8号",
          "article", "第一条");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Value("${yimen.test.database}")
  String database = "";

  @Test
  void a_full_disk_is_told_as_such_and_nothing_of_the_deed_is_kept() {
    Desk desk = new Desk(port).as("district");
    jdbc.sql(
            """
            create function eligibility.full_disk() returns trigger language plpgsql as $$
            begin raise exception 'could not extend file' using errcode = '53100'; end $$
            """)
        .update();
    jdbc.sql(
            """
            create trigger full_disk after insert on eligibility.parameter_value
            for each statement execute function eligibility.full_disk()
            """)
        .update();
    Desk.Answer full = desk.post("/api/v1/parameter-values", VALUE);
    assertThat(full.status()).as(full.text()).isEqualTo(503);
    assertThat(full.header("Retry-After")).isEqualTo("60");
    assertThat(full.json().get("detail").asString()).contains("磁盘空间已满", "没有保存");
    assertThat(
            jdbc.sql("select count(*) from eligibility.parameter_value").query(Long.class).single())
        .isZero();
    jdbc.sql("drop trigger full_disk on eligibility.parameter_value").update();
    assertThat(desk.post("/api/v1/parameter-values", VALUE).status()).isEqualTo(201);
  }

  @Test
  void a_database_that_is_away_is_503_with_advice_and_two_lines_in_the_log() throws Exception {
    Desk desk = new Desk(port).as("district");
    Thread.sleep(2_500); // the new database of this class is no outage
    List<String> before = Files.readAllLines(LOG);
    allow(false);
    try {
      Desk.Answer away = desk.get("/api/v1/areas");
      assertThat(away.status()).as(away.text()).isEqualTo(503);
      assertThat(away.header("Retry-After")).isEqualTo("5");
      assertThat(away.header("Content-Type")).startsWith("application/problem+json");
      assertThat(away.json().get("detail").asString()).contains("数据库正在重启");
      assertThat(new Desk(port).signIn("village", Desk.PASSWORD).status()).isEqualTo(503);
      await(() -> readiness() == 503);
      assertThat(new Desk(port).get("/actuator/health/liveness").status()).isEqualTo(200);
      Thread.sleep(12_000); // every job comes round
    } finally {
      allow(true);
    }
    await(() -> readiness() == 200);
    assertThat(desk.get("/api/v1/areas").status()).isEqualTo(200);
    assertThat(Files.readAllLines(LOG).stream().skip(before.size()))
        .filteredOn(line -> !line.contains("\"INFO\""))
        .hasSize(2)
        .satisfiesExactly(
            line -> assertThat(line).contains("outage begins: DATABASE_AWAY"),
            line -> assertThat(line).contains("outage is over"));
  }

  private int readiness() {
    return new Desk(port).get("/actuator/health/readiness").status();
  }

  /** What a restart looks like from here: connections end and no new ones are taken. */
  private void allow(boolean connections) throws SQLException {
    try (Connection other =
            DriverManager.getConnection(
                TestServer.url("yimen"), TestServer.user(), TestServer.password());
        Statement statement = other.createStatement()) {
      statement.execute("alter database %s allow_connections %b".formatted(database, connections));
      statement.execute(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
              .formatted(database));
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      Thread.sleep(100);
    }
  }

  @Test
  void only_what_passes_by_itself_is_an_outage() {
    assertThat(Outage.of(new IOException("No space left on device"))).contains(Outage.DISK_FULL);
    assertThat(Outage.of(new RuntimeException(new SQLException("x", "57P03"))))
        .contains(Outage.DATABASE_AWAY);
    assertThat(Outage.of(new SQLException("duplicate", "23505"))).isEmpty();
    assertThat(Outage.of(new IOException("Broken pipe"))).isEmpty();
    assertThat(Outage.of(null)).isEmpty();
  }
}

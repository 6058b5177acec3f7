package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.Yimen;
import org.yimen.casework.CaseDesk;
import org.yimen.casework.WaitingCases;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/**
 * Applications are confirmed by one job; the program is killed by {@code kill -9} in the middle and
 * started again. {@code -Dyimen.bulk.cases=5000} for the measured number, see {@code
 * bench/kill-bulk.sh}. The applications come about through the API of a program in this process
 * whose clock goes before today; what is killed is the packaged program on the same home.
 */
class KilledBulkIT {

  private static final int CASES = Integer.getInteger("yimen.bulk.cases", 200);
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private RunningProgram program;
  private Process process;
  private int port;

  @AfterEach
  void end() throws Exception {
    if (process != null) {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void each_is_confirmed_exactly_once_though_the_program_is_killed() throws Exception {
    program = new RunningProgram("killed-bulk");
    double seeding = seconds(this::seed);
    port = RunningProgram.freePort();
    begin();
    long job = confirmAll();
    double first = seconds(() -> awaitDone(job, CASES * 2 / 5));
    process.destroyForcibly().waitFor(); // SIGKILL
    long before = count("select count(*) from casework.bulk_row where outcome = 'done'");
    assertThat(before).as("killed in the middle").isBetween(1L, CASES - 1L);
    assertThat(count("select count(*) from casework.decision"))
        .as("what is decided is marked, and the other way round")
        .isEqualTo(before);
    double again = seconds(this::begin);
    double second = seconds(() -> awaitDone(job, CASES));
    System.out.printf(
        "%d applications seeded by the API in %.0f s; killed after %d (%.1f s), started again in %.1f s, the other %d took %.1f s%n",
        CASES, seeding, before, first, again, CASES - before, second);
    assertOnce(job);
    program.run(0, LIMIT.multipliedBy(2), "verify");
    assertThat(program.output())
        .as("a determination, a decision and two notices each")
        .contains("核验认定、决定和公示的签名 %d 条：完好。".formatted(4 * CASES));
    assertEvidence();
  }

  private void assertOnce(long job) throws Exception {
    String ofJob = "select count(*) from casework.bulk_row where job = %d and ".formatted(job);
    assertThat(count(ofJob + "outcome = 'done'")).isEqualTo(CASES);
    assertThat(count("select count(*) from casework.decision where confirmed")).isEqualTo(CASES);
    assertThat(count("select count(distinct application) from casework.decision")).isEqualTo(CASES);
    assertThat(count("select count(*) from casework.step where step = 'confirm'")).isEqualTo(CASES);
    assertThat(count("select count(distinct application) from casework.standing")).isEqualTo(CASES);
    assertThat(count("select count(*) from casework.standing")).isEqualTo(CASES);
    assertThat(count("select count(*) from casework.public_notice where kind = 'confirmed'"))
        .isEqualTo(CASES);
    assertThat(count("select count(*) from casework.signature where kind = 'decision'"))
        .isEqualTo(CASES);
    String told = "from audit.entry where deed = 'case.step' and why = '确认'";
    assertThat(count("select count(*) " + told)).isEqualTo(CASES);
    assertThat(count("select count(distinct object) " + told)).isEqualTo(CASES);
  }

  /** What somebody without the program's help finds in the evidence. */
  private void assertEvidence() throws Exception {
    Path evidence = program.home().resolve("evidence");
    program.run(0, LIMIT, "export", "evidence", evidence.toString());
    program.run(0, LIMIT, "check", evidence.toString());
  }

  private interface Deed {
    void now() throws Exception;
  }

  private static double seconds(Deed deed) throws Exception {
    long begun = System.nanoTime();
    deed.now();
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Applications in the home of the program that is going to be killed. */
  private void seed() throws InterruptedException {
    try (ConfigurableApplicationContext here =
        new SpringApplicationBuilder(TestClock.AsBean.class, Yimen.class)
            .profiles("demo")
            .run(
                "--yimen.home=" + program.home(),
                "--yimen.empty=true",
                "--yimen.database.durable=false",
                "--server.port=0",
                "--logging.threshold.console=WARN",
                "--logging.file.name=target/test.log")) {
      TestClock clock = here.getBean(TestClock.class);
      int seedPort =
          Integer.parseInt(here.getEnvironment().getRequiredProperty("local.server.port"));
      new CaseDesk(seedPort, clock).villages(here.getBean(JdbcClient.class));
      List<Long> made =
          new WaitingCases(seedPort, clock, here.getBean(CloseNotices.class))
              .make(CASES, LocalDate.now(ZoneId.of("Asia/Shanghai")));
      assertThat(made).hasSize(CASES);
    }
  }

  private void begin() throws Exception {
    process = program.begin("start", "--demo", "--empty", "--port", String.valueOf(port));
    RunningProgram.awaitPage(
        process, "http://localhost:" + port + "/actuator/health/readiness", LIMIT);
  }

  private long confirmAll() {
    Map<String, Object> filter = Map.of("state", List.of("withDistrict"));
    Desk.Answer begun =
        new Desk(port)
            .as("district")
            .post("/api/v1/bulk-jobs", Map.of("kind", "confirm", "filter", filter));
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun.json().get("id").asLong();
  }

  private void awaitDone(long job, int many) throws InterruptedException {
    Desk desk = new Desk(port).as("district");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode found = desk.get("/api/v1/bulk-jobs/" + job).json();
      assertThat(found.get("refused").asInt()).isZero();
      if (found.get("done").asInt() >= many) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("job " + job + " does not get to " + many);
  }

  private long count(String query) throws SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}

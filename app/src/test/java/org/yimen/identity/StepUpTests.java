package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.ApiOperations;
import org.yimen.platform.testing.ApiOperations.Operation;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/**
 * Whatever approves, takes out many records or changes rights asks for the second factor anew. What
 * that is, is told by the names in api/openapi.json, so that a new operation is held to it.
 */
@OnPostgres
class StepUpTests {

  private static final Pattern WEIGHTY =
      Pattern.compile(
          "get .*\\.(xlsx|csv|zip)|get .*/packs/\\{id}/file|get .*/files/\\{number}\\.pdf"
              + "|post .*/(review|confirmation|refusal|decision|reversal|ending)"
              + "|(post|put|delete) /api/v1/accounts.*|post /api/v1/bulk-jobs");

  /** Named like those and of less weight. */
  private static final Set<String> LIGHT =
      Set.of(
          "post /api/v1/session/confirmation", // it shows the factor
          "post /api/v1/doubtful-pairs/{id}/decision", // who is who; taken back at any time
          "get /api/v1/deadlines/in-time.csv"); // numbers, nobody's record

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void now() {
    clock.release();
  }

  @Test
  void weighty_operations_ask_who_it_is_again_after_ten_minutes() {
    Map<String, String> roles = new HashMap<>();
    ExpectedRoutes.OF_ROLES
        .lines()
        .forEach(line -> roles.put(line.split(": ")[0], line.split("[: ]+")[2]));
    clock.set(LocalDate.of(2025, 10, 13));
    Map<String, Desk> desks = new HashMap<>();
    Set<String> notAsked = new TreeSet<>();
    int tried = 0;
    for (Operation one : ApiOperations.read(LocalDate.now(clock)).all()) {
      if (WEIGHTY.matcher(one.toString()).matches() && !LIGHT.contains(one.toString())) {
        Desk desk =
            desks.computeIfAbsent(roles.get(one.toString()), role -> new Desk(port).as(role));
        tried++;
        clock.set(LocalDate.of(2025, 10, 13));
        clock.pass(Duration.ofMinutes(11));
        if (!send(desk, one).text().contains("step-up-needed")) {
          notAsked.add(one.toString());
        }
        clock.set(LocalDate.of(2025, 10, 13));
      }
    }
    assertThat(notAsked).isEmpty();
    assertThat(tried).isGreaterThan(25);
  }

  @Test
  void nobody_takes_out_more_than_so_many_tables_an_hour() {
    String table = "/api/v1/bulk-jobs/1/rows.csv";
    clock.set(LocalDate.of(2031, 1, 6));
    Desk greedy = new Desk(port).as("village");
    for (int i = 0; i < 120; i++) {
      assertThat(greedy.get(table).status()).isEqualTo(404);
    }
    Desk.Answer refused = greedy.get(table);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).contains("too-many-exports", "一小时");
    assertThat(greedy.get("/api/v1/bulk-jobs").status()).isEqualTo(200);
    assertThat(new Desk(port).as("township").get(table).status()).isEqualTo(404);
    clock.pass(Duration.ofMinutes(61));
    assertThat(new Desk(port).as("village").get(table).status()).isEqualTo(404);
    assertThat(
            jdbc.sql("select count(*) from audit.entry where not done and why = '导出过于频繁'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static Desk.Answer send(Desk desk, Operation one) {
    String path = one.path().replaceAll("\\{\\w+}", "1");
    return switch (one.method()) {
      case "get" -> desk.get(path);
      case "put" ->
          desk.put(
              path,
              "application/json",
              "{\"subject\":\"a\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case "delete" -> desk.delete(path);
      default -> desk.post(path, one.body() == null ? Map.of() : one.body());
    };
  }
}

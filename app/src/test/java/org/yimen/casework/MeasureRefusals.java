package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/**
 * How long a refusal takes for each reason, all mixed by chance. {@code -Dtest=MeasureRefusals}; no
 * test of every build, as times are not the same twice.
 */
@OnPostgres
class MeasureRefusals {

  private static final int EACH = 400;
  private static final int WARM = 300;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private CaseDesk cases = new CaseDesk(0, new TestClock());
  private int address;

  private record Reason(String name, String code, String secret, boolean waiting) {}

  @AfterEach
  void now() {
    clock.release();
  }

  private JsonNode registered(String applicant) {
    return cases
        .as("village")
        .post(CaseDesk.PATH, CaseDesk.application("applicant", applicant))
        .json();
  }

  private static String text(JsonNode receipt, String part) {
    return receipt.at("/progress/" + part).asString();
  }

  private List<Reason> reasons() {
    JsonNode one = registered("示范甲");
    JsonNode old = registered("示范乙");
    JsonNode replaced = registered("示范丙");
    cases.did("village", old.get("id").asLong(), "withdrawal", Map.of("because", "暂时不办了"));
    cases
        .as("village")
        .post(
            CaseDesk.PATH + "/" + replaced.get("id").asLong() + "/progress-code",
            Map.of("because", "lost"));
    clock.pass(Duration.ofDays(366));
    Stranger waiting = new Stranger(port, "127.9.9.9");
    for (int i = 0; i < 20; i++) {
      waiting.look("0000-0000-000" + i, "0000-0000");
    }
    return List.of(
        new Reason("wrong secret", text(one, "code"), "0000-0000", false),
        new Reason("unknown code", "0000-0000-0000", text(one, "secret"), false),
        new Reason("old", text(old, "code"), text(old, "secret"), false),
        new Reason("replaced", text(replaced, "code"), text(replaced, "secret"), false),
        new Reason("right, address waits", text(one, "code"), text(one, "secret"), true),
        new Reason("wrong, address waits", text(one, "code"), "0000-0000", true));
  }

  private long microseconds(Reason reason) {
    address++;
    String from = "127.5.%d.%d".formatted(address / 250, 1 + address % 250);
    Stranger stranger = new Stranger(port, reason.waiting() ? "127.9.9.9" : from);
    long begun = System.nanoTime();
    assertThat(stranger.look(reason.code(), reason.secret()).status()).isEqualTo(403);
    return (System.nanoTime() - begun) / 1_000;
  }

  @Test
  void every_refusal_takes_as_long_whatever_its_reason() {
    clock.set(LocalDate.of(2025, 10, 13));
    cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    List<Reason> reasons = reasons();
    long[][] took = new long[reasons.size()][EACH];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reasons.size() * EACH; i++) {
      order.add(i % reasons.size());
    }
    Collections.shuffle(order, new Random(1));
    for (int i = 0; i < WARM; i++) {
      microseconds(reasons.get(i % reasons.size()));
    }
    int[] done = new int[reasons.size()];
    order.forEach(kind -> took[kind][done[kind]++] = microseconds(reasons.get(kind)));
    for (int kind = 0; kind < reasons.size(); kind++) {
      Arrays.sort(took[kind]);
      System.out.printf(
          "%-22s median %5d µs, p25 %5d, p75 %5d, p95 %5d%n",
          reasons.get(kind).name(),
          took[kind][EACH / 2],
          took[kind][EACH / 4],
          took[kind][EACH * 3 / 4],
          took[kind][EACH * 95 / 100]);
    }
  }
}

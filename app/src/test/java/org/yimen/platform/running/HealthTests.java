package org.yimen.platform.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/** What the machine's keeper asks the program, and what strangers get to know by asking. */
@OnPostgres
@TestPropertySource(properties = "management.prometheus.metrics.export.enabled=true")
class HealthTests {

  @LocalServerPort int port;

  @Test
  void strangers_learn_that_it_is_alive_and_ready_and_nothing_else() {
    for (String kind : new String[] {"", "/liveness", "/readiness"}) {
      Desk.Answer answer = new Desk(port).get("/actuator/health" + kind);
      assertThat(answer.status()).as(kind + answer.text()).isEqualTo(200);
      assertThat(answer.json().get("status").asString()).isEqualTo("UP");
      assertThat(answer.text()).doesNotContain("components", "details", "database", "disk");
    }
    assertThat(new Desk(port).get("/actuator/health/readiness/database").status()).isEqualTo(401);
    assertThat(new Desk(port).get("/actuator/env").status()).isEqualTo(401);
    assertThat(new Desk(port).as("system").get("/actuator/env").status()).isEqualTo(403);
  }

  @Test
  void metrics_are_for_programs_of_this_machine_only() {
    Desk.Answer answer = new Desk(port).get("/actuator/prometheus");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    for (String proxy : new String[] {"X-Forwarded-For", "Forwarded", "Via", "Origin"}) {
      assertThat(new Desk(port).with(proxy, "10.0.0.9").get("/actuator/prometheus").status())
          .as(proxy)
          .isEqualTo(401);
    }
    assertThat(raw("GET /actuator/prometheus HTTP/1.1\r\nHost: yimen.example\r\n"))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void metrics_count_what_is_done_and_name_nobody() {
    Desk desk = new Desk(port).as("district");
    desk.get("/api/v1/households?q=650199199002021234");
    desk.get("/api/v1/households/987654");
    new Desk(port).signIn("no-such-person", "wrong-password");
    String metrics = new Desk(port).get("/actuator/prometheus").text();
    assertThat(metrics)
        .contains("yimen_audit_entries_total{deed=\"session.begin\",done=\"true\"}")
        .contains("yimen_audit_entries_total{deed=\"session.refused\",done=\"false\"}")
        .contains("yimen_deliveries{state=\"waiting\"} 0.0")
        .contains("yimen_database_up 1.0")
        .contains("yimen_sessions ")
        .contains("http_server_requests_seconds_count{", "uri=\"/api/v1/households/{id}\"")
        .doesNotContain("650199", "987654", "no-such-person", "district");
  }

  @Test
  void what_the_server_refuses_is_a_problem_with_a_number_too() throws Exception {
    for (String request :
        new String[] {
          "GET /api/v1/households/%zz HTTP/1.1\r\nHost: localhost\r\n",
          "GET /api/v1/a|b HTTP/1.1\r\nHost: localhost\r\n",
          "GET /api/v1/areas HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n",
          "GET /api/v1/..%2fareas HTTP/1.1\r\nHost: localhost\r\n",
          "GET /api/v1//areas;a=b HTTP/1.1\r\nHost: localhost\r\n",
          "GET /api/v1/areas HTTP/1.1\r\nHost: a b\r\n"
        }) {
      String answer = raw(request);
      String line = request.lines().findFirst().orElse("");
      assertThat(answer).as(line).startsWith("HTTP/1.1 400");
      assertThat(answer)
          .as(line)
          .contains("application/problem+json", "\"type\":\"/problems/invalid-request\"")
          .contains("\"requestId\":\"", "请检查后再试")
          .doesNotContain("Tomcat", "Exception", "<html", "<!doctype");
    }
  }

  @Test
  void a_problem_carries_the_number_that_the_log_has_of_the_request() {
    Desk.Answer answer = new Desk(port).as("district").get("/api/v1/households/987654");
    assertThat(answer.status()).isEqualTo(404);
    String id = answer.header("X-Request-Id");
    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(answer.json().get("requestId").asString()).isEqualTo(id);
    Desk.Answer unreadable = new Desk(port).post("/api/v1/session", Map.of("username", 7));
    assertThat(unreadable.json().get("requestId").asString())
        .isEqualTo(unreadable.header("X-Request-Id"))
        .isNotEqualTo(id);
  }

  private String raw(String request) {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

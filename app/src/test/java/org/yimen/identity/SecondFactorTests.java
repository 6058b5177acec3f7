package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

@OnPostgres
class SecondFactorTests {

  private static int count;

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  private StaffDesk desk;
  private String username;

  @BeforeEach
  void makeAccount() {
    username = "liaison" + ++count;
    Desk security = new Desk(port).as("security");
    var made =
        security.post(
            "/api/v1/accounts",
            Map.of(
                "username",
                username,
                "displayName",
                "联络员",
                "place",
                Map.of("unit", "education", "title", "联络人", "role", "townshipClerk")));
    desk = new StaffDesk(port, clock).firstSignIn(username, made.json().get("password").asString());
    clock.pass(Duration.ofSeconds(31));
  }

  @AfterEach
  void releaseClock() {
    clock.release();
  }

  private void password() {
    StaffDesk.next(desk.desk().signIn(username, StaffDesk.OWN_PASSWORD), "code");
  }

  @Test
  void the_code_is_needed_every_time_and_opens_a_session_of_a_new_id() {
    password();
    String before = desk.desk().cookie("YIMEN");
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(401);
    StaffDesk.next(desk.giveCode(desk.code()), "done");
    assertThat(desk.desk().cookie("YIMEN")).isNotEqualTo(before);
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(200);
  }

  @Test
  void a_code_is_good_once() {
    password();
    String code = desk.code();
    StaffDesk.next(desk.giveCode(code), "done");
    password();
    assertThat(desk.giveCode(code).status()).isEqualTo(401);
    clock.pass(Duration.ofSeconds(31));
    StaffDesk.next(desk.giveCode(desk.code()), "done");
  }

  @Test
  void a_code_of_long_ago_or_of_somebody_else_is_refused() {
    password();
    assertThat(desk.giveCode(desk.code(clock.instant().minusSeconds(300))).status()).isEqualTo(401);
    assertThat(desk.giveCode("12345").status()).isEqualTo(400);
    StaffDesk.next(desk.giveCode(desk.code()), "done");
  }

  @Test
  void who_guesses_codes_waits_and_the_owner_gets_in_later() {
    password();
    for (int i = 0; i < 6; i++) {
      assertThat(desk.giveCode("00000" + i).status()).isEqualTo(401);
    }
    assertThat(desk.giveCode(desk.code()).status()).isEqualTo(401);
    clock.pass(Duration.ofMinutes(6));
    StaffDesk.next(desk.giveCode(desk.code()), "done");
  }

  @Test
  void a_code_without_a_password_before_it_opens_nothing() {
    StaffDesk stranger = new StaffDesk(port, clock);
    stranger.desk().get("/api/v1/session");
    assertThat(stranger.giveCode(desk.code()).status()).isEqualTo(401);
    assertThat(stranger.post("password", Map.of("password", "Bogda-5445-feng")).status())
        .isEqualTo(401);
    assertThat(stranger.desk().get("/api/v1/session/enrolment").status()).isEqualTo(401);
  }

  @Test
  void who_takes_too_long_begins_again() {
    password();
    clock.pass(Duration.ofMinutes(11));
    assertThat(desk.giveCode(desk.code()).status()).isEqualTo(401);
    password();
    StaffDesk.next(desk.giveCode(desk.code()), "done");
  }

  @Test
  void an_enrolled_factor_is_not_replaced_by_whoever_has_the_session() {
    assertThat(desk.desk().get("/api/v1/session/enrolment").status()).isEqualTo(409);
    assertThat(desk.post("enrolment", Map.of("code", desk.code())).status()).isEqualTo(409);
  }

  @Test
  void a_demo_account_may_enrol_and_is_asked_for_the_code_from_then_on() {
    StaffDesk leader = new StaffDesk(port, clock);
    leader.desk().as("leader");
    leader.enrol();
    clock.pass(Duration.ofSeconds(31));
    StaffDesk.next(leader.desk().signIn("leader", Desk.PASSWORD), "code");
    StaffDesk.next(leader.giveCode(leader.code()), "done");
  }

  @Test
  void a_password_has_to_be_changed_after_ninety_days() {
    jdbc.sql("update identity.account set password_changed_at = now() - interval '91 days'")
        .update();
    password();
    StaffDesk.next(desk.giveCode(desk.code()), "password");
    StaffDesk.next(desk.post("password", Map.of("password", "Bogda-5445-feng")), "done");
  }

  @Test
  void weak_passwords_are_refused_with_what_is_wrong() {
    for (String weak :
        new String[] {"Ab1!", "alllowercase", "Password1!", "Qwerty123456", username + "A1"}) {
      var refused =
          desk.post("password", Map.of("present", StaffDesk.OWN_PASSWORD, "password", weak));
      assertThat(refused.status()).as(weak).isEqualTo(400);
      assertThat(refused.json().get("type").asString()).as(weak).endsWith("weak-password");
    }
    StaffDesk.next(
        desk.post(
            "password", Map.of("present", StaffDesk.OWN_PASSWORD, "password", "Bogda-5445-feng")),
        "done");
  }

  @Test
  void an_emergency_shows_more_for_reading_only_and_ends() {
    assertThat(desk.post("emergency", Map.of("reason", "洪水安置核对")).status()).isEqualTo(204);
    var session = desk.desk().get("/api/v1/session").json();
    assertThat(session.get("emergencyUntil").asString()).isNotEmpty();
    assertThat(desk.desk().get("/api/v1/doubtful-pairs").status()).isEqualTo(403);
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(200);
    clock.pass(Duration.ofMinutes(31));
    assertThat(desk.desk().get("/api/v1/doubtful-pairs").status()).isEqualTo(200);
  }

  @Test
  void an_emergency_needs_a_reason_and_a_position_that_may() {
    assertThat(desk.post("emergency", Map.of("reason", "看看")).status()).isEqualTo(400);
    Desk village = new Desk(port).as("village");
    assertThat(village.post("/api/v1/session/emergency", Map.of("reason", "洪水安置核对")).status())
        .isEqualTo(403);
  }
}

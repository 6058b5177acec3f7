package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** What the security administrator does to accounts, and what those feel of it. */
@OnPostgres
class AccountsTests {

  private static int count;

  @LocalServerPort int port;
  @Autowired TestClock clock;
  private Desk security;
  private String username;

  @BeforeEach
  void signIn() {
    security = new Desk(port).as("security");
    username = "clerk" + ++count;
  }

  @AfterEach
  void releaseClock() {
    clock.release();
  }

  private Desk.Answer make(String name, Map<String, Object> place) {
    return security.post(
        "/api/v1/accounts", Map.of("username", name, "displayName", "新经办人", "place", place));
  }

  private String made(String name) {
    Desk.Answer answer =
        make(name, Map.of("unit", "xigou", "title", "经办人", "role", "townshipClerk"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("password").asString();
  }

  private StaffDesk signedIn() {
    return new StaffDesk(port, clock).firstSignIn(username, made(username));
  }

  private Desk.Answer to(String what, Map<String, ?> body) {
    return security.post("/api/v1/accounts/%s/%s".formatted(username, what), body);
  }

  @Test
  void a_new_account_works_for_its_unit_after_its_own_password_and_second_factor() {
    var session = signedIn().desk().get("/api/v1/session").json();
    assertThat(session.get("unit").asString()).isEqualTo("西沟乡人民政府");
    assertThat(session.get("areaCode").asString()).isEqualTo("650107201");
    assertThat(session.get("secondFactor").asBoolean()).isTrue();
    assertThat(session.get("permissions").toString()).contains("pair.settle");
  }

  @Test
  void until_all_steps_are_done_nothing_opens() {
    StaffDesk desk = new StaffDesk(port, clock);
    String oneTime = made(username);
    StaffDesk.next(desk.desk().signIn(username, oneTime), "password");
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(401);
    assertThat(desk.desk().get("/api/v1/session").status()).isEqualTo(401);
    assertThat(desk.giveCode("000000").status()).isEqualTo(401);
    StaffDesk.next(desk.post("password", Map.of("password", StaffDesk.OWN_PASSWORD)), "enrol");
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(401);
    desk.enrol();
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(200);
  }

  @Test
  void a_one_time_password_is_good_once_and_for_three_days() {
    String first = made(username);
    new StaffDesk(port, clock).firstSignIn(username, first);
    assertThat(new Desk(port).signIn(username, first).status()).isEqualTo(401);
    String second =
        to("one-time-password", Map.of("secondFactor", true)).json().get("password").asString();
    clock.pass(Duration.ofHours(73));
    assertThat(new Desk(port).signIn(username, second).status()).isEqualTo(401);
  }

  @Test
  void suspending_ends_the_sessions_at_once_and_answers_like_a_wrong_password() {
    StaffDesk desk = signedIn();
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(200);
    assertThat(to("suspension", Map.of("why", "调查期间")).status()).isEqualTo(204);
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(401);
    var suspended = new Desk(port).signIn(username, StaffDesk.OWN_PASSWORD);
    var unknown = new Desk(port).signIn("nobody-here", StaffDesk.OWN_PASSWORD);
    assertThat(suspended.status()).isEqualTo(401);
    assertThat(suspended.said()).isEqualTo(unknown.said());
    assertThat(security.delete("/api/v1/accounts/%s/suspension".formatted(username)).status())
        .isEqualTo(204);
    StaffDesk.next(new Desk(port).signIn(username, StaffDesk.OWN_PASSWORD), "code");
  }

  @Test
  void a_move_takes_the_old_rights_away_at_once_and_the_successor_gets_the_position() {
    StaffDesk desk = signedIn();
    var village = Map.of("unit", "weizi", "title", "协理员", "role", "villageWorker");
    String position = position(username);
    assertThat(to("position", Map.of("place", village)).status()).isEqualTo(204);
    assertThat(desk.desk().get("/api/v1/doubtful-pairs").status()).isEqualTo(401);
    clock.pass(Duration.ofSeconds(31));
    StaffDesk.next(desk.desk().signIn(username, StaffDesk.OWN_PASSWORD), "code");
    StaffDesk.next(desk.giveCode(desk.code()), "done");
    assertThat(desk.desk().get("/api/v1/doubtful-pairs").status()).isEqualTo(403);
    assertThat(make(username + "b", Map.of("position", position)).status()).isEqualTo(201);
    assertThat(position(username + "b")).isEqualTo(position);
  }

  @Test
  void a_position_is_held_by_one_person_at_a_time() {
    made(username);
    var held = make(username + "b", Map.of("position", position(username)));
    assertThat(held.status()).isEqualTo(409);
    assertThat(held.json().get("type").asString()).endsWith("position-held");
    assertThat(security.get("/api/v1/accounts").text()).doesNotContain(username + "b");
  }

  @Test
  void who_leaves_a_position_signs_in_no_more_from_that_day_on() {
    StaffDesk desk = signedIn();
    Map<String, Object> leave = new HashMap<>();
    leave.put("from", java.time.LocalDate.now(clock).plusDays(1).toString());
    assertThat(to("position", leave).status()).isEqualTo(204);
    clock.pass(Duration.ofSeconds(31));
    StaffDesk.next(desk.desk().signIn(username, StaffDesk.OWN_PASSWORD), "code");
    StaffDesk.next(desk.giveCode(desk.code()), "done");
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(200);
    clock.pass(Duration.ofHours(25));
    assertThat(new Desk(port).signIn(username, StaffDesk.OWN_PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void a_reset_of_the_second_factor_has_it_enrolled_anew_with_the_one_time_password() {
    StaffDesk desk = signedIn();
    var reset = to("one-time-password", Map.of("secondFactor", true));
    assertThat(desk.desk().get("/api/v1/session").status()).isEqualTo(401);
    clock.pass(Duration.ofSeconds(31));
    StaffDesk fresh = new StaffDesk(port, clock);
    StaffDesk.next(
        fresh.desk().signIn(username, reset.json().get("password").asString()), "password");
    assertThat(fresh.post("password", Map.of("password", StaffDesk.OWN_PASSWORD)).json().toString())
        .as("recently used")
        .contains("weak-password");
    StaffDesk.next(fresh.post("password", Map.of("password", "Bogda-5445-feng")), "enrol");
    fresh.enrol();
  }

  @Test
  void a_reset_of_the_password_alone_still_asks_for_the_code_first() {
    StaffDesk desk = signedIn();
    var reset = to("one-time-password", Map.of("secondFactor", false));
    clock.pass(Duration.ofSeconds(31));
    StaffDesk.next(desk.desk().signIn(username, reset.json().get("password").asString()), "code");
    StaffDesk.next(desk.giveCode(desk.code()), "password");
  }

  @Test
  void nobody_changes_their_own_account_and_nobody_else_manages_accounts() {
    var own =
        security.post(
            "/api/v1/accounts/security/position",
            Map.of("place", Map.of("position", "task-force-head")));
    assertThat(own.json().get("type").asString()).endsWith("own-account");
    for (String other : new String[] {"district", "system", "audit", "leader", "village"}) {
      Desk desk = new Desk(port).as(other);
      assertThat(desk.get("/api/v1/accounts").status()).as(other).isEqualTo(403);
      assertThat(desk.post("/api/v1/accounts/village/suspension", Map.of("why", "我想")).status())
          .as(other)
          .isEqualTo(403);
    }
  }

  @Test
  void a_field_that_nobody_asked_for_is_refused_and_changes_nothing() {
    var body = new HashMap<String, Object>();
    body.put("username", username);
    body.put("displayName", "新经办人");
    body.put("place", Map.of("unit", "xigou", "title", "经办人", "role", "townshipClerk"));
    body.put("factorRequired", false);
    assertThat(security.post("/api/v1/accounts", body).status()).isEqualTo(400);
    assertThat(security.get("/api/v1/accounts").text()).doesNotContain("\"" + username + "\"");
    body.remove("factorRequired");
    assertThat(security.post("/api/v1/accounts", body).status()).isEqualTo(201);
  }

  @Test
  void changing_rights_needs_a_fresh_second_factor() {
    clock.pass(Duration.ofMinutes(11));
    var refused = make(username, Map.of("unit", "xigou", "title", "经办人", "role", "townshipClerk"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("type").asString()).endsWith("step-up-needed");
    assertThat(security.post("/api/v1/session/confirmation", Map.of("secret", "wrong")).status())
        .isEqualTo(401);
    assertThat(
            security.post("/api/v1/session/confirmation", Map.of("secret", Desk.PASSWORD)).status())
        .isEqualTo(204);
    made(username);
  }

  @Test
  void everybody_signed_in_sees_the_units_of_the_plan_and_their_duties() {
    var units = new Desk(port).as("village").get("/api/v1/units").json();
    assertThat(units.toString()).contains("区民政局", "区信访局", "区红十字会", "柴窝堡街道", "饮水安全");
    assertThat(units).hasSizeGreaterThanOrEqualTo(22);
  }

  private String position(String name) {
    for (var account : security.get("/api/v1/accounts").json()) {
      if (account.get("username").asString().equals(name)) {
        return account.get("position").asString();
      }
    }
    throw new AssertionError(name);
  }
}

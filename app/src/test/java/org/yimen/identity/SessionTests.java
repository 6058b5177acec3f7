package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

@OnPostgres
class SessionTests {

  @LocalServerPort int port;
  @Autowired TestClock clock;
  private Desk desk;

  @BeforeEach
  void openBrowser() {
    desk = new Desk(port);
  }

  @AfterEach
  void releaseClock() {
    clock.release();
  }

  @Test
  void signing_in_tells_role_area_and_permissions() {
    var session = desk.as("township").get("/api/v1/session").json();
    assertThat(session.get("role").asString()).isEqualTo("townshipClerk");
    assertThat(session.get("areaCode").asString()).hasSize(9);
    assertThat(session.get("permissions").toString()).contains("pair.settle");
    assertThat(session.get("demo").asBoolean()).isTrue();
  }

  @Test
  void a_demo_tells_its_accounts_before_anybody_signs_in() {
    var about = desk.get("/api/v1/about").json();
    assertThat(about.get("demo").asBoolean()).isTrue();
    assertThat(about.get("demoAccounts")).hasSize(12);
    for (var account : about.get("demoAccounts")) {
      var answer =
          desk.signIn(account.get("username").asString(), account.get("password").asString());
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void administrators_have_one_permission_of_their_own_and_none_on_business_data() {
    Map<String, String> own =
        Map.of("system", "program.state", "security", "accounts.manage", "audit", "audit.read");
    own.forEach(
        (name, permission) -> {
          Desk administrator = new Desk(port).as(name);
          var session = administrator.get("/api/v1/session").json();
          assertThat(session.get("permissions").toString()).isEqualTo("[\"" + permission + "\"]");
          for (String path :
              new String[] {"households", "persons/1", "doubtful-pairs", "deliveries"}) {
            assertThat(administrator.get("/api/v1/" + path).status()).as(path).isEqualTo(403);
          }
        });
  }

  @Test
  void unknown_user_and_wrong_password_get_the_same_answer() {
    var unknown = desk.signIn("nobody-here", "x");
    var wrong = desk.signIn("district", "x");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(wrong.said()).isEqualTo(unknown.said());
  }

  @Test
  void the_session_id_changes_at_sign_in_and_ends_at_sign_out() {
    desk.as("district");
    String first = desk.cookie("YIMEN");
    desk.as("district");
    assertThat(desk.cookie("YIMEN")).isNotEqualTo(first).isNotEmpty();
    assertThat(desk.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(desk.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void on_this_machine_without_tls_the_cookies_have_plain_names_of_this_site_only() {
    var answer = desk.signIn("district", Desk.PASSWORD);
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("YIMEN="))
        .allMatch(cookie -> cookie.contains("SameSite=Strict") && !cookie.contains("Secure"));
    assertThat(desk.cookie("XSRF-TOKEN")).isNotEmpty();
  }

  @Test
  void a_request_without_the_token_against_forgery_is_refused() {
    var answer = desk.post("/api/v1/session", new Object[0]);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void after_many_wrong_passwords_the_right_one_waits_and_then_works() {
    for (int i = 0; i < 6; i++) {
      desk.signIn("leader", "wrong");
    }
    assertThat(desk.signIn("leader", Desk.PASSWORD).status()).isEqualTo(401);
    clock.pass(Duration.ofMinutes(6));
    assertThat(desk.signIn("leader", Desk.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void the_brake_takes_no_header_s_word_for_where_somebody_is() {
    for (int i = 0; i < 6; i++) {
      desk.with("X-Forwarded-For", "203.0.113." + i).signIn("leader", "wrong");
    }
    desk.with("X-Forwarded-For", "203.0.113.99");
    assertThat(desk.signIn("leader", Desk.PASSWORD).status()).isEqualTo(401);
    clock.pass(Duration.ofMinutes(6));
    assertThat(desk.signIn("leader", Desk.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void a_character_that_nothing_keeps_is_told_and_no_failure() {
    var answer = desk.signIn("lea\u0000der", "x");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("U+0000");
  }

  @Test
  void a_session_ends_after_twelve_hours() {
    desk.as("district");
    clock.pass(Duration.ofHours(13));
    assertThat(desk.get("/api/v1/session").status()).isEqualTo(401);
  }

  @Test
  void the_token_cookie_is_not_sent_again() {
    desk.as("district");
    assertThat(desk.get("/api/v1/session").header("Set-Cookie")).doesNotContain("XSRF");
  }
}

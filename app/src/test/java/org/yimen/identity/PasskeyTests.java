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
import tools.jackson.databind.JsonNode;

/** A passkey as the second factor: made, shown, and everything that must not pass for one. */
@OnPostgres
class PasskeyTests {

  private static final String OWN = "/api/v1/own-passkeys";
  private static int count;

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  private StaffDesk desk;
  private String username;
  private TestAuthenticator key;

  @BeforeEach
  void addKey() {
    username = "keyholder" + ++count;
    Desk.Answer made =
        new Desk(port)
            .as("security")
            .post(
                "/api/v1/accounts",
                Map.of(
                    "username",
                    username,
                    "displayName",
                    "联络员",
                    "place",
                    Map.of("unit", "education", "title", "联络人", "role", "townshipClerk")));
    desk = new StaffDesk(port, clock).firstSignIn(username, made.json().get("password").asString());
    key = new TestAuthenticator(origin());
    assertThat(add(key, "办公室的密钥").status()).isEqualTo(201);
  }

  @AfterEach
  void releaseClock() {
    clock.release();
  }

  private String origin() {
    return "http://localhost:" + port;
  }

  private Desk.Answer add(TestAuthenticator one, String title) {
    JsonNode question = desk.desk().post(OWN + "/question", Map.of()).json();
    return desk.desk().post(OWN, one.made(question, title));
  }

  private JsonNode question() {
    return desk.post("passkey-question", Map.of()).json();
  }

  private void password() {
    clock.pass(Duration.ofSeconds(31));
    StaffDesk.next(desk.desk().signIn(username, StaffDesk.OWN_PASSWORD), "code");
  }

  private void refused(Map<String, Object> shown) {
    Desk.Answer answer = desk.post("passkey-answer", shown);
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(401);
    StaffDesk.next(desk.post("passkey-answer", key.shown(question())), "done");
  }

  @Test
  void the_key_signs_in_after_the_password_and_the_code_still_does() {
    password();
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(401);
    String before = desk.desk().cookie("YIMEN");
    StaffDesk.next(desk.post("passkey-answer", key.shown(question())), "done");
    assertThat(desk.desk().cookie("YIMEN")).isNotEqualTo(before);
    assertThat(desk.desk().get("/api/v1/households").status()).isEqualTo(200);
    password();
    StaffDesk.next(desk.giveCode(desk.code()), "done");
  }

  @Test
  void its_owner_sees_it_and_its_use_and_the_audit_has_that_it_was_added() {
    password();
    desk.post("passkey-answer", key.shown(question()));
    JsonNode own = desk.desk().get(OWN).json();
    assertThat(own.get("possible").asBoolean()).isTrue();
    assertThat(own.get("passkeys")).hasSize(1);
    assertThat(own.get("passkeys").get(0).get("title").asString()).isEqualTo("办公室的密钥");
    assertThat(own.get("passkeys").get(0).get("lastUsedAt").isNull()).isFalse();
    assertThat(
            jdbc.sql("select count(*) from audit.entry where deed = 'passkey.add' and who = :who")
                .param("who", username)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void an_answer_is_good_once_and_for_the_challenge_of_this_session() {
    password();
    Map<String, Object> shown = key.shown(question());
    StaffDesk.next(desk.post("passkey-answer", shown), "done");
    password();
    refused(shown);
    password();
    question();
    refused(shown);
  }

  @Test
  void another_key_another_site_and_a_broken_signature_are_refused() {
    password();
    refused(new TestAuthenticator(origin()).shown(question()));
    password();
    JsonNode question = question();
    Map<String, Object> broken = key.shown(question);
    broken.put("signature", key.shown(question).get("authenticatorData"));
    refused(broken);
    TestAuthenticator elsewhere = new TestAuthenticator("http://localhost.example:" + port);
    password();
    JsonNode asked = question();
    refused(elsewhere.shown(asked));
    assertThat(add(elsewhere, "别的网站").status()).isEqualTo(400);
  }

  @Test
  void a_copy_whose_count_of_uses_went_back_is_refused() {
    password();
    StaffDesk.next(desk.post("passkey-answer", key.shown(question())), "done");
    password();
    StaffDesk.next(desk.post("passkey-answer", key.shown(question())), "done");
    password();
    key.forgetUses();
    Desk.Answer answer = desk.post("passkey-answer", key.shown(question()));
    assertThat(answer.status()).isEqualTo(401);
    StaffDesk.next(desk.giveCode(desk.code()), "done");
  }

  @Test
  void an_answer_that_comes_too_late_is_refused() {
    password();
    JsonNode question = question();
    clock.pass(Duration.ofMinutes(6));
    assertThat(desk.post("passkey-answer", key.shown(question)).status()).isEqualTo(401);
  }

  @Test
  void it_is_shown_once_more_before_something_weighty_and_adding_one_is_weighty() {
    clock.pass(Duration.ofMinutes(11));
    assertThat(desk.desk().post(OWN + "/question", Map.of()).status()).isEqualTo(403);
    StaffDesk.next(desk.post("passkey-answer", key.shown(question())), "done");
    assertThat(add(new TestAuthenticator(origin()), "备用").status()).isEqualTo(201);
  }

  @Test
  void a_removed_key_and_one_of_a_reset_account_open_nothing() {
    String id = desk.desk().get(OWN).json().get("passkeys").get(0).get("id").asString();
    assertThat(new Desk(port).as("township").delete(OWN + "/" + id).status()).isEqualTo(404);
    assertThat(desk.desk().delete(OWN + "/" + id).status()).isEqualTo(204);
    password();
    assertThat(question().get("keys")).isEmpty();
    assertThat(desk.post("passkey-answer", key.shown(asked())).status()).isEqualTo(401);
    StaffDesk.next(desk.giveCode(desk.code()), "done");
    assertThat(add(new TestAuthenticator(origin()), "新的").status()).isEqualTo(201);
    new Desk(port)
        .as("security")
        .post(
            "/api/v1/accounts/%s/one-time-password".formatted(username),
            Map.of("secondFactor", true));
    assertThat(
            jdbc.sql("select count(*) from identity.passkey where account = :who")
                .param("who", username)
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** A question as it would be if there were a key. */
  private static JsonNode asked() {
    return tools.jackson.databind.json.JsonMapper.builder()
        .build()
        .readTree("{\"host\":\"localhost\",\"challenge\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}");
  }

  @Test
  void without_a_password_before_it_a_key_opens_nothing() {
    StaffDesk stranger = new StaffDesk(port, clock);
    stranger.desk().get("/api/v1/session");
    assertThat(stranger.post("passkey-question", Map.of()).status()).isEqualTo(401);
    assertThat(stranger.post("passkey-answer", key.shown(asked())).status()).isEqualTo(401);
  }

  @Test
  void the_host_that_a_header_claims_is_not_believed() {
    Desk claims = new Desk(port).with("X-Forwarded-Host", "yimen.example").as("leader");
    JsonNode question = claims.post(OWN + "/question", Map.of()).json();
    assertThat(question.get("host").asString()).isEqualTo("localhost");
  }
}

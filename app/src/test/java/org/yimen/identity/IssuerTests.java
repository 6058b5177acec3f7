package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yimen.identity.TestIssuer.Signed;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** Signing in at the organisation's issuer, and everything that must not get anybody in. */
@OnPostgres
class IssuerTests {

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final String QUESTION = "/api/v1/session/issuer-question";
  private static final String ANSWER = "/api/v1/session/issuer-answer";

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry settings) {
    settings.add("yimen.oidc.issuer", ISSUER::address);
    settings.add("yimen.oidc.client-id", () -> TestIssuer.CLIENT);
    settings.add("yimen.oidc.client-secret", () -> TestIssuer.SECRET);
    settings.add("yimen.site", () -> "https://yimen.example");
  }

  @BeforeEach
  void linkTheClerk() {
    link("township", "clerk-7");
  }

  @AfterEach
  void releaseClock() {
    clock.release();
  }

  private void link(String username, String subject) {
    Desk.Answer linked =
        new Desk(port)
            .as("security")
            .put(
                "/api/v1/accounts/%s/link".formatted(username),
                "application/json",
                "{\"subject\":\"%s\"}".formatted(subject).getBytes());
    assertThat(linked.status()).as(linked.text()).isEqualTo(204);
  }

  private static String question(Desk desk) {
    desk.get("/api/v1/session");
    Desk.Answer question = desk.post(QUESTION, Map.of());
    assertThat(question.status()).as(question.text()).isEqualTo(200);
    return question.json().get("address").asString();
  }

  private static UnaryOperator<JWTClaimsSet.Builder> subject(String subject) {
    return claims -> claims.subject(subject);
  }

  private Desk.Answer signIn(Desk desk, UnaryOperator<JWTClaimsSet.Builder> claims, Signed signed) {
    String address = question(desk);
    String code = ISSUER.authorize(address, claims, signed, clock.instant());
    return desk.post(ANSWER, Map.of("code", code, "state", TestIssuer.state(address)));
  }

  private Desk.Answer signIn(String subject) {
    return signIn(new Desk(port), subject(subject), Signed.BY_ISSUER);
  }

  private String refused(Desk.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.json().get("type").asString()).endsWith("sign-in-refused");
    assertThat(signIn("clerk-7").status()).isEqualTo(200);
    return answer.said();
  }

  @Test
  void somebody_linked_is_signed_in_to_the_account_that_was_linked() {
    Desk desk = new Desk(port);
    assertThat(desk.get("/api/v1/about").json().get("issuer").asString()).isEqualTo("统一身份认证");
    StaffDesk.next(signIn(desk, subject("clerk-7"), Signed.BY_ISSUER), "done");
    assertThat(desk.get("/api/v1/session").json().get("username").asString()).isEqualTo("township");
    assertThat(desk.get("/api/v1/households").status()).isEqualTo(200);
    assertThat(
            jdbc.sql(
                    "select count(*) from audit.entry where deed = 'session.begin' and why = '统一身份认证'")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void the_question_names_our_page_and_keeps_its_secrets() {
    String address = question(new Desk(port));
    assertThat(address)
        .contains("redirect_uri=https://yimen.example/sign-in/issuer", "code_challenge=")
        .doesNotContain("code_verifier", TestIssuer.SECRET);
    assertThat(question(new Desk(port))).isNotEqualTo(address);
  }

  @Test
  void a_session_gets_a_new_id_and_its_user_still_shows_the_second_factor() {
    Desk.Answer made =
        new Desk(port)
            .as("security")
            .post(
                "/api/v1/accounts",
                Map.of(
                    "username",
                    "linked1",
                    "displayName",
                    "联络员",
                    "place",
                    Map.of("unit", "education", "title", "联络人", "role", "townshipClerk")));
    assertThat(made.status()).isEqualTo(201);
    link("linked1", "officer-9");
    StaffDesk newcomer = new StaffDesk(port, clock);
    StaffDesk.next(signIn(newcomer.desk(), subject("officer-9"), Signed.BY_ISSUER), "enrol");
    assertThat(newcomer.desk().get("/api/v1/households").status()).isEqualTo(401);
    newcomer.enrol();
    clock.pass(Duration.ofSeconds(31));
    StaffDesk.next(signIn(newcomer.desk(), subject("officer-9"), Signed.BY_ISSUER), "code");
    String before = newcomer.desk().cookie("YIMEN");
    assertThat(newcomer.desk().get("/api/v1/households").status()).isEqualTo(401);
    StaffDesk.next(newcomer.giveCode(newcomer.code()), "done");
    assertThat(newcomer.desk().cookie("YIMEN")).isNotEqualTo(before);
    assertThat(newcomer.desk().get("/api/v1/households").status()).isEqualTo(200);
  }

  @Test
  void what_the_issuer_did_not_say_so_is_refused_alike() {
    Instant now = clock.instant();
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong =
        Map.of(
            "another audience", claims -> claims.subject("clerk-7").audience("another-program"),
            "another issuer", claims -> claims.subject("clerk-7").issuer("http://localhost:1"),
            "expired",
                claims ->
                    claims
                        .subject("clerk-7")
                        .issueTime(Date.from(now.minusSeconds(900)))
                        .expirationTime(Date.from(now.minusSeconds(300))),
            "of the future",
                claims -> claims.subject("clerk-7").issueTime(Date.from(now.plusSeconds(900))),
            "another nonce", claims -> claims.subject("clerk-7").claim("nonce", "x".repeat(43)),
            "no nonce", claims -> claims.subject("clerk-7").claim("nonce", null),
            "no subject", claims -> claims,
            "unknown subject", subject("nobody-linked-this"),
            "a subject like it", subject("CLERK-7"));
    List<String> said = new ArrayList<>();
    wrong.forEach(
        (what, claims) -> said.add(refused(signIn(new Desk(port), claims, Signed.BY_ISSUER))));
    said.add(refused(signIn(new Desk(port), subject("clerk-7"), Signed.BY_SOMEBODY_ELSE)));
    said.add(refused(signIn(new Desk(port), subject("clerk-7"), Signed.BY_NOBODY)));
    assertThat(said).hasSize(11).containsOnly(said.get(0));
  }

  @Test
  void an_answer_is_good_once_for_the_question_it_belongs_to() {
    Desk desk = new Desk(port);
    String address = question(desk);
    String state = TestIssuer.state(address);
    String code = ISSUER.authorize(address, subject("clerk-7"), Signed.BY_ISSUER, clock.instant());
    StaffDesk.next(desk.post(ANSWER, Map.of("code", code, "state", state)), "done");
    String said = refused(desk.post(ANSWER, Map.of("code", code, "state", state)));

    Desk thief = new Desk(port);
    thief.get("/api/v1/session");
    assertThat(refused(thief.post(ANSWER, Map.of("code", code, "state", state)))).isEqualTo(said);
    String other = question(thief);
    assertThat(refused(thief.post(ANSWER, Map.of("code", code, "state", state)))).isEqualTo(said);
    assertThat(other).isNotEqualTo(address);
  }

  @Test
  void a_code_that_somebody_else_got_does_not_fit_the_challenge_of_this_session() {
    String victims = question(new Desk(port));
    String code = ISSUER.authorize(victims, subject("clerk-7"), Signed.BY_ISSUER, clock.instant());
    Desk thief = new Desk(port);
    String own = question(thief);
    refused(thief.post(ANSWER, Map.of("code", code, "state", TestIssuer.state(own))));
  }

  @Test
  void a_forged_state_and_one_that_comes_too_late_are_refused() {
    Desk desk = new Desk(port);
    String address = question(desk);
    String code = ISSUER.authorize(address, subject("clerk-7"), Signed.BY_ISSUER, clock.instant());
    refused(desk.post(ANSWER, Map.of("code", code, "state", "x".repeat(43))));

    String slow = question(desk);
    clock.pass(Duration.ofMinutes(11));
    String late = ISSUER.authorize(slow, subject("clerk-7"), Signed.BY_ISSUER, clock.instant());
    refused(desk.post(ANSWER, Map.of("code", late, "state", TestIssuer.state(slow))));
  }

  @Test
  void a_suspended_account_and_one_no_longer_linked_are_refused_like_somebody_unknown() {
    String unknown = refused(signIn("nobody-linked-this"));
    link("mayor", "mayor-1");
    Desk security = new Desk(port).as("security");
    assertThat(signIn("mayor-1").status()).isEqualTo(200);
    assertThat(security.post("/api/v1/accounts/mayor/suspension", Map.of("why", "离岗调查")).status())
        .isEqualTo(204);
    assertThat(refused(signIn("mayor-1"))).isEqualTo(unknown);
    security.delete("/api/v1/accounts/mayor/suspension");
    Desk mayor = new Desk(port);
    StaffDesk.next(signIn(mayor, subject("mayor-1"), Signed.BY_ISSUER), "done");
    assertThat(security.delete("/api/v1/accounts/mayor/link").status()).isEqualTo(204);
    assertThat(mayor.get("/api/v1/session").status()).isEqualTo(401);
    assertThat(refused(signIn("mayor-1"))).isEqualTo(unknown);
  }

  @Test
  void somebody_is_linked_to_one_account_and_nobody_gets_one_by_signing_in() {
    int accounts = jdbc.sql("select count(*) from identity.account").query(Integer.class).single();
    refused(signIn("a-newcomer"));
    assertThat(jdbc.sql("select count(*) from identity.account").query(Integer.class).single())
        .isEqualTo(accounts);
    Desk security = new Desk(port).as("security");
    byte[] taken = "{\"subject\":\"clerk-7\"}".getBytes();
    Desk.Answer twice = security.put("/api/v1/accounts/village/link", "application/json", taken);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.json().get("type").asString()).endsWith("subject-linked");
    assertThat(security.put("/api/v1/accounts/security/link", "application/json", taken).status())
        .isEqualTo(409);
    assertThat(security.get("/api/v1/accounts").text()).contains("\"subject\":\"clerk-7\"");
  }
}

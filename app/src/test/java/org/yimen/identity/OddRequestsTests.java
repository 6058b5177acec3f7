package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** What a browser of ours never sends; each beside its honest twin. */
@OnPostgres
class OddRequestsTests {

  /** Whatever works with the role that owns the tables; each says at its place why. */
  private static final Set<String> OF_THE_PROGRAM =
      Set.of(
          "AboutController",
          "AccountController",
          "ConfirmController",
          "IssuerController",
          "LinkController",
          "OwnPasskeyController",
          "OwnSessionController",
          "PasskeyController",
          "PasswordController",
          "ProgressController",
          "PhoneKeyController",
          "SecondFactorController",
          "SessionController",
          "UnitController",
          "VillageNoticeController",
          "ApplicationController.transfer",
          "DeliveryController.receive",
          "DeliveryController.withdraw",
          "PairController.one",
          "PairController.decide",
          "PairController.reopen",
          "ParameterValueController.propose",
          "ParameterValueController.decide",
          "ScreeningController.run",
          "ValueEffectsController.run",
          "WhatIfController.make",
          "WhatIfController.delete");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @BeforeEach
  void two_households() {
    jdbc.sql(
            """
            insert into registry.household (id, number, area)
            values (901, 'h901', '650107200200'), (902, 'h902', '650107201200') on conflict do nothing
            """)
        .update();
  }

  @AfterEach
  void release() {
    clock.release();
  }

  /** Sends a path as it is, which no client of Java does. */
  private int status(String path, String session) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: YIMEN=%s\r\nConnection: close\r\n\r\n"
              .formatted(path, port, session)
              .getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void odd_spellings_of_a_path_open_nothing_that_its_plain_spelling_does_not() throws IOException {
    String township = new Desk(port).as("township").cookie("YIMEN");
    String system = new Desk(port).as("system").cookie("YIMEN");
    assertThat(status("/api/v1/households/901", township)).isEqualTo(200);
    for (String odd :
        List.of(
            "//api/v1/households/%d",
            "/api//v1/households/%d",
            "/api/v1/./households/%d",
            "/api/v1/areas/../households/%d",
            "/api/v1/households/%d;x=1",
            "/api;x/v1/households/%d",
            "/api/v1/households%%2F%d",
            "/api/v1/%%68ouseholds/%d",
            "/api/v1/households/%%2e/%d",
            "/API/v1/households/%d",
            "/api/v1/Households/%d",
            "/api/v1/households/%d/",
            "/api/v1/households/%d%%00",
            "/api/v1/households/%d%%0d%%0aX-Y:%%20z",
            "/api/v1/households/%d.json",
            "/api/v1\\households/%d")) {
      String own = odd.formatted(901);
      assertThat(status(odd.formatted(902), township)).as(odd).isIn(400, 401, 403, 404, 405);
      assertThat(status(own, system)).as(odd).isIn(400, 401, 403, 404, 405);
      assertThat(status(own, "")).as(odd).isIn(400, 401, 403, 404, 405);
    }
  }

  @Test
  void forged_and_expired_sessions_are_refused_alike_and_told_to_the_audit() throws IOException {
    Desk clerk = new Desk(port).as("township");
    String session = clerk.cookie("YIMEN");
    assertThat(status("/api/v1/households/901", session)).isEqualTo(200);
    for (String forged :
        List.of("", "x", session.substring(1), session + "A", "' or 1=1 --", "0".repeat(36))) {
      assertThat(status("/api/v1/households/901", forged)).as(forged).isEqualTo(401);
    }
    jdbc.sql("update identity.session set last_access_time = 1").update();
    assertThat(status("/api/v1/households/901", session)).isEqualTo(401);
    assertThat(clerk.get("/api/v1/households/901").status()).isEqualTo(401);
    String told =
        jdbc.sql("select string_agg(object || why, ' ') from audit.entry where not done")
            .query(String.class)
            .single();
    assertThat(told).contains("GET /api/v1/households/901没有登录");
  }

  @Test
  void a_field_that_nobody_asked_for_is_refused_in_every_write() throws IOException {
    Desk district = new Desk(port).as("district");
    Desk leader = new Desk(port).as("leader");
    Desk security = new Desk(port).as("security");
    Set<String> taken = new TreeSet<>();
    JsonMapper.builder()
        .build()
        .readTree(Files.readString(Path.of("..", "api", "openapi.json")))
        .get("paths")
        .properties()
        .forEach(
            path -> {
              var body = path.getValue().at("/post/requestBody/content/application~1json/schema");
              if (body.has("$ref")) {
                String address = path.getKey().replaceAll("\\{\\w+}", "901");
                for (Desk desk : List.of(district, leader, security)) {
                  int status =
                      desk.post(address, Map.of("role", "x", "id", 1, "decidedBy", "me")).status();
                  if (status < 400 || status >= 500) {
                    taken.add(address + " " + status);
                  }
                }
              }
            });
    assertThat(taken).isEmpty();
  }

  @Test
  void forty_default_passwords_open_no_account_and_the_right_one_does_later() {
    List<String> defaults = new ArrayList<>();
    for (String one :
        List.of(
            "admin",
            "root",
            "123456",
            "password",
            "yimen",
            "test",
            "guest",
            "888888",
            "qwerty",
            "system")) {
      defaults.addAll(
          List.of(one, one + "123", one + "@2026", one.toUpperCase(java.util.Locale.ROOT)));
    }
    assertThat(new HashSet<>(defaults)).hasSizeGreaterThanOrEqualTo(37);
    Set<String> answers = new HashSet<>();
    for (String one : defaults) {
      Desk.Answer answer = new Desk(port).signIn("security", one);
      answers.add(answer.status() + answer.json().get("detail").asString());
      answers.add(
          new Desk(port).signIn(one, one).status() + answer.json().get("detail").asString());
    }
    assertThat(answers).singleElement().asString().startsWith("401");
    clock.pass(Duration.ofHours(1));
    assertThat(new Desk(port).signIn("security", Desk.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void what_works_beside_the_policies_is_known_by_name() {
    Set<String> found =
        requestMappingHandlerMapping.getHandlerMethods().values().stream()
            .filter(method -> method.getBeanType().getName().startsWith("org.yimen."))
            .map(OddRequestsTests::name)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    assertThat(found).containsExactlyInAnyOrderElementsOf(OF_THE_PROGRAM);
  }

  private static String name(HandlerMethod method) {
    String type = method.getBeanType().getSimpleName();
    if (AnnotatedElementUtils.hasAnnotation(method.getBeanType(), AsProgram.class)) {
      return type;
    }
    return method.hasMethodAnnotation(AsProgram.class)
        ? type + "." + method.getMethod().getName()
        : "";
  }
}

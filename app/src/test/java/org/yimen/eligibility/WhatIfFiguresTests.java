package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a trial says beside categories and money: what can't be reckoned, and who is watched. */
@OnPostgres
class WhatIfFiguresTests {

  private static final String PATH = "/api/v1/what-ifs";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired TestClock clock;

  /** A household with a net income of 6,000 yuan and an unsafe house is to be watched. */
  @BeforeAll
  static void settle(@Autowired DataSource dataSource, @Autowired JdbcClient jdbc) {
    Hamlet.settle(dataSource);
    jdbc.sql(
            """
            insert into registry.fact (household, kind, code, source_row, source_kind)
            values (:household, 'housing.unsafe', 'yes', 9001, 'housing')
            """)
        .param("household", Hamlet.LIKELY)
        .update();
  }

  @BeforeEach
  void date() {
    clock.set(Hamlet.TODAY);
  }

  @AfterEach
  void release() {
    clock.release();
  }

  private JsonNode made(String values, String without) {
    String body =
        "{\"name\":\"试算\",\"asOf\":\"%s\",\"values\":%s,\"without\":%s}"
            .formatted(Hamlet.TODAY, values, without);
    Desk.Answer answer = new Desk(port).as("district").post(PATH, JSON.readTree(body));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return seen(answer.json().get("id").asLong());
  }

  private JsonNode seen(long id) {
    return new Desk(port).as("district").get(PATH + "/" + id).json();
  }

  private Map<Long, JsonNode> affected(JsonNode made, String kind) {
    JsonNode page =
        new Desk(port).as("district").get(one(made) + "/households?kind=" + kind).json();
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .collect(Collectors.toMap(row -> row.get("household").asLong(), row -> row));
  }

  private static String one(JsonNode made) {
    return PATH + "/" + made.get("trial").get("id").asLong();
  }

  @Test
  void an_amount_that_cannot_be_reckoned_is_no_saving() {
    JsonNode made = made("{\"dibao.payment\":\"classes\"}", "[]");
    JsonNode trial = made.get("trial");
    assertThat(trial.get("payAfter").asLong()).isEqualTo(trial.get("payBefore").asLong());
    Map<Long, JsonNode> open = affected(made, "open");
    assertThat(trial.get("open").asInt()).isEqualTo(open.size()).isPositive();
    assertThat(trial.get("missing").valueStream().map(JsonNode::asString))
        .contains("dibao.class.rural.A", "dibao.class.rural.B", "dibao.class.rural.C");
    JsonNode likely = open.get(Hamlet.LIKELY);
    assertThat(likely.get("kind").asString()).isEqualTo("unclear");
    assertThat(likely.get("openBefore").asBoolean()).isFalse();
    assertThat(likely.get("openAfter").asBoolean()).isTrue();
    assertThat(likely.get("payBefore").asLong()).isEqualTo(335_00);
    String csv = new Desk(port).as("district").get(one(made) + "/households.csv?kind=open").text();
    assertThat(csv).contains("335.00,不能算出");
  }

  @Test
  void nor_is_it_one_in_the_effects_of_a_proposed_value() {
    ValueDesk values = new ValueDesk(port);
    long id = values.proposed("dibao.payment", "classes", "2025-06-01");
    JsonNode effects =
        new Desk(port).as("leader").post(ValueDesk.PATH + "/" + id + "/effects", Map.of()).json();
    assertThat(effects.get("recipients").asInt()).isZero();
    JsonNode trial = seen(effects.get("whatIf").asLong()).get("trial");
    assertThat(trial.get("open").asInt()).isPositive();
    assertThat(trial.get("payAfter").asLong()).isEqualTo(trial.get("payBefore").asLong());
  }

  @Test
  void what_can_be_reckoned_leaves_nothing_open() {
    JsonNode made = made("{\"dibao.standard.rural\":\"1100\"}", "[]");
    assertThat(made.get("trial").get("open").asInt()).isZero();
    assertThat(made.get("trial").get("missing")).isEmpty();
  }

  @Test
  void a_lower_line_of_watching_shows_who_leaves_it() {
    JsonNode made = made("{\"watch.incomeLine\":\"1\"}", "[]");
    assertThat(made.get("trial").get("watchLeaving").asInt()).isEqualTo(1);
    assertThat(made.get("trial").get("watchEntering").asInt()).isZero();
    JsonNode leaves = affected(made, "watchLeaves").get(Hamlet.LIKELY);
    assertThat(leaves.get("kind").asString()).as("its category stays").isEqualTo("stays");
    assertThat(leaves.get("watchBefore").asString()).isEqualTo("met");
    assertThat(leaves.get("watchAfter").asString()).isEqualTo("notMet");
    assertThat(made.get("watch"))
        .anySatisfy(
            flow -> {
              assertThat(flow.get("before").asString()).isEqualTo("met");
              assertThat(flow.get("after").asString()).isEqualTo("notMet");
              assertThat(flow.get("households").asInt()).isEqualTo(1);
              assertThat(flow.get("persons").asInt()).isEqualTo(1);
            });
    String csv =
        new Desk(port).as("district").get(one(made) + "/households.csv?kind=watchLeaves").text();
    assertThat(csv).contains("测算监测").contains("纳入监测,不纳入");
  }

  @Test
  void a_condition_of_watching_left_out_shows_who_comes_under_it() {
    JsonNode made = made("{\"watch.incomeLine\":\"13000\"}", "[\"watch.risk\"]");
    Map<Long, JsonNode> enters = affected(made, "watchEnters");
    assertThat(enters.keySet()).contains(Hamlet.ELSEWHERE).doesNotContain(Hamlet.LIKELY);
    assertThat(made.get("trial").get("watchEntering").asInt()).isEqualTo(enters.size());
    assertThat(made.get("towns"))
        .anySatisfy(town -> assertThat(town.get("watchEntering").asInt()).isEqualTo(1));
  }

  @Test
  void who_is_within_five_percent_of_the_line_of_watching_is_close() {
    assertThat(affected(made("{\"watch.incomeLine\":\"6100\"}", "[]"), "close").keySet())
        .contains(Hamlet.LIKELY);
    assertThat(affected(made("{\"watch.incomeLine\":\"6400\"}", "[]"), "close").keySet())
        .doesNotContain(Hamlet.LIKELY);
  }
}

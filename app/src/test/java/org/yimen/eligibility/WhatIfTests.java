package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an officer sees who changes a standard before it is decided. */
@OnPostgres
class WhatIfTests {

  private static final String PATH = "/api/v1/what-ifs";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void settle(@Autowired DataSource dataSource) {
    Hamlet.settle(dataSource);
  }

  private JsonNode made(String body) {
    Desk.Answer answer = new Desk(port).as("district").post(PATH, JSON.readTree(body));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return new Desk(port).as("district").get(PATH + "/" + answer.json().get("id").asLong()).json();
  }

  private static String body(String values, String without) {
    return "{\"name\":\"试算\",\"asOf\":\"%s\",\"values\":%s,\"without\":%s}"
        .formatted(Hamlet.TODAY, values, without);
  }

  private static Map<Long, JsonNode> affected(Desk desk, JsonNode made, String query) {
    JsonNode page =
        desk.get(PATH + "/" + made.get("trial").get("id").asLong() + "/households" + query).json();
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .collect(java.util.stream.Collectors.toMap(row -> row.get("household").asLong(), r -> r));
  }

  @Test
  void a_higher_standard_shows_who_moves_who_gets_more_and_what_it_costs() {
    JsonNode made = made(body("{\"dibao.standard.rural\":\"1100\"}", "[]"));
    Map<Long, JsonNode> all = affected(new Desk(port).as("district"), made, "");
    assertThat(all.get(Hamlet.ELSEWHERE).get("before").asString()).isEqualTo("dibaoMargin");
    assertThat(all.get(Hamlet.ELSEWHERE).get("after").asString()).isEqualTo("dibao");
    assertThat(all.get(Hamlet.ELSEWHERE).get("kind").asString()).isEqualTo("changes");
    assertThat(all.get(Hamlet.ELSEWHERE).get("income").asLong()).isEqualTo(1_000_00);
    assertThat(all.get(Hamlet.ELSEWHERE).get("payAfter").asLong())
        .as("the difference, and 35 yuan more for somebody of 61")
        .isEqualTo(135_00);
    JsonNode likely = all.get(Hamlet.LIKELY);
    assertThat(likely.get("kind").asString()).isEqualTo("amount");
    assertThat(likely.get("payAfter").asLong() - likely.get("payBefore").asLong())
        .isEqualTo(300_00);
    long before = made.get("trial").get("payBefore").asLong();
    long after = made.get("trial").get("payAfter").asLong();
    assertThat(after).isGreaterThan(before);
    assertThat(sum(made.get("flows"), "payAfter")).isEqualTo(after);
    assertThat(sum(made.get("towns"), "payAfter")).isEqualTo(after);
    assertThat(sum(made.get("flows"), "households")).isEqualTo(14);
    assertThat(sum(made.get("towns"), "households")).isEqualTo(14);
  }

  @Test
  void what_it_costs_is_told_by_town_and_group() {
    JsonNode made = made(body("{\"dibao.standard.rural\":\"1100\"}", "[]"));
    JsonNode costs = made.get("costs");
    assertThat(sum(costs, "payBefore")).isEqualTo(made.get("trial").get("payBefore").asLong());
    assertThat(sum(costs, "payAfter")).isEqualTo(made.get("trial").get("payAfter").asLong());
    assertThat(costs)
        .anySatisfy(
            cost -> {
              assertThat(cost.get("code").asString()).isEqualTo("650107100");
              assertThat(cost.get("category").asString()).isEqualTo("dibao");
              assertThat(cost.get("householdsBefore").asInt()).isZero();
              assertThat(cost.get("householdsAfter").asInt()).isEqualTo(1);
              assertThat(cost.get("payAfter").asLong()).isEqualTo(135_00);
            });
  }

  private static long sum(JsonNode list, String field) {
    return IntStream.range(0, list.size()).mapToLong(i -> list.get(i).get(field).asLong()).sum();
  }

  @Test
  void a_lower_standard_shows_who_would_leave_and_who_is_close_to_a_line() {
    JsonNode made = made(body("{\"dibao.standard.rural\":\"690\"}", "[]"));
    Desk district = new Desk(port).as("district");
    assertThat(affected(district, made, "?kind=leaves").get(Hamlet.LIKELY)).isNull();
    JsonNode close = affected(district, made, "?kind=close").get(Hamlet.ELSEWHERE);
    assertThat(close.get("kind").asString()).as("1,000 against 1.5 x 690").isEqualTo("stays");
    assertThat(close.get("close").asBoolean()).isTrue();
    JsonNode lower = made(body("{\"dibao.standard.rural\":\"300\"}", "[]"));
    assertThat(affected(district, lower, "?kind=leaves").get(Hamlet.LIKELY).get("after").asString())
        .isNotIn("dibao", "dibaoMargin");
    assertThat(lower.get("trial").get("leaving").asInt()).isPositive();
  }

  @Test
  void a_condition_left_out_lets_in_whom_it_kept_out() {
    JsonNode made = made(body("{}", "[\"dibao.property\"]"));
    Map<Long, JsonNode> entering = affected(new Desk(port).as("district"), made, "?kind=enters");
    assertThat(entering.keySet()).contains(Hamlet.CAR);
  }

  @Test
  void a_trial_changes_no_screening_and_no_fact() {
    int runs = count("eligibility.screening_run");
    int facts = count("registry.fact");
    made(body("{\"dibao.standard.rural\":\"2000\"}", "[]"));
    assertThat(count("eligibility.screening_run")).isEqualTo(runs);
    assertThat(count("registry.fact")).isEqualTo(facts);
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void trials_are_listed_exported_and_deleted() {
    JsonNode made = made(body("{\"dibao.standard.rural\":\"1100\"}", "[]"));
    String one = PATH + "/" + made.get("trial").get("id").asLong();
    Desk district = new Desk(port).as("district");
    JsonNode newest = district.get(PATH).json().get(0);
    assertThat(newest.get("values").get("dibao.standard.rural").asString()).isEqualTo("1100");
    assertThat(newest.get("madeBy").asString()).isNotBlank();
    String csv = district.get(one + "/households.csv?kind=changes").text();
    assertThat(csv).contains("户编号").contains("最低生活保障边缘家庭,最低生活保障家庭,1000.00,0.00,135.00");
    assertThat(csv.lines()).hasSize(1 + affected(district, made, "?kind=changes").size());
    assertThat(district.delete(one).status()).isEqualTo(204);
    assertThat(district.get(one).status()).isEqualTo(404);
    assertThat(district.delete(one).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"  \",\"values\":{\"dibao.standard.rural\":\"900\"}}",
        "{\"name\":\"空\",\"values\":{},\"without\":[]}",
        "{\"name\":\"错\",\"values\":\"no\"}",
        "{\"name\":\"错\",\"values\":{\"dibao.nothing\":\"900\"}}",
        "{\"name\":\"错\",\"values\":{\"dibao.standard.rural\":\"多些\"}}",
        "{\"name\":\"错\",\"values\":{\"dibao.standard.rural\":\"-5\"}}",
        "{\"name\":\"错\",\"values\":{\"dibao.standard.rural\":\"\"}}",
        "{\"name\":\"错\",\"without\":[\"dibao.nothing\"]}",
      })
  void what_cannot_be_tried_is_told_in_words_and_keeps_nothing(String body) {
    int kept = count("eligibility.what_if");
    Desk.Answer answer = new Desk(port).as("district").post(PATH, JSON.readTree(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).endsWith("。").doesNotContain("Exception");
    assertThat(count("eligibility.what_if")).isEqualTo(kept);
  }

  @Test
  void rules_and_tables_are_asked_for_again_and_again_without_using_up_the_database() {
    JsonNode made = made(body("{\"dibao.standard.rural\":\"1100\"}", "[]"));
    String csv = PATH + "/" + made.get("trial").get("id").asLong() + "/households.csv";
    Desk district = new Desk(port).as("district");
    for (int i = 0; i < 15; i++) {
      assertThat(district.get("/api/v1/rules").status()).isEqualTo(200);
      assertThat(district.get(csv).status()).isEqualTo(200);
    }
  }

  @Test
  void a_leader_of_a_town_sees_what_a_trial_means_there_and_cannot_delete_it() {
    makeTownLeader();
    JsonNode made = made(body("{\"dibao.standard.rural\":\"1100\"}", "[]"));
    String one = PATH + "/" + made.get("trial").get("id").asLong();
    Desk there = new Desk(port).as("townleader");
    assertThat(affected(there, made, "").keySet()).containsExactly(Hamlet.ELSEWHERE);
    JsonNode seen = there.get(one).json();
    assertThat(sum(seen.get("flows"), "households")).isEqualTo(1);
    assertThat(sum(seen.get("towns"), "households")).isEqualTo(1);
    assertThat(sum(seen.get("costs"), "payAfter")).isEqualTo(135_00);
    assertThat(seen.get("trial").get("households").asInt()).isEqualTo(1);
    assertThat(seen.get("trial").get("payAfter").asLong()).isEqualTo(135_00);
    assertThat(there.delete(one).status()).isEqualTo(404);
    assertThat(new Desk(port).as("district").get(one).status()).isEqualTo(200);
  }

  @Test
  void village_and_township_do_not_try_policy_and_leaders_do() {
    for (String user : new String[] {"village", "township", "bureau", "system"}) {
      assertThat(new Desk(port).as(user).get(PATH).status()).as(user).isEqualTo(403);
    }
    assertThat(new Desk(port).as("leader").get(PATH).status()).isEqualTo(200);
  }

  private void makeTownLeader() {
    jdbc.sql(
            """
            with town as (
              insert into identity.unit (code, name, area_code, area_name)
              values ('town', '达坂城镇人民政府', '650107100', '达坂城镇')
            ), post as (
              insert into identity.position (code, unit, title, role, reach)
              values ('townleader', 'town', '镇长', 'leader', 'area')
            ), somebody as (
              insert into identity.account
                (username, display_name, password_hash, factor_required)
              select 'townleader', display_name, password_hash, false
              from identity.account where username = 'leader'
            )
            insert into identity.holding (position, account, valid_from)
            values ('townleader', 'townleader', '2020-01-01')
            """)
        .update();
  }
}

package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.JobLock;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Who sees what of a screening, and what a file of it looks like. */
@OnPostgres
class ScreeningPagesTests {

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void settle(@Autowired DataSource dataSource) {
    Hamlet.settle(dataSource);
  }

  @BeforeEach
  void screen() {
    assertThat(context.getBean(ScreenRegister.class).run(Hamlet.TODAY, null, (done, total) -> {}))
        .isNotNull();
  }

  private JsonNode get(String user, String path) {
    Desk.Answer answer = new Desk(port).as(user).get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private List<Long> visits(String user, String query) {
    JsonNode page = get(user, "/api/v1/screening/visits" + query);
    assertThat(page.get("items").size()).isEqualTo(page.get("total").asInt());
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(row -> row.get("household").asLong())
        .toList();
  }

  @Test
  void a_village_worker_sees_the_households_of_the_village_only() {
    assertThat(visits("district", "?group=unlistedLikely"))
        .containsExactly(Hamlet.LIKELY, Hamlet.ELSEWHERE);
    assertThat(visits("village", "?group=unlistedLikely")).containsExactly(Hamlet.LIKELY);
    assertThat(visits("village", "?village=650107100201")).isEmpty();
    assertThat(get("village", "/api/v1/screening/overview").get("households").asInt())
        .isEqualTo(13);
    assertThat(get("district", "/api/v1/screening/overview").get("households").asInt())
        .isEqualTo(14);
    String elsewhere = "/api/v1/households/" + Hamlet.ELSEWHERE + "/screening";
    assertThat(new Desk(port).as("village").get(elsewhere).status()).isEqualTo(404);
    assertThat(new Desk(port).as("district").get(elsewhere).status()).isEqualTo(200);
  }

  @Test
  void a_rule_counts_the_households_of_the_user_only() {
    String rule = "/api/v1/rules/dibao.income";
    assertThat(counted(get("district", rule)) - counted(get("village", rule)))
        .as("one household lives elsewhere")
        .isEqualTo(1);
  }

  @Test
  void conditions_of_members_categories_and_the_watch_are_counted_by_household() {
    JsonNode rules = get("district", "/api/v1/rules");
    int all = get("district", "/api/v1/screening/overview").get("households").asInt();
    Map<String, JsonNode> byId = new HashMap<>();
    rules.forEach(rule -> byId.put(rule.get("id").asString(), rule.get("households")));
    int dibao = byId.get("dibao").get("met").asInt();
    assertThat(dibao).isPositive();
    assertThat(byId.get("dibao").get("met").asInt() + byId.get("dibao").get("notMet").asInt())
        .isLessThanOrEqualTo(all);
    assertThat(byId.get("tekun.labour").get("met").asInt()).isPositive();
    assertThat(byId.get("watch").get("met").asInt())
        .isEqualTo(
            byId.get("watch.unstable").get("met").asInt()
                + byId.get("watch.marginal").get("met").asInt()
                + byId.get("watch.suddenKind").get("met").asInt());
    assertThat(byId.get("income.perCapitaMonthly").isNull()).isTrue();
  }

  @Test
  void a_category_names_the_cases_that_test_it_and_every_value_that_it_rests_on() {
    JsonNode dibao = get("district", "/api/v1/rules/dibao");
    assertThat(dibao.get("cases").toString()).contains("W01 ");
    assertThat(dibao.get("parameters").toString())
        .contains("dibao.standard.rural", "property.homes", "income.businessLossOffsets")
        .doesNotContain("rigid.ratio");
    assertThat(get("district", "/api/v1/rules/watch").get("cases").toString()).contains("W73 ");
  }

  @Test
  void each_reason_is_said_in_uyghur_too() {
    JsonNode screening = get("district", "/api/v1/households/" + Hamlet.LIKELY + "/screening");
    for (JsonNode condition : screening.get("conditions")) {
      assertThat(condition.get("titleUyghur").asString()).matches(".*\\p{IsArabic}.*");
      assertThat(condition.get("textUyghur").asString()).doesNotMatch(".*\\p{IsHan}.*");
    }
    assertThat(screening.get("conditions").get(0).get("textUyghur").asString()).contains("500");
  }

  private static int counted(JsonNode rule) {
    JsonNode households = rule.get("rule").get("households");
    return households.get("met").asInt()
        + households.get("notMet").asInt()
        + households.get("unknown").asInt();
  }

  @Test
  void visits_come_by_worth_with_the_reason_and_what_to_ask() {
    JsonNode items = get("district", "/api/v1/screening/visits").get("items");
    int before = 100;
    for (JsonNode item : items) {
      assertThat(item.get("worth").asInt()).isBetween(20, before);
      assertThat(item.get("reason").asString()).endsWith("。");
      before = item.get("worth").asInt();
    }
    assertThat(items.get(0).get("household").asLong()).isEqualTo(Hamlet.DESERTED);
    JsonNode car =
        get("district", "/api/v1/screening/visits?group=listedContradicted").get("items");
    assertThat(car.toString()).contains("张20名下有小型汽车", "名下车辆、房产或经营主体的实际情况");
  }

  @Test
  void the_overview_counts_each_group_by_town_and_by_village() {
    JsonNode all = get("district", "/api/v1/screening/overview");
    assertThat(all.get("groups").get("listedContradicted").asInt()).isEqualTo(5);
    assertThat(all.get("groups").get("unlistedLikely").asInt()).isEqualTo(2);
    assertThat(all.get("areas").size()).isEqualTo(2);
    JsonNode town = get("district", "/api/v1/screening/overview?area=650107200");
    assertThat(town.get("areas").get(0).get("name").asString()).isEqualTo("苇子村");
    assertThat(town.get("households").asInt()).isEqualTo(13);
  }

  @Test
  void a_household_is_explained_by_the_conditions_of_the_law_as_an_indication() {
    JsonNode found = get("village", "/api/v1/households/" + Hamlet.LIKELY + "/screening");
    assertThat(found.get("indication").asBoolean()).isTrue();
    assertThat(found.get("outdated").asBoolean()).isFalse();
    assertThat(found.get("categories").get("dibao").asString()).isEqualTo("met");
    assertThat(found.get("conditions").toString()).contains("民发〔2021〕57号", "dibao.income");
    assertThat(found.get("missing").toString()).contains("存款");
  }

  @Test
  void what_was_recorded_after_the_screening_is_told_as_outdated() {
    String path = "/api/v1/households/" + Hamlet.UNCLEAR + "/screening";
    assertThat(get("district", path).get("outdated").asBoolean()).isFalse();
    Hamlet.say(dataSource, Hamlet.UNCLEAR, "wage.base", 3_000_00L);
    JsonNode after = get("district", path);
    assertThat(after.get("outdated").asBoolean()).isTrue();
    assertThat(after.get("reason").asString()).contains("请重新运行初筛");
    assertThat(after.get("conditions").toString()).isNotEqualTo("[]");
    screen();
    assertThat(get("district", path).get("outdated").asBoolean()).isFalse();
    jdbc.sql("delete from registry.fact where person = 60 and kind = 'wage.base'").update();
    assertThat(get("district", path).get("outdated").asBoolean()).isTrue();
  }

  @Test
  void a_file_of_the_screening_has_the_columns_and_codes_of_its_description() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    context.getBean(WriteScreening.class).write("", reason -> reason, file);
    List<String> lines = file.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "\uFEFFhousehold,members,suggestedCategory,watchKind,group,certainty,missing,reason");
    assertThat(lines).hasSize(15);
    assertThat(lines)
        .contains(
            "H0001,10;11,dibao,,listedAgrees,likely,,在低保名册，没有数据与之相反。",
            "H0002,20,none,,listedContradicted,likely,property,在低保名册，但张20名下有小型汽车，请核实。",
            "H0011,110;111,otherDifficulty,marginal,listedAgrees,unclear,,在防止返贫监测名册，没有数据与之相反。");
    Desk.Answer answer = new Desk(port).as("district").get("/api/v1/screening.csv");
    assertThat(answer.text()).isEqualTo(file.toString(StandardCharsets.UTF_8));
    assertThat(new Desk(port).as("village").get("/api/v1/screening.csv").status()).isEqualTo(403);
  }

  @Test
  void a_screening_beside_another_is_refused_and_shown_as_running() {
    ScreenRegister.Begun other = context.getBean(ScreenRegister.class).begin(Hamlet.TODAY, null);
    assertThat(other).isNotNull();
    try (JobLock.Held lock = other.lock()) {
      ScreeningRuns.show(lock, other.id(), 7);
      JsonNode progress = get("district", "/api/v1/screening/progress");
      assertThat(progress.get("running").asBoolean()).isTrue();
      assertThat(progress.get("done").asInt()).isEqualTo(7);
      Desk.Answer refused = new Desk(port).as("district").post("/api/v1/screening", "");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().get("type").asString()).isEqualTo("/problems/screening-running");
    }
    assertThat(get("district", "/api/v1/screening/progress").get("running").asBoolean()).isFalse();
  }

  @Test
  void only_who_may_starts_a_screening() {
    assertThat(new Desk(port).as("village").post("/api/v1/screening", "").status()).isEqualTo(403);
    assertThat(new Desk(port).as("bureau").get("/api/v1/screening/visits").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"group=x", "town=%25", "village=abc", "offset=-1", "limit=x"})
  void a_parameter_nobody_understands_is_a_problem(String query) {
    Desk.Answer answer = new Desk(port).as("district").get("/api/v1/screening/visits?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/invalid-request");
  }
}

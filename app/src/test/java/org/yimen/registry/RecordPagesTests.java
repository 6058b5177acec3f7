package org.yimen.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

@OnPostgres
class RecordPagesTests {

  @LocalServerPort int port;
  @Autowired TestClock clock;

  @BeforeAll
  static void moveIn(@Autowired DataSource dataSource) {
    Neighbours.moveIn(dataSource);
    String rows =
        """
        insert into exchange.delivery (id, file_name, sha256, stored_as, bureau, state, received_at)
        values (1, '01_公安.csv', '1', '1', '公安', 'done', now()),
          (2, '06_残联.csv', '2', '2', '残联', 'done', now());
        insert into exchange.source_row (id, delivery, sheet, row, outcome, link, person, link_reason)
        values (1, 1, '', 2, 'taken', 'new', 11, null), (10, 1, '', 9, 'taken', 'link', 11, null),
          (13, 2, '名册', 4, 'taken', 'link', 11, '证件号码相同'),
          (900, 2, '名册', 5, 'taken', 'link', 11, null)
        """;
    JdbcClient.create(dataSource).sql(rows).update();
  }

  @BeforeEach
  void setClock() {
    clock.set(Neighbours.TODAY);
  }

  @AfterEach
  void releaseClock() {
    clock.release();
  }

  @Test
  void a_household_shows_its_members_head_first_and_who_left() {
    JsonNode household = get("district", "/api/v1/households/1");
    assertThat(household.get("village").asString()).isEqualTo("苇子村");
    assertThat(texts(household.get("members"), "name"))
        .containsExactly("买买提江·卡德尔", "阿依古丽·买买提", "艾力·买买提江");
    JsonNode head = household.get("members").get(0);
    assertThat(head.get("relationName").asString()).isEqualTo("户主");
    assertThat(head.get("age").asInt()).isEqualTo(53);
    assertThat(head.get("to").isNull()).isTrue();
    assertThat(household.get("members").get(2).get("to").asString()).isEqualTo("2025-07-01");
  }

  @Test
  void facts_are_sentences_with_their_source() {
    JsonNode facts = get("district", "/api/v1/households/1").get("facts");
    assertThat(texts(facts, "text")).contains("视力残疾二级", "享受低保，每月 650 元，自 2023-05-01 起");
    JsonNode disability = find(facts, "kind", "disability");
    assertThat(disability.get("subject").asString()).isEqualTo("买买提江·卡德尔");
    assertThat(disability.get("source").get("bureau").asString()).isEqualTo("残联");
    assertThat(disability.get("source").get("row").asInt()).isEqualTo(4);
    assertThat(find(facts, "kind", "list.dibao").get("subject").asString()).isEqualTo("全户");
  }

  @Test
  void what_happened_to_somebody_after_moving_is_not_told_where_they_lived() {
    assertThat(texts(get("district", "/api/v1/households/1").get("facts"), "kind"))
        .doesNotContain("visit");
    assertThat(texts(get("district", "/api/v1/households/3").get("facts"), "kind"))
        .contains("visit");
  }

  @Test
  void a_person_shows_every_spelling_with_who_wrote_it() {
    JsonNode names = get("district", "/api/v1/persons/11").get("names");
    assertThat(texts(names, "name")).containsExactly("买买提江·卡德尔", "麦麦提江·喀迪尔");
    assertThat(names.get(0).get("sources").toString()).isEqualTo("[\"公安\"]");
    assertThat(names.get(1).get("sources").toString()).isEqualTo("[\"残联\"]");
  }

  @Test
  void a_person_shows_households_records_and_ethnic_group() {
    JsonNode son = get("district", "/api/v1/persons/13");
    assertThat(texts(son.get("households"), "number")).containsExactly("H0003", "H0001");
    assertThat(son.get("households").get(0).get("relationName").asString()).isEqualTo("未填");
    assertThat(son.get("ethnicGroup").asString()).isEqualTo("维吾尔族");
    JsonNode records = get("district", "/api/v1/persons/11").get("records");
    assertThat(records).hasSize(4);
    assertThat(records.get(2).get("linkReason").asString()).isEqualTo("证件号码相同");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/households/1", "/api/v1/persons/11"})
  void numbers_of_citizens_are_masked(String path) {
    String text = new Desk(port).as("district").get(path).text();
    assertThat(text).contains("650199********0018").doesNotContain("1973021900");
  }

  @Test
  void another_area_answers_like_nothing_there() {
    var foreign = new Desk(port).as("village").get("/api/v1/households/3");
    var absent = new Desk(port).as("village").get("/api/v1/households/999999");
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text().replace("/3\"", "/999999\"").replaceAll("requestId.*", ""))
        .isEqualTo(absent.text().replaceAll("requestId.*", ""));
    assertThat(status("village", "/api/v1/households/5")).isEqualTo(404);
    assertThat(status("village", "/api/v1/persons/31")).isEqualTo(404);
    assertThat(status("village", "/api/v1/persons/999999")).isEqualTo(404);
    assertThat(status("village", "/api/v1/persons/11")).isEqualTo(200);
  }

  @Test
  void who_moved_to_another_village_belongs_to_that_one() {
    assertThat(status("village", "/api/v1/persons/13")).isEqualTo(404);
    assertThat(status("township", "/api/v1/persons/13")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/households/x", "/api/v1/persons/99999999999999999999"})
  void an_id_that_is_none_is_a_problem(String path) {
    var answer = new Desk(port).as("district").get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void areas_are_those_in_scope_and_above() {
    assertThat(texts(get("village", "/api/v1/areas"), "code"))
        .containsExactly("650107", "650107200", "650107200200");
    assertThat(texts(get("district", "/api/v1/areas"), "name")).contains("达坂村", "达坂城区");
  }

  private int status(String user, String path) {
    return new Desk(port).as(user).get(path).status();
  }

  private JsonNode get(String user, String path) {
    var answer = new Desk(port).as(user).get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode find(JsonNode items, String field, String value) {
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> item.get(field).asString().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get(field).asString())
        .toList();
  }
}

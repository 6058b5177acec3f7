package org.yimen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.registry.Neighbours;

@OnPostgres
class RegisterListTests {

  @LocalServerPort int port;

  @BeforeAll
  static void moveIn(@Autowired DataSource dataSource) {
    Neighbours.moveIn(dataSource);
  }

  @Test
  void a_row_joins_the_household_with_its_lists_and_its_indication() {
    var row = list("district", "").get("items").get(0);
    assertThat(row.get("number").asString()).isEqualTo("H0001");
    assertThat(row.get("head").asString()).isEqualTo("买买提江·卡德尔");
    assertThat(row.get("town").asString()).isEqualTo("东沟乡");
    assertThat(row.get("village").asString()).isEqualTo("苇子村");
    assertThat(row.get("size").asInt()).isEqualTo(2);
    assertThat(row.get("lists").toString()).isEqualTo("[\"dibao\"]");
    assertThat(row.get("group").asString()).isEqualTo("listedAgrees");
    assertThat(row.get("reason").asString()).isEqualTo("在册，数据相符");
  }

  @Test
  void a_household_nobody_screened_is_listed_without_an_indication() {
    var row = list("district", "q=H0003").get("items").get(0);
    assertThat(row.get("group").isNull()).isTrue();
    assertThat(row.get("suggestedCategory").isNull()).isTrue();
  }

  @Test
  void each_filter_narrows_and_filters_work_together() {
    assertThat(numbers("district", ""))
        .containsExactly("H0001", "H0002", "H0003", "X0004", "X0005");
    assertThat(numbers("district", "town=650107200")).containsExactly("H0001", "H0002", "H0003");
    assertThat(numbers("district", "village=" + Neighbours.OTHER_VILLAGE)).containsExactly("H0003");
    assertThat(numbers("district", "list=dibao")).containsExactly("H0001");
    assertThat(numbers("district", "list=tekun")).containsExactly("H0002");
    assertThat(numbers("district", "group=listedContradicted")).containsExactly("H0002");
    assertThat(numbers("district", "suggested=dibao")).containsExactly("H0001", "X0004");
    assertThat(numbers("district", "watch=marginal")).containsExactly("H0002");
    assertThat(numbers("district", "suggested=dibao&town=650107100")).containsExactly("X0004");
    assertThat(numbers("district", "suggested=dibao&list=tekun")).isEmpty();
  }

  @Test
  void a_list_that_ended_no_longer_counts() {
    assertThat(numbers("district", "list=watch")).isEmpty();
  }

  @Test
  void households_are_sorted_as_asked() {
    assertThat(numbers("district", "sort=worth"))
        .containsExactly("H0002", "X0004", "H0001", "H0003", "X0005");
    assertThat(numbers("district", "sort=size"))
        .containsExactly("X0004", "H0001", "H0003", "H0002", "X0005");
    assertThat(numbers("district", "sort=area"))
        .containsExactly("X0005", "X0004", "H0001", "H0002", "H0003");
  }

  @Test
  void a_part_of_the_list_is_answered_with_the_total_of_all() {
    var page = list("district", "offset=3&limit=1");
    assertThat(page.get("total").asInt()).isEqualTo(5);
    assertThat(page.get("items")).hasSize(1);
    assertThat(page.get("items").get(0).get("number").asString()).isEqualTo("X0004");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "买买提江·卡德尔",
        "麦麦提江·喀迪尔",
        "买买提江•卡德尔",
        "买买提江 卡德尔",
        "买买提江卡德尔",
        "麦买提江·卡迪尔",
        "麦麦",
        "卡德尔",
        "阿依古丽",
        "0018",
        "650199197302190018",
        "H0001",
        "h0001",
        "苇子村8号"
      })
  void a_household_is_found_by(String typed) {
    var answer = new Desk(port).as("district").search("/api/v1/households", typed);
    assertThat(answer.json().get("total").asInt()).isEqualTo(1);
    assertThat(answer.json().get("items").get(0).get("number").asString()).isEqualTo("H0001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=650199197302190018",
        "q=65019919730219001x",
        "q=%36%35%30%31%39%39197302190018",
        "town=650107200&q=13999000000",
        "text=6217000000000000000",
        "anything=650199197302190018"
      })
  void an_address_with_a_number_of_somebody_is_refused_and_says_where_it_goes(String query) {
    var answer = new Desk(port).as("district").get("/api/v1/households?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").asString()).contains("网址", "Yimen-Search");
    assertThat(answer.text()).doesNotContain("19730219", "13999", "6217");
  }

  @Test
  void words_may_stand_in_the_address_and_what_was_typed_goes_before_them() {
    assertThat(numbers("district", "q=" + encoded("卡德尔"))).containsExactly("H0001");
    var typed = new Desk(port).as("district").search("/api/v1/households?q=H0002", "H0001");
    assertThat(typed.json().get("items").get(0).get("number").asString()).isEqualTo("H0001");
  }

  @Test
  void somebody_who_moved_is_found_where_they_live_and_where_they_lived() {
    assertThat(numbers("district", "q=" + encoded("艾力"))).containsExactly("H0001", "H0003");
  }

  @Test
  void a_citizen_number_that_ends_with_x_is_found_by_a_small_x() {
    assertThat(numbers("district", "q=006x")).containsExactly("X0004");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_____", "'", "\\", "没有这个人", "9999", "(", ":a", "?"})
  void what_nobody_is_called_finds_nothing_and_does_no_harm(String typed) {
    var answer = new Desk(port).as("district").get("/api/v1/households?q=" + encoded(typed));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("total").asInt()).isZero();
  }

  @Test
  void everybody_sees_their_own_area_only_in_rows_totals_and_search() {
    assertThat(numbers("village", "")).containsExactly("H0001", "H0002");
    assertThat(list("village", "").get("total").asInt()).isEqualTo(2);
    assertThat(numbers("township", "")).containsExactly("H0001", "H0002", "H0003");
    assertThat(numbers("village", "q=" + encoded("张伟"))).isEmpty();
    assertThat(numbers("village", "q=" + encoded("艾力"))).containsExactly("H0001");
    assertThat(numbers("village", "town=650107100")).isEmpty();
    assertThat(numbers("village", "group=unlistedLikely")).isEmpty();
    assertThat(numbers("village", "sort=worth")).containsExactly("H0002", "H0001");
  }

  @Test
  void no_number_of_a_citizen_is_in_the_list() {
    assertThat(new Desk(port).as("district").get("/api/v1/households").text())
        .doesNotContainPattern("\\d{17}[\\dX]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list=all",
        "group=x",
        "suggested=rich",
        "watch=1",
        "town=abc",
        "village=%25",
        "sort=name",
        "offset=-1",
        "offset=x",
        "limit=9999999999",
        "q=012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
      })
  void a_parameter_nobody_understands_is_a_problem(String query) {
    var answer = new Desk(port).as("district").get("/api/v1/households?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bureau", "system", "security", "audit"})
  void who_has_no_business_with_the_register_does_not_see_it(String user) {
    assertThat(new Desk(port).as(user).get("/api/v1/households").status()).isEqualTo(403);
  }

  @Test
  void nobody_sees_it_without_signing_in() {
    assertThat(new Desk(port).get("/api/v1/households").status()).isEqualTo(401);
  }

  private List<String> numbers(String user, String query) {
    return StreamSupport.stream(list(user, query).get("items").spliterator(), false)
        .map(row -> row.get("number").asString())
        .toList();
  }

  private tools.jackson.databind.JsonNode list(String user, String query) {
    var answer = new Desk(port).as(user).get("/api/v1/households?" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

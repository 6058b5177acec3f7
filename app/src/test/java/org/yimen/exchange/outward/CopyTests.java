package org.yimen.exchange.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Screens that take no file are filled field by field; the checks are run over everybody. */
@OnPostgres
class CopyTests {

  private static final String MOTHER = Upstream.number("1988-05-01", 2);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices closeNotices;
  private Upstream upstream;
  private Desk desk;

  @BeforeEach
  void one() {
    clock.set(LocalDate.of(2025, 10, 13));
    upstream = new Upstream(port, clock, closeNotices);
    upstream.empty(jdbc);
    upstream.confirmed(Upstream.family(600, 1));
    desk = upstream.district();
  }

  @AfterEach
  void now() {
    clock.release();
  }

  @Test
  void a_family_is_shown_field_by_field_with_numbers_masked_until_they_are_asked_for() {
    String path = Upstream.PATH + "/packs/" + upstream.packed(Upstream.CIVIL);
    JsonNode family = desk.get(path + "/families").json().get("items").get(0);
    assertThat(family.get("rows").asInt()).isEqualTo(3);
    Desk.Answer rows = desk.get(path + "/families/" + family.get("family").asString());
    assertThat(rows.text()).doesNotContain(MOTHER).contains("户主姓名", "阿依古丽·买买提", "新增");
    JsonNode row = rows.json().get(0);
    JsonNode number =
        row.get("fields")
            .valueStream()
            .filter(one -> one.get("head").asString().equals("户主身份证号"))
            .findFirst()
            .orElseThrow();
    assertThat(number.get("masked").asBoolean()).isTrue();
    String field = path + "/rows/" + row.get("id").asLong() + "/fields/";
    assertThat(desk.get(field + number.get("place").asInt()).json().get("value").asString())
        .isEqualTo(MOTHER);
    assertThat(desk.get(field + 999).status()).isEqualTo(404);
    assertThat(
            jdbc.sql(
                    "select count(*) from audit.entry where deed = 'outward.read' and why like '%项'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void who_copied_a_row_is_kept_and_a_second_one_is_told() {
    String path = Upstream.PATH + "/packs/" + upstream.packed(Upstream.CIVIL);
    String family =
        desk.get(path + "/families").json().get("items").get(0).get("family").asString();
    long row = desk.get(path + "/families/" + family).json().get(0).get("id").asLong();
    assertThat(desk.post(path + "/rows/" + row + "/copied", Map.of()).status()).isEqualTo(200);
    assertThat(desk.post(path + "/rows/" + row + "/copied", Map.of()).status()).isEqualTo(409);
    JsonNode copied = desk.get(path + "/families/" + family).json().get(0);
    assertThat(copied.get("copiedBy").asString()).isEqualTo("示范·区县经办人");
  }

  @Test
  void the_checks_count_by_village_and_name_the_case_where_it_is_put_right() {
    Map<String, Object> doubled = Upstream.family(500, 1);
    Upstream.members(doubled).get(1).put("citizenNumber", Upstream.number("2015-09-01", 5));
    upstream.confirmed(doubled);
    JsonNode overview = desk.post(Upstream.PATH + "/checks", Map.of()).json();
    assertThat(overview.get("run").get("families").asInt()).isEqualTo(2);
    assertThat(overview.get("areas").get(0).get("village").asString()).isEqualTo("苇子村");
    assertThat(overview.get("areas").get(0).get("blocked").asInt()).isEqualTo(2);
    JsonNode found = desk.get(Upstream.PATH + "/checks/findings?code=A01").json();
    assertThat(found.get("total").asInt()).isEqualTo(2);
    assertThat(found.get("items").get(0).get("application").asLong()).isPositive();
    desk.post("/api/v1/session/confirmation", Map.of("secret", Desk.PASSWORD));
    assertThat(desk.get(Upstream.PATH + "/checks/findings.csv").text())
        .contains("证件号码重复", "不能上报")
        .doesNotContain(MOTHER);
    assertThat(desk.get(Upstream.PATH + "/checks").json().get("checks").size())
        .isGreaterThanOrEqualTo(30);
  }
}

package org.yimen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.exchange.reading.Formats;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** A bureau's liaison, here of the disabled persons' federation, loads what that bureau sends. */
@OnPostgres
class LiaisonTests {

  private static final String DELIVERIES = "/api/v1/deliveries";

  @LocalServerPort int port;
  @TempDir Path folder;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @Autowired Formats formats;
  private Desk liaison;
  private Desk district;

  @BeforeEach
  void signIn() {
    new Lorry(context).unload();
    liaison = new Desk(port).as("bureau");
    district = new Desk(port).as("district");
  }

  private Path residence(String name) throws IOException {
    return Lorry.csv(
        folder.resolve(name),
        "户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期",
        "H1,马建国,65019919610504003X,男,回族,1961-05-04,户主,新疆乌鲁木齐市达坂城区东沟乡苇子村2号,农业,,");
  }

  private Path roll(String name) throws IOException {
    return Lorry.csv(
        folder.resolve(name),
        "姓名,性别,民族,残疾人证号,残疾类别,残疾等级,户口地址,发证日期,是否享受两项补贴",
        "马建国,男,回族,65019919610504003X43,肢体残疾,三级,,2021-06-18,否");
  }

  /** Sends a file, waits until it is loaded or refused, and returns how it stands. */
  private JsonNode sent(Desk by, Path file) {
    Desk.Answer answer = by.upload(DELIVERIES, file);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    new Lorry(context).finish();
    return by.get(DELIVERIES + "/" + answer.json().get("items").get(0).get("id").asLong()).json();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  @Test
  void a_liaison_loads_files_of_the_own_bureau() throws IOException {
    assertThat(sent(liaison, roll("06.csv")).get("state").asString()).isEqualTo("done");
  }

  @Test
  void a_file_of_another_bureau_is_refused_with_whose_it_is() throws IOException {
    JsonNode refused = sent(liaison, residence("06.csv"));
    assertThat(refused.get("state").asString()).isEqualTo("failed");
    assertThat(refused.get("problem").get("type").asString()).isEqualTo("/problems/other-bureau");
    assertThat(refused.get("problem").get("detail").asString())
        .contains("公安的“常住户口”")
        .contains("请交由公安的联络员或区县经办人");
    assertThat(count("exchange.source_row")).isZero();
    assertThat(count("registry.person")).isZero();
  }

  @Test
  void the_bytes_that_another_bureau_sent_tell_nothing_of_its_delivery() throws IOException {
    JsonNode theirs = sent(district, residence("公安内部名称.csv"));
    Desk.Answer answer = liaison.upload(DELIVERIES, residence("mine.csv"));
    assertThat(answer.text()).doesNotContain("公安内部名称");
    JsonNode mine = answer.json().get("items").get(0);
    assertThat(mine.get("id").asLong()).isNotEqualTo(theirs.get("id").asLong());
    assertThat(mine.get("state").asString()).isEqualTo("received");
    new Lorry(context).finish();
    assertThat(liaison.get(DELIVERIES).text()).contains("mine.csv").doesNotContain("公安内部名称");
    assertThat(count("exchange.source_row")).isEqualTo(2);
  }

  @Test
  void what_was_refused_from_a_liaison_is_loaded_from_the_district() throws IOException {
    sent(liaison, residence("a.csv"));
    assertThat(sent(district, residence("b.csv")).get("state").asString()).isEqualTo("done");
  }

  @Test
  void the_same_file_from_the_district_and_from_its_bureau_is_loaded_once() throws IOException {
    Desk.Answer first = district.upload(DELIVERIES, roll("a.csv"));
    JsonNode second = sent(liaison, roll("b.csv"));
    assertThat(count("exchange.source_row")).isEqualTo(2);
    long theirs = first.json().get("items").get(0).get("id").asLong();
    assertThat(district.get(DELIVERIES + "/" + theirs).json().get("state").asString())
        .isEqualTo("done");
    if (second.get("id").asLong() != theirs) { // the first was not yet known to be the bureau's
      assertThat(second.get("problem").get("type").asString())
          .isEqualTo("/problems/already-loaded");
    }
    assertThat(sent(liaison, roll("c.csv")).get("id").asLong())
        .isIn(theirs, second.get("id").asLong());
  }

  @Test
  void a_unit_is_known_by_short_and_full_names_and_a_government_is_not_civil_affairs() {
    assertThat(formats.bureausOf("达坂城区人力资源和社会保障局")).containsExactly("人社");
    assertThat(formats.bureausOf("区公安分局")).containsExactly("公安");
    assertThat(formats.bureausOf("区残疾人联合会")).containsExactly("残联");
    assertThat(formats.bureausOf("东沟乡人民政府")).containsExactly("乡镇");
    assertThat(formats.bureausOf("区人民政府")).isEqualTo(List.of());
    assertThat(formats.bureausOf("区民政局")).containsExactly("民政");
    assertThat(formats.bureausOf("区信访局")).containsExactly("应急、信访、工会、红十字");
  }
}

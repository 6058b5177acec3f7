package org.yimen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** A wrong file is taken back: the register stands as without it. */
@OnPostgres
class WithdrawalTests {

  private static final String DELIVERIES = "/api/v1/deliveries";
  private static final String PLACE = "新疆乌鲁木齐市达坂城区东沟乡苇子村";
  private static final Map<String, String> WRONG = Map.of("because", "发错了月份");

  @LocalServerPort int port;
  @TempDir Path folder;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private Lorry lorry;
  private Desk district;

  @BeforeEach
  void empty() {
    lorry = new Lorry(context);
    lorry.unload();
    district = new Desk(port).as("district");
  }

  private Map<String, String> register() {
    Map<String, String> digests = new TreeMap<>(lorry.digests());
    digests.keySet().removeIf(table -> !table.startsWith("registry."));
    return digests;
  }

  private Desk.Answer withdraw(long id) {
    return district.post(DELIVERIES + "/" + id + "/withdrawal", WRONG);
  }

  private Path residence() throws IOException {
    return Lorry.csv(
        folder.resolve("01.csv"),
        "户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期",
        "H1,阿依古丽·买买提,650199196302030041,女,维吾尔族,1963-02-03,户主," + PLACE + "2号,农业,,",
        "H2,阿依古丽·买买提,650199198107150023,女,维吾尔族,1981-07-15,户主," + PLACE + "9号,农业,,");
  }

  private Path roll(String file, String... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("姓名,性别,民族,残疾人证号,残疾类别,残疾等级,户口地址,发证日期,是否享受两项补贴"));
    lines.addAll(List.of(rows));
    return Lorry.csv(folder.resolve(file), lines.toArray(String[]::new));
  }

  @Test
  void whatever_file_came_last_leaves_no_trace_in_the_register_and_can_be_loaded_again()
      throws IOException {
    List<Path> all = Lorry.district(folder, 6, 120);
    int changing = 0;
    for (Path last : all) {
      Map<String, String> before = register();
      long id = lorry.load(last).get(0);
      long rows = count("select count(*) from exchange.source_row");
      changing += register().equals(before) ? 0 : 1;
      Desk.Answer answer = withdraw(id);
      assertThat(answer.status()).as(last + answer.text()).isEqualTo(200);
      assertThat(register()).as(last.toString()).isEqualTo(before);
      assertThat(
              count(
                  "select count(*) from registry.change c where cause > (select max(id) from"
                      + " exchange.source_row where delivery < "
                      + id
                      + ")"))
          .isZero();
      assertThat(count("select count(*) from exchange.source_row")).isEqualTo(rows);
      long again = lorry.load(last).get(0);
      assertThat(again).isNotEqualTo(id);
      assertThat(district.get(DELIVERIES + "/" + again).json().get("state").asString())
          .isEqualTo("done");
    }
    assertThat(changing).isGreaterThan(10);
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Test
  void a_delivery_of_which_nothing_tells_what_it_changed_is_kept() throws IOException {
    long id = lorry.load(residence()).get(0);
    jdbc.sql("update exchange.delivery set changes_noted = false where id = :id")
        .param("id", id)
        .update();
    Map<String, String> before = register();
    Desk.Answer kept = withdraw(id);
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.text()).contains("较早的版本");
    assertThat(register()).isEqualTo(before);
  }

  @Test
  void a_delivery_that_later_ones_rest_on_is_kept_and_they_are_named() throws IOException {
    long first = lorry.load(residence()).get(0);
    long second =
        lorry
            .load(roll("06.csv", "阿依古丽·买买提,女,维吾尔族,65019919630203004143,肢体残疾,三级,,2021-06-18,否"))
            .get(0);
    Map<String, String> before = register();
    Desk.Answer kept = withdraw(first);
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.json().get("type").asString()).isEqualTo("/problems/delivery-in-use");
    assertThat(kept.json().get("detail").asString()).contains("“06.csv”").contains("请先撤回");
    assertThat(register()).isEqualTo(before);
    assertThat(withdraw(second).status()).isEqualTo(200);
    assertThat(withdraw(first).status()).isEqualTo(200);
    assertThat(count("select count(*) from registry.person")).isZero();
    assertThat(count("select count(*) from registry.household")).isZero();
    Desk.Answer twice = withdraw(first);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.json().get("type").asString()).isEqualTo("/problems/delivery-not-loaded");
  }

  @Test
  void what_people_decided_on_its_rows_goes_with_it() throws IOException {
    lorry.load(residence());
    Map<String, String> before = register();
    String someone = "阿依古丽·买买提,女,维吾尔族,,肢体残疾,三级," + PLACE + ",2021-06-18,否";
    long id = lorry.load(roll("06.csv", someone, someone.replace("三级", "二级"))).get(0);
    List<Long> pairs =
        jdbc.sql("select source_row from exchange.doubtful_pair order by 1")
            .query(Long.class)
            .list();
    assertThat(pairs).hasSize(2);
    decide(pairs.get(0), Map.of("decision", "accept", "person", 2));
    decide(pairs.get(1), Map.of("decision", "refuse"));
    assertThat(count("select count(*) from registry.person")).isEqualTo(3);
    assertThat(withdraw(id).status()).isEqualTo(200);
    assertThat(register()).isEqualTo(before);
    assertThat(count("select count(*) from exchange.doubtful_pair")).isZero();
  }

  private void decide(long pair, Map<String, ?> decision) {
    Desk.Answer answer =
        district.post("/api/v1/doubtful-pairs/%d/decision".formatted(pair), decision);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void it_stays_listed_with_who_when_and_why_and_its_rows_belong_to_nobody() throws IOException {
    long id = lorry.load(residence()).get(0);
    assertThat(
            district.post(DELIVERIES + "/" + id + "/withdrawal", Map.of("because", " ")).status())
        .isEqualTo(400);
    withdraw(id);
    JsonNode listed = district.get(DELIVERIES).json().get("items").get(0);
    assertThat(listed.get("state").asString()).isEqualTo("withdrawn");
    assertThat(listed.get("withdrawn").get("by").asString()).isEqualTo("district");
    assertThat(listed.get("withdrawn").get("because").asString()).isEqualTo("发错了月份");
    assertThat(listed.get("withdrawn").get("at").asString()).isNotBlank();
    JsonNode row = district.get(DELIVERIES + "/" + id + "/rows").json().get("items").get(1);
    assertThat(row.get("link").asString()).isEqualTo("withdrawn");
    assertThat(row.get("person").isNull()).isTrue();
  }

  @Test
  void a_liaison_takes_back_only_what_he_sent() throws IOException {
    Desk bureau = new Desk(port).as("bureau");
    Path roll = roll("06.csv", "马建国,男,回族,65019919610504003X43,肢体残疾,三级,,2021-06-18,否");
    long id = lorry.load(roll).get(0);
    assertThat(bureau.post(DELIVERIES + "/" + id + "/withdrawal", WRONG).status()).isEqualTo(403);
    long hidden = lorry.load(residence()).get(0);
    assertThat(bureau.post(DELIVERIES + "/" + hidden + "/withdrawal", WRONG).status())
        .isEqualTo(404);
    withdraw(id);
    long own = bureau.upload(DELIVERIES, roll).json().get("items").get(0).get("id").asLong();
    lorry.finish();
    assertThat(bureau.post(DELIVERIES + "/" + own + "/withdrawal", WRONG).status()).isEqualTo(200);
  }

  @Test
  void screening_says_that_it_is_older_than_the_register() throws Exception {
    lorry.load(residence());
    long id =
        lorry
            .load(roll("06.csv", "阿依古丽·买买提,女,维吾尔族,65019919630203004143,肢体残疾,三级,,2021-06-18,否"))
            .get(0);
    assertThat(district.post("/api/v1/screening", Map.of()).status()).isEqualTo(202);
    while (district.get("/api/v1/screening/progress").json().get("running").asBoolean()) {
      Thread.sleep(50);
    }
    assertThat(overview().get("runId").asLong()).isPositive();
    assertThat(overview().get("outdated").asBoolean()).isFalse();
    withdraw(id);
    assertThat(overview().get("outdated").asBoolean()).isTrue();
  }

  private JsonNode overview() {
    return district.get("/api/v1/screening/overview").json();
  }
}

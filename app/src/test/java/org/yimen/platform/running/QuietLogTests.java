package org.yimen.platform.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever fails with somebody's number or name in its hands, no log tells the one or the other.
 */
@OnPostgres
class QuietLogTests {

  private static final String NUMBER = "650199197707077771";
  private static final String NAME = "金丝雀名";
  private static final Path LOG = Path.of("target", "test.log");
  private static final Path DATABASE_LOG = Path.of("target", "test-home", "log", "database.log");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationContext context;
  @TempDir Path folder;

  @Test
  void a_run_with_canaries_in_every_kind_of_failure_leaves_none_in_the_logs() throws Exception {
    int before = lines(LOG).size();
    Desk desk = new Desk(port).as("district");
    desk.get("/api/v1/households?q=" + NUMBER);
    desk.get("/api/v1/households/" + NUMBER);
    desk.get("/api/v1/households?q=%FF" + NUMBER);
    new Desk(port).signIn(NUMBER, NUMBER + "-password");
    jsonErrors(desk);
    String failed = databaseErrors(desk);
    copyErrors(desk);
    LoggerFactory.getLogger("org.yimen.Test")
        .error("Key (number)=({}) is {}", NUMBER, NAME, new IllegalStateException("no " + NUMBER));

    List<String> written = lines(LOG).subList(before, lines(LOG).size());
    assertThat(written).anyMatch(line -> line.contains(failed)).allMatch(QuietLogTests::isJson);
    assertThat(String.join("\n", written))
        .contains("SQLSTATE 23514 constraint canary")
        .contains("\"account\":\"district\"", "GET /api/v1/households/{id}")
        .doesNotContain(NUMBER, NAME, "q=", "77777");
    assertThat(Files.exists(DATABASE_LOG)).isTrue();
    assertThat(Files.readString(DATABASE_LOG)).doesNotContain(NUMBER, NAME);
  }

  private void jsonErrors(Desk desk) {
    Map<String, Object> wrong = new HashMap<>();
    wrong.put("parameter", "dibao.supplement.oldOrYoung");
    wrong.put("from", NUMBER);
    wrong.put(NAME, NUMBER);
    assertThat(desk.post("/api/v1/parameter-values", wrong).status()).isEqualTo(400);
    assertThat(desk.post("/api/v1/parameter-values", NAME + NUMBER).status()).isEqualTo(400);
    assertThat(desk.post("/api/v1/doubtful-pairs/1/decision", List.of(NAME)).status())
        .isEqualTo(400);
  }

  /**
   * A constraint that speaks with the value, an invalid conversion: both are nobody's foresight.
   */
  private String databaseErrors(Desk desk) {
    jdbc.sql(
            """
            alter table eligibility.parameter_value
            add constraint canary check (note <> '%s' or note::bigint < 0)
            """
                .formatted(NUMBER))
        .update();
    Map<String, Object> value = new HashMap<>();
    value.put("parameter", "dibao.supplement.oldOrYoung");
    value.put("value", "45");
    value.put("area", "650107");
    value.put("from", "2025-06-01");
    value.put("document", NAME);
    value.put("article", "第一条");
    value.put("note", NUMBER);
    Desk.Answer answer = desk.post("/api/v1/parameter-values", value);
    assertThat(answer.status()).as(answer.text()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain(NUMBER, NAME);
    jdbc.sql("alter table eligibility.parameter_value drop constraint canary").update();
    return answer.header("X-Request-Id");
  }

  private void copyErrors(Desk desk) throws IOException {
    jdbc.sql(
            """
            create function exchange.canary() returns trigger language plpgsql as $$
            begin raise exception 'invalid input syntax for type bigint: "%"', new::text
              using detail = new::text; end $$
            """)
        .update();
    jdbc.sql(
            """
            create trigger canary before insert on exchange.source_row
            for each row execute function exchange.canary()
            """)
        .update();
    Path file =
        Lorry.csv(
            folder.resolve("residence.csv"),
            "户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期",
            "H1,%s,%s,男,回族,1977-07-07,户主,新疆乌鲁木齐市达坂城区东沟乡苇子村2号,农业,,".formatted(NAME, NUMBER));
    assertThat(desk.upload("/api/v1/deliveries", file).status()).isEqualTo(202);
    assertThatThrownBy(() -> new Lorry(context).finish()).isInstanceOf(RuntimeException.class);
    jdbc.sql("drop trigger canary on exchange.source_row").update();
  }

  private static List<String> lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).toList();
    }
  }

  private static boolean isJson(String line) {
    return JsonMapper.builder().build().readTree(line).has("message");
  }

  @Test
  void a_message_keeps_its_words_and_loses_what_could_be_somebodys() {
    assertThat(LogLine.clean("Key (number)=(650199) already exists for '张三' at 13812345678"))
        .isEqualTo("Key (number)… already exists for … at …");
    assertThat(LogLine.clean("Cannot deserialize from String \"x\": line 1, column 7"))
        .isEqualTo("Cannot deserialize from String …: line 1, column 7");
  }
}

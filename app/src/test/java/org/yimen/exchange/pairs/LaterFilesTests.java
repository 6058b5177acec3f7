package org.yimen.exchange.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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

/** What people have decided holds for files that come later. */
@OnPostgres
class LaterFilesTests {

  private static final String PLACE = "新疆乌鲁木齐市达坂城区东沟乡苇子村";

  @LocalServerPort int port;
  @TempDir Path folder;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private Lorry lorry;

  @BeforeEach
  void twoOfOneName() throws IOException {
    lorry = new Lorry(context);
    lorry.load(
        Lorry.csv(
            folder.resolve("01.csv"),
            "户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期",
            "H1,阿依古丽·买买提,650199196302030041,女,维吾尔族,1963-02-03,户主," + PLACE + "2号,农业,,",
            "H2,阿依古丽·买买提,650199198107150023,女,维吾尔族,1981-07-15,户主," + PLACE + "9号,农业,,"));
  }

  private long row(String file, String name, String place) throws IOException {
    lorry.load(
        Lorry.csv(
            folder.resolve(file),
            "姓名,性别,民族,残疾人证号,残疾类别,残疾等级,户口地址,发证日期,是否享受两项补贴",
            name + ",女,维吾尔族,,肢体残疾,三级," + place + ",2021-06-18,否"));
    return jdbc.sql("select max(id) from exchange.source_row").query(Long.class).single();
  }

  private String link(long row) {
    return jdbc.sql(
            "select link || coalesce(' ' || person, '') from exchange.source_row where id = :id")
        .param("id", row)
        .query(String.class)
        .single();
  }

  @Test
  void a_spelling_and_a_person_told_by_people_are_known_to_the_next_file() throws IOException {
    long doubtful = row("06_1.csv", "阿依古丽·买买提", PLACE);
    assertThat(link(doubtful)).isEqualTo("review");
    Desk desk = new Desk(port).as("district");
    String decision = "/api/v1/doubtful-pairs/%d/decision".formatted(doubtful);
    assertThat(desk.post(decision, Map.of("decision", "accept", "person", 2)).status())
        .isEqualTo(200);
    assertThat(link(doubtful)).isEqualTo("link 2");
    assertThat(desk.delete(decision).status()).isEqualTo(204);
    assertThat(desk.post(decision, Map.of("decision", "refuse")).status()).isEqualTo(200);
    assertThat(link(doubtful)).isEqualTo("new 3");

    long next = row("06_2.csv", "阿依古丽·买买提", PLACE + " ");
    assertThat(link(next)).isEqualTo("review");
    assertThat(
            jdbc.sql("select person from exchange.pair_candidate where source_row = :id")
                .param("id", next)
                .query(Long.class)
                .list())
        .contains(3L);
    Desk.Answer kept = desk.delete(decision);
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.json().get("type").asString()).isEqualTo("/problems/person-in-use");
    assertThat(link(doubtful)).isEqualTo("new 3");
  }
}

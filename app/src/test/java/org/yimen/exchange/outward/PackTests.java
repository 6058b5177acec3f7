package org.yimen.exchange.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** What changed goes out once, whole or not at all, in the system's own columns. */
@OnPostgres
class PackTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices closeNotices;
  @Autowired SealedFolder outwardFiles;
  private Upstream upstream;

  @BeforeEach
  void nothing() {
    clock.set(LocalDate.of(2025, 10, 13));
    upstream = new Upstream(port, clock, closeNotices);
    upstream.empty(jdbc);
  }

  @AfterEach
  void now() {
    clock.release();
  }

  @Test
  void a_confirmed_family_goes_out_in_the_columns_and_codes_of_the_platform() throws IOException {
    upstream.confirmed(Upstream.family(600, 1));
    long pack = upstream.packed(Upstream.CIVIL);
    Map<String, String> row = upstream.rows(pack, "家庭信息").get(0);
    assertThat(row)
        .containsEntry("变动类型", "新增")
        .containsEntry("行政区划代码", "650107200200")
        .containsEntry("户主姓名", "阿依古丽·买买提")
        .containsEntry("户主身份证号", Upstream.number("1988-05-01", 2))
        .containsEntry("社会救助类别代码", "10")
        .containsEntry("社会救助类别", "最低生活保障对象")
        .containsEntry("月保障金额（元）", "1035")
        .containsEntry("家庭户口性质", "农村");
    List<Map<String, String>> members = upstream.rows(pack, "成员信息");
    assertThat(members).hasSize(2);
    assertThat(members.get(1)).containsEntry("与申请人关系", "之子").containsEntry("性别", "男");
    assertThat(row.keySet().stream().toList().subList(0, 3))
        .containsExactly("变动类型", "行政区划代码", "乡镇（街道）");
  }

  @Test
  void a_changed_family_appears_once_in_the_next_pack_and_an_unchanged_one_does_not()
      throws IOException {
    long changing = upstream.confirmed(Upstream.family(600, 1));
    Map<String, Object> other = Upstream.family(500, 2);
    upstream.confirmed(other);
    upstream.accepted(upstream.packed(Upstream.CIVIL));
    assertThat(upstream.tried(Upstream.CIVIL).text()).contains("没有新的变动");

    jdbc.sql("update casework.standing set monthly_fen = 90000 where application = :id")
        .param("id", changing)
        .update();
    long next = upstream.packed(Upstream.CIVIL);
    assertThat(upstream.rows(next, "家庭信息"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("变动类型", "变更")
                    .containsEntry("户主姓名", "阿依古丽·买买提")
                    .containsEntry("月保障金额（元）", "900"));
    assertThat(upstream.rows(next, "成员信息")).isEmpty();
    upstream.accepted(next);
    assertThat(upstream.tried(Upstream.CIVIL).status()).isEqualTo(409);
  }

  @Test
  void a_family_that_left_is_marked_as_having_left() throws IOException {
    long leaving = upstream.confirmed(Upstream.family(600, 1));
    upstream.accepted(upstream.packed(Upstream.CIVIL));
    jdbc.sql("update casework.standing set ended_on = '2025-10-01' where application = :id")
        .param("id", leaving)
        .update();
    long pack = upstream.packed(Upstream.CIVIL);
    assertThat(upstream.rows(pack, "家庭信息"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("变动类型", "退出"));
    assertThat(upstream.rows(pack, "成员信息")).hasSize(2);
    upstream.accepted(pack);
    assertThat(upstream.tried(Upstream.CIVIL).status()).isEqualTo(409);
  }

  @Test
  void an_application_that_is_not_confirmed_is_not_delivered() {
    assertThat(upstream.tried(Upstream.CIVIL).status()).isEqualTo(409);
    assertThat(jdbc.sql("select count(*) from exchange.outward_pack").query(Long.class).single())
        .isZero();
  }

  @Test
  void a_family_without_a_number_is_left_out_with_the_reason() {
    upstream.confirmed(Upstream.family(600, 1));
    Map<String, Object> nameless = Upstream.family(500, 2);
    Upstream.members(nameless).get(1).remove("citizenNumber");
    upstream.confirmed(nameless);
    long pack = upstream.packed(Upstream.CIVIL);
    Desk.Answer left = upstream.district().get(Upstream.PATH + "/packs/" + pack + "/omissions");
    assertThat(left.json().get("total").asInt()).isEqualTo(1);
    assertThat(left.json().get("items").get(0).get("why").asString())
        .contains("没有证件号码", "缺“身份证件号码”");
    assertThat(left.json().get("items").get(0).get("village").asString()).isEqualTo("苇子村");
  }

  @Test
  void what_a_spreadsheet_would_take_for_a_formula_is_text() throws IOException {
    Map<String, Object> hostile = Upstream.family(600, 1);
    hostile.put("address", "=HYPERLINK(\"http://example.org\",\"苇子村\")");
    hostile.put("bankAccount", "+8613900000000");
    upstream.confirmed(hostile);
    Map<String, String> row = upstream.rows(upstream.packed(Upstream.CIVIL), "家庭信息").get(0);
    assertThat(row.get("家庭地址")).startsWith("'=HYPERLINK");
    assertThat(row.get("开户账号")).isEqualTo("'+8613900000000");
  }

  @Test
  void a_pack_without_an_answer_keeps_the_next_one_back_until_it_is_discarded() {
    upstream.confirmed(Upstream.family(600, 1));
    long open = upstream.packed(Upstream.CIVIL);
    Desk.Answer second = upstream.tried(Upstream.CIVIL);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.text()).contains("还没有回执", "作废");
    String path = Upstream.PATH + "/packs/" + open;
    upstream.district().post(path + "/discarding", Map.of("because", "没有报出去"));
    long again = upstream.packed(Upstream.CIVIL);
    assertThat(
            upstream
                .district()
                .get(Upstream.PATH + "/packs/" + again)
                .json()
                .get("pack")
                .get("fresh")
                .asInt())
        .isEqualTo(3);
    assertThat(upstream.district().post(path + "/acceptance", Map.of("because", "x")).text())
        .contains("已经作废");
  }

  @Test
  void a_pack_that_could_not_be_written_leaves_nothing_and_what_a_killed_one_left_is_swept()
      throws IOException {
    upstream.confirmed(Upstream.family(600, 1));
    Path folder = outwardFiles.folder();
    clear(folder);
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "in the way");
    assertThat(upstream.tried(Upstream.CIVIL).status()).isEqualTo(500);
    assertThat(jdbc.sql("select count(*) from exchange.outward_pack").query(Long.class).single())
        .isZero();
    assertThat(jdbc.sql("select count(*) from exchange.outward_row").query(Long.class).single())
        .isZero();
    Files.delete(folder);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("left-by-a-killed-one"), "half");
    Files.writeString(folder.resolve("incoming1" + SealedFolder.PARTIAL), "half");
    upstream.packed(Upstream.CIVIL);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  @Test
  void the_file_and_the_rows_are_sealed_on_the_disk() throws IOException {
    upstream.confirmed(Upstream.family(600, 1));
    upstream.packed(Upstream.CIVIL);
    String number = Upstream.number("1988-05-01", 2);
    try (Stream<Path> files = Files.list(outwardFiles.folder())) {
      for (Path file : files.toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(number)
            .doesNotStartWith("PK");
      }
    }
    assertThat(
            jdbc.sql(
                    "select count(*) from exchange.outward_row r where r::text like '%' || :n || '%'")
                .param("n", number)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void who_has_no_permission_makes_no_pack() {
    Desk village = new Desk(port).as("village");
    assertThat(village.post(Upstream.PATH + "/packs", Map.of("system", Upstream.CIVIL)).status())
        .isEqualTo(403);
    assertThat(
            upstream
                .district()
                .post(Upstream.PATH + "/packs", Map.of("system", "nowhere"))
                .status())
        .isEqualTo(400);
    assertThat(
            upstream
                .district()
                .post(Upstream.PATH + "/packs", Map.of("system", Upstream.CIVIL, "area", "'; --"))
                .text())
        .contains("没有这个地区");
  }
}

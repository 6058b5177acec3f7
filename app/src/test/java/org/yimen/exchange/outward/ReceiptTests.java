package org.yimen.exchange.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** What the systems answer is laid beside what went out, and a person settles what differs. */
@OnPostgres
class ReceiptTests {

  private static final String MOTHER = Upstream.number("1988-05-01", 2);
  private static final String CHILD = Upstream.number("2015-09-01", 3);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CloseNotices closeNotices;
  @TempDir Path folder;
  private Upstream upstream;

  @BeforeEach
  void one() {
    clock.set(LocalDate.of(2025, 10, 13));
    upstream = new Upstream(port, clock, closeNotices);
    upstream.empty(jdbc);
    upstream.confirmed(Upstream.family(600, 1));
  }

  @AfterEach
  void now() {
    clock.release();
  }

  private JsonNode differences(long pack) {
    return upstream.district().get(Upstream.PATH + "/differences?pack=" + pack).json().get("items");
  }

  private void settled(long difference, String how) {
    Desk.Answer answer =
        upstream
            .district()
            .post(
                Upstream.PATH + "/differences/" + difference + "/settlement",
                Map.of("settled", how, "because", "已电话核对"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void what_was_accepted_is_not_delivered_again() throws IOException {
    long pack = upstream.packed(Upstream.CIVIL);
    Desk.Answer answer =
        upstream.answered(
            pack,
            folder,
            "姓名,身份证件号码,导入结果,失败原因",
            "阿依古丽·买买提," + MOTHER + ",导入成功,",
            "努尔江·艾合买提," + CHILD + ",导入成功,");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(differences(pack)).isEmpty();
    assertThat(upstream.tried(Upstream.CIVIL).status()).isEqualTo(409);
  }

  @Test
  void a_refused_row_waits_for_a_person_and_goes_out_again_where_ours_is_right()
      throws IOException {
    long pack = upstream.packed(Upstream.CIVIL);
    upstream.answered(
        pack, folder, "户主姓名,户主身份证,状态,错误信息", "阿依古丽·买买提," + MOTHER + ",退回,身份证号已在其他区县登记");
    JsonNode found = differences(pack);
    assertThat(found.get(0).get("kind").asString()).isEqualTo("refused");
    assertThat(found.get(0).get("reason").asString()).contains("其他区县");
    assertThat(upstream.tried(Upstream.CIVIL).status()).isEqualTo(409);

    found.forEach(one -> settled(one.get("id").asLong(), "ours"));
    assertThat(upstream.rows(upstream.packed(Upstream.CIVIL), "家庭信息")).hasSize(1);
    Desk.Answer twice =
        upstream
            .district()
            .post(
                Upstream.PATH + "/differences/" + found.get(0).get("id").asLong() + "/settlement",
                Map.of("settled", "theirs", "because", "x"));
    assertThat(twice.status()).isEqualTo(409);
  }

  @Test
  void where_theirs_is_right_the_row_waits_until_it_changes() throws IOException {
    long pack = upstream.packed(Upstream.CIVIL);
    upstream.answered(pack, folder, "姓名,证件号码,处理结果,备注", "阿依古丽·买买提," + MOTHER + ",不通过,地址有误");
    differences(pack).forEach(one -> settled(one.get("id").asLong(), "theirs"));
    assertThat(upstream.tried(Upstream.CIVIL).status()).isEqualTo(409);
    jdbc.sql("update casework.standing set monthly_fen = 90000").update();
    assertThat(upstream.rows(upstream.packed(Upstream.CIVIL), "家庭信息"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("变动类型", "新增"));
  }

  @Test
  void another_value_there_somebody_unknown_and_somebody_missing_are_listed() throws IOException {
    long pack = upstream.packed(Upstream.CIVIL);
    upstream.answered(
        pack,
        folder,
        "姓名,身份证件号码,处理结果,月保障金额（元）,文化程度",
        "阿依古丽·买买提," + MOTHER + ",成功,935.00,",
        "不认识," + Upstream.number("1990-01-01", 9) + ",成功,,");
    JsonNode found = differences(pack);
    assertThat(found.valueStream().map(one -> one.get("kind").asString()))
        .contains("value", "unknown");
    JsonNode value =
        found
            .valueStream()
            .filter(one -> one.get("kind").asString().equals("value"))
            .findFirst()
            .orElseThrow();
    assertThat(value.get("column").asString()).isEqualTo("月保障金额（元）");
    assertThat(value.get("ours").asString()).isEqualTo("1035");
    assertThat(value.get("theirs").asString()).isEqualTo("935.00");
    assertThat(found.toString()).doesNotContain(Upstream.number("1990-01-01", 9));
    assertThat(
            jdbc.sql("select count(*) from exchange.outward_row where answer is null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_member_whom_the_receipt_passes_over_is_listed_as_missing() throws IOException {
    Map<String, Object> other = Upstream.family(500, 2);
    upstream.confirmed(other);
    long pack = upstream.packed(Upstream.CIVIL);
    upstream.answered(
        pack,
        folder,
        "姓名,身份证件号码,处理结果",
        "阿依古丽·买买提," + MOTHER + ",成功",
        "努尔江·艾合买提," + CHILD + ",成功",
        "阿依古丽·买买提," + Upstream.number("1988-05-01", 4) + ",成功");
    JsonNode found = differences(pack);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("kind").asString()).isEqualTo("missing");
  }

  @Test
  void a_pack_is_answered_once() throws IOException {
    long pack = upstream.packed(Upstream.CIVIL);
    upstream.accepted(pack);
    Desk.Answer again =
        upstream.answered(pack, folder, "姓名,证件号码,处理结果", "阿依古丽·买买提," + MOTHER + ",成功");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("已经载入过");
  }

  @Test
  void the_receipt_of_another_pack_is_refused_with_what_to_do_and_nothing_is_changed()
      throws IOException {
    long pack = upstream.packed(Upstream.CIVIL);
    Desk.Answer wrong =
        upstream.answered(
            pack,
            folder,
            "姓名,证件号码,处理结果",
            "不认识," + Upstream.number("1990-01-01", 9) + ",成功",
            "也不认识," + Upstream.number("1991-01-01", 9) + ",成功");
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.text()).contains("只有 0 行");
    Desk.Answer named =
        upstream.answered(
            pack, folder, "批次号,姓名,证件号码,处理结果", "MZ-20250101-9,阿依古丽·买买提," + MOTHER + ",成功");
    assertThat(named.text()).contains("MZ-20250101-9");
    assertThat(
            upstream
                .district()
                .get(Upstream.PATH + "/packs/" + pack)
                .json()
                .get("pack")
                .get("state")
                .asString())
        .isEqualTo("open");
  }

  @Test
  void a_file_that_is_no_receipt_is_refused_in_plain_words() throws IOException {
    long pack = upstream.packed(Upstream.CIVIL);
    assertThat(upstream.answered(pack, folder, "甲,乙", "1,2").text()).contains("处理结果");
    assertThat(upstream.answered(pack, folder, "").status()).isEqualTo(400);
  }

  @Test
  void the_bureau_of_agriculture_answers_for_its_own_system_and_sees_nothing_of_the_other()
      throws IOException {
    Desk agriculture = new Desk(port).as("agriculture");
    long civil = upstream.packed(Upstream.CIVIL);
    upstream.answered(civil, folder, "姓名,身份证件号码,导入结果,失败原因", "阿依古丽·买买提," + MOTHER + ",导入失败,地址有误");
    assertThat(differences(civil)).isNotEmpty();

    assertThat(agriculture.get(Upstream.PATH + "/systems").json().findValuesAsString("id"))
        .containsExactly(Upstream.AGRICULTURE);
    assertThat(agriculture.get(Upstream.PATH + "/packs").json().get("total").asInt()).isZero();
    assertThat(agriculture.get(Upstream.PATH + "/packs/" + civil).status()).isEqualTo(404);
    assertThat(agriculture.get(Upstream.PATH + "/differences").json().get("total").asInt())
        .isZero();
    long difference = differences(civil).get(0).get("id").asLong();
    Map<String, String> noted = Map.of("settled", "noted", "because", "看看");
    assertThat(
            agriculture
                .post(Upstream.PATH + "/differences/" + difference + "/settlement", noted)
                .status())
        .isEqualTo(404);
    assertThat(
            agriculture.post(Upstream.PATH + "/packs", Map.of("system", Upstream.CIVIL)).status())
        .isEqualTo(403);
    assertThat(
            agriculture
                .post(Upstream.PATH + "/packs", Map.of("system", Upstream.AGRICULTURE))
                .status())
        .isIn(200, 409);
  }
}

package org.yimen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.SheetText;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.registry.Neighbours;

@OnPostgres
class RegisterWorkbookTests {

  @LocalServerPort int port;

  @BeforeAll
  static void moveIn(@Autowired DataSource dataSource) {
    Neighbours.moveIn(dataSource);
  }

  @Test
  void it_holds_every_household_and_every_person() throws IOException {
    byte[] file = export("");
    List<Row> households = rows(file, "家庭");
    assertThat(texts(households.get(0))).startsWith("户号", "户主", "乡镇（街道）").contains("初筛说明");
    assertThat(households).hasSize(6);
    assertThat(texts(households.get(1)))
        .startsWith("H0001", "买买提江·卡德尔", "东沟乡", "苇子村")
        .contains("农村", "2", "最低生活保障", "在册相符", "依据充分");
    List<Row> persons = rows(file, "人员");
    assertThat(persons).hasSize(10);
    assertThat(texts(persons.get(1)))
        .containsExactly(
            "H0001", "买买提江·卡德尔", "麦麦提江·喀迪尔", "户主", "男", "1973-02-19", "维吾尔族", "650199********0018");
  }

  @Test
  void text_that_would_be_a_formula_is_escaped() throws IOException {
    byte[] file = export("");
    assertThat(rows(file, "家庭").stream().flatMap(row -> texts(row).stream()))
        .contains("'=1+1 名下有车")
        .noneMatch(text -> text.startsWith("="));
    assertThat(rows(file, "人员").stream().flatMap(row -> texts(row).stream()))
        .contains("'=HYPERLINK(\"x\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=a", "+a", "-a", "@a", "\ta", "\ra", "＝a", "＋a", "－a", "＠a"})
  void every_beginning_of_a_formula_is_escaped(String text) {
    assertThat(SheetText.escaped(text)).isEqualTo("'" + text);
  }

  @Test
  void it_holds_what_the_list_shows_when_the_list_is_filtered() throws IOException {
    byte[] file = export("?suggested=dibao&town=650107100");
    assertThat(rows(file, "家庭")).hasSize(2);
    assertThat(rows(file, "人员")).hasSize(4);
  }

  @Test
  void it_is_a_download_that_only_the_district_may_take() {
    var answer = new Desk(port).as("district").get("/api/v1/register.xlsx");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment;").contains(".xlsx");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    for (String user : List.of("village", "township", "leader", "bureau", "audit")) {
      assertThat(new Desk(port).as(user).get("/api/v1/register.xlsx").status())
          .as(user)
          .isEqualTo(403);
    }
  }

  private byte[] export(String query) {
    var answer = new Desk(port).as("district").get("/api/v1/register.xlsx" + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.bytes();
  }

  private static List<Row> rows(byte[] file, String sheet) throws IOException {
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return workbook.findSheet(sheet).orElseThrow().read();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().filter(cell -> cell != null).map(Cell::getText).toList();
  }
}

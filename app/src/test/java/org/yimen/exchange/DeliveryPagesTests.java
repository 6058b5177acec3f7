package org.yimen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yimen.exchange.loading.Lorry;
import org.yimen.exchange.reading.Sheets;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Files through the API: taken in, reported row by row, refused by name. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryPagesTests {

  private static final String DELIVERIES = "/api/v1/deliveries";

  private static final String[] RESIDENCE = {
    "户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期",
    "H1,马建国,65019919610504003X,男,回族,1961-05-04,户主,新疆乌鲁木齐市达坂城区东沟乡苇子村2号,农业,,",
    "H1,=李玉梅,650199196302030041,女,汉族,1963-02-03,配偶,新疆乌鲁木齐市达坂城区东沟乡苇子村2号,农业,,",
    "H2,,,男,,,子,,农业,,"
  };

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  private Path folder = Path.of("");
  private Desk district = new Desk(0);
  private long residence;

  @BeforeAll
  void load(@TempDir Path folder) throws IOException {
    this.folder = folder;
    district = new Desk(port).as("district");
    Path file = Lorry.csv(folder.resolve("01_公安_常住户口.csv"), RESIDENCE);
    residence = uploaded(file).get("id").asLong();
    Path roll =
        Lorry.csv(
            folder.resolve("06.csv"),
            "姓名,性别,民族,残疾人证号,残疾类别,残疾等级,户口地址,发证日期,是否享受两项补贴",
            "马建国,男,回族,65019919610504003X43,肢体残疾,三级,,2021-06-18,否");
    uploaded(roll);
  }

  /** Sends a file, waits until it is loaded or refused, and returns how it stands. */
  private JsonNode uploaded(Path file) {
    Desk.Answer answer = district.upload(DELIVERIES, file);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    long id = answer.json().get("items").get(0).get("id").asLong();
    new Lorry(context).finish();
    return district.get(DELIVERIES + "/" + id).json();
  }

  @Test
  void a_delivery_tells_its_kind_its_counts_and_that_it_is_done() {
    JsonNode one = district.get(DELIVERIES + "/" + residence).json();
    assertThat(one.get("fileName").asString()).isEqualTo("01_公安_常住户口.csv");
    assertThat(one.get("bureau").asString()).isEqualTo("公安");
    assertThat(one.get("state").asString()).isEqualTo("done");
    assertThat(one.get("progress").asInt()).isEqualTo(100);
    assertThat(
            List.of("rows", "taken", "doubtful", "refused", "skipped", "founded").stream()
                .map(count -> one.get(count).asInt()))
        .containsExactly(4, 2, 0, 1, 1, 2);
    assertThat(one.get("problem").isNull()).isTrue();
    assertThat(district.get(DELIVERIES + "/progress").json().get("running").asBoolean()).isFalse();
  }

  @Test
  void rows_tell_their_fate_and_are_found_by_outcome_link_and_content() {
    String rows = DELIVERIES + "/" + residence + "/rows";
    JsonNode all = district.get(rows).json();
    assertThat(all.get("total").asInt()).isEqualTo(4);
    assertThat(all.get("items").get(1).get("values").get("姓名").asString()).isEqualTo("马建国");
    assertThat(all.get("items").get(1).get("values").get("性别").asString()).isEqualTo("男");
    assertThat(all.get("items").get(1).get("person").asLong()).isPositive();
    assertThat(
            district.get(rows + "?offset=1&limit=1").json().get("items").get(0).get("row").asInt())
        .isEqualTo(2);
    JsonNode refused = district.get(rows + "?outcome=refused").json();
    assertThat(refused.get("total").asInt()).isEqualTo(1);
    assertThat(refused.get("items").get(0).get("reason").asString()).contains("请补上");
    assertThat(district.get(rows + "?link=new").json().get("total").asInt()).isEqualTo(2);
    assertThat(district.get(rows + "?q=19610504").json().get("total").asInt()).isEqualTo(1);
    assertThat(district.get(rows + "?q=%25").json().get("total").asInt()).isZero();
  }

  @Test
  void a_list_of_rows_masks_citizen_numbers_and_the_chosen_row_shows_them() {
    String rows = DELIVERIES + "/" + residence + "/rows";
    JsonNode listed = district.get(rows + "?q=19610504").json().get("items").get(0);
    assertThat(listed.get("values").get("公民身份号码").asString()).matches("650199\\*{8}[0-9]{3}[0-9X]");
    JsonNode one = district.get(rows + "/" + listed.get("id").asLong()).json();
    assertThat(one.get("values").get("公民身份号码").asString()).matches("65019919610504[0-9]{3}[0-9X]");
    assertThat(district.get(rows + "/999999999").status()).isEqualTo(404);
    assertThat(district.get(DELIVERIES + "/999999999/rows/" + listed.get("id").asLong()).status())
        .isEqualTo(404);
  }

  @Test
  void the_row_report_as_a_table_holds_no_formula() {
    Desk.Answer answer = district.get(DELIVERIES + "/" + residence + "/rows.csv?link=new");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment").contains(".csv");
    String[] lines = answer.text().split("\r\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).contains("读取结果").contains("公民身份号码");
    assertThat(lines[2]).contains(",'=李玉梅,");
  }

  @Test
  void a_bureau_sees_its_own_deliveries_only_and_not_whose_the_rows_are() throws IOException {
    Desk bureau = new Desk(port).as("bureau");
    JsonNode seen = bureau.get(DELIVERIES).json();
    assertThat(seen.get("items").valueStream().map(d -> d.get("fileName").asString()))
        .containsOnly("06.csv");
    long own = seen.get("items").get(0).get("id").asLong();
    JsonNode rows = bureau.get(DELIVERIES + "/" + own + "/rows?link=link").json();
    assertThat(rows.get("items").get(0).get("person").isNull()).isTrue();
    for (String path : List.of("", "/rows", "/rows/1", "/rows.csv")) {
      assertThat(bureau.get(DELIVERIES + "/" + residence + path).status()).isEqualTo(404);
    }
  }

  @Test
  void who_may_not_load_is_refused() throws IOException {
    Path file = Lorry.csv(folder.resolve("forbidden.csv"), RESIDENCE);
    for (String user : List.of("village", "township", "leader", "system", "security", "audit")) {
      Desk desk = new Desk(port).as(user);
      assertThat(desk.get(DELIVERIES).status()).as(user).isEqualTo(403);
      assertThat(desk.get(DELIVERIES + "/" + residence + "/rows").status()).isEqualTo(403);
      assertThat(desk.upload(DELIVERIES, file).status()).as(user).isEqualTo(403);
    }
    assertThat(new Desk(port).get(DELIVERIES).status()).isEqualTo(401);
  }

  @Test
  void no_file_at_all_is_told() {
    Desk.Answer answer = district.upload(DELIVERIES);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/no-files");
  }

  private void refused(Path file, String problem) {
    Map<String, String> before = registers();
    JsonNode delivery = uploaded(file);
    assertThat(delivery.get("state").asString()).isEqualTo("failed");
    JsonNode told = delivery.get("problem");
    assertThat(told.get("type").asString()).isEqualTo("/problems/" + problem);
    assertThat(told.get("title").asString()).isNotBlank();
    assertThat(told.get("detail").asString()).contains("请").doesNotContain("Exception");
    assertThat(district.get(DELIVERIES).text())
        .doesNotContain("Exception")
        .doesNotContain("\\tat ");
    assertThat(registers()).isEqualTo(before);
  }

  private Map<String, String> registers() {
    Map<String, String> digests = new Lorry(context).digests();
    digests.remove("exchange.delivery");
    return digests;
  }

  private Path workbook(String name, Consumer<Worksheet> fill) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book.newWorksheet("Sheet1"));
    }
    return file;
  }

  private static void deaths(Worksheet sheet, String name) {
    List<String> header = List.of("逝者姓名", "性别", "年龄", "身份证号", "死亡日期", "家属姓名", "家属电话");
    for (int i = 0; i < header.size(); i++) {
      sheet.value(0, i, header.get(i));
    }
    sheet.value(1, 0, name);
    sheet.value(1, 4, "2025-01-02");
  }

  @Test
  void a_truncated_workbook_is_damaged() throws IOException {
    byte[] whole = Files.readAllBytes(workbook("whole.xlsx", sheet -> deaths(sheet, "张三")));
    refused(
        Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2)),
        "damaged-file");
  }

  @Test
  void a_workbook_without_rows_is_an_error() throws IOException {
    refused(workbook("empty.xlsx", sheet -> {}), "no-rows");
  }

  @Test
  void an_empty_file_one_without_sheets_and_one_with_a_password_are_named() throws IOException {
    refused(Files.write(folder.resolve("nothing.csv"), new byte[0]), "empty-file");
    refused(Sheets.aWorkbook().writeTo(folder.resolve("sheetless.xlsx")), "no-rows");
    refused(Sheets.locked(folder.resolve("locked.xlsx")), "protected-file");
  }

  @Test
  void a_zip_bomb_is_stopped() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    Path good = workbook("good.xlsx", sheet -> deaths(sheet, "张三"));
    try (var in = new java.util.zip.ZipFile(good.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      for (ZipEntry entry : in.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sheet1.xml")) {
          out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
          byte[] rows =
              "<row><c><v>1</v></c></row>".repeat(40_000).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 400; i++) {
            out.write(rows);
          }
        } else {
          in.getInputStream(entry).transferTo(out);
        }
        out.closeEntry();
      }
    }
    refused(bomb, "too-large");
  }

  @Test
  void an_unknown_encoding_is_told() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(String.join("\n", RESIDENCE).getBytes(Charset.forName("Shift_JIS")));
    for (int i = 0; i < 300; i++) {
      bytes.write(new byte[] {(byte) 0xFF, (byte) 0x80, '\n'});
    }
    refused(Files.write(folder.resolve("odd.csv"), bytes.toByteArray()), "unknown-encoding");
  }

  @Test
  void a_cell_of_200_megabytes_is_too_long() throws IOException {
    Path file = folder.resolve("long.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write((RESIDENCE[0] + "\nH1,").getBytes(StandardCharsets.UTF_8));
      byte[] piece = "马".repeat(350_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        out.write(piece);
      }
    }
    refused(file, "cell-too-long");
  }

  @Test
  void a_right_name_with_wrong_content_is_told_what_is_missing() throws IOException {
    refused(
        Lorry.csv(folder.resolve("02_民政_低保花名册.csv"), "日期,收入,支出", "2025-01-01,3,4"),
        "header-not-found");
  }

  @Test
  void a_formula_cell_makes_its_row_doubtful_and_is_not_reckoned() throws IOException {
    Path file =
        workbook(
            "15_formula.xlsx",
            sheet -> {
              deaths(sheet, "张三");
              sheet.value(1, 3, "65019919610504003X");
              sheet.formula(1, 4, "TODAY()");
            });
    JsonNode delivery = uploaded(file);
    assertThat(delivery.get("state").asString()).isEqualTo("done");
    assertThat(delivery.get("doubtful").asInt()).isEqualTo(1);
  }
}

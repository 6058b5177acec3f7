package org.yimen.exchange.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yimen.exchange.reading.Sheets.aWorkbook;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.exchange.reading.text.DateText;

class CellTests {
  private static final Formats FORMATS = Formats.load();
  private static final List<String> DEATHS = List.of("逝者姓名", "性别", "年龄", "身份证号", "死亡日期");

  @TempDir Path folder;

  private static String date(String written) {
    DateText date = DateText.read(written, false);
    return date == null ? "doubtful" : date.iso();
  }

  private List<ReadRow> rows(Path file) {
    List<ReadRow> rows = new ArrayList<>();
    FORMATS.open(file).rows(rows::add);
    return rows;
  }

  private ReadRow death(Object... cells) throws IOException {
    Path file =
        aWorkbook().with("2025", DEATHS, List.of(cells)).writeTo(folder.resolve("deaths.xlsx"));
    return rows(file).get(1);
  }

  @Test
  void seven_styles_of_a_date_are_one_day() {
    for (String written :
        List.of(
            "2025-07-01",
            "2025/7/1",
            "2025.07.01",
            "2025年7月1日",
            "20250701",
            "45839",
            "２０２５年０７月０１日",
            "2025-07-01 00:00:00",
            " 2025/07/01 ")) {
      assertThat(date(written)).as(written).isEqualTo("2025-07-01");
    }
  }

  @Test
  void a_date_is_as_precise_as_written() {
    assertThat(date("2025.7")).isEqualTo("2025-07");
    assertThat(date("2025年10月")).isEqualTo("2025-10");
    assertThat(date("202412")).isEqualTo("2024-12");
    assertThat(date("1962")).isEqualTo("1962");
  }

  @Test
  void what_is_no_day_is_doubtful() {
    for (String written :
        List.of("2025-02-30", "2025.13", "20251301", "去年", "25-7-1", "18990101", "3025-01-01")) {
      assertThat(date(written)).as(written).isEqualTo("doubtful");
    }
  }

  @Test
  void a_number_2025_1_may_be_october_and_is_doubtful() {
    assertThat(DateText.read("2025.1", true)).isNull();
    assertThat(date("2025.1")).isEqualTo("2025-01");
  }

  @Test
  void a_formula_makes_the_row_doubtful_and_gives_no_fact() throws IOException {
    ReadRow row = death("张三", "男", 70, "650199195501010011", "=TODAY()");
    assertThat(row.outcome()).isEqualTo(RowOutcome.DOUBTFUL);
    assertThat(row.reason()).contains("死亡日期").contains("公式");
    assertThat(row.facts()).isEmpty();
    assertThat(row.identity()).isNotNull();
  }

  @Test
  void an_age_may_be_a_formula() throws IOException {
    assertThat(death("张三", "男", "=2025-1955", "", "2025-01-01").outcome())
        .isEqualTo(RowOutcome.TAKEN);
  }

  @Test
  void a_name_keeps_what_is_written_and_a_number_too() throws IOException {
    ReadRow row = death(" 李　明（户主） ", "女", 70, "'６５０１９９195501010011", "2025-01-01");
    assertThat(row.identity()).isNotNull();
    assertThat(row.identity().name()).isEqualTo("李　明（户主）");
    assertThat(row.identity().number()).isEqualTo("'６５０１９９195501010011");
  }

  @Test
  void a_number_stored_as_a_number_keeps_its_digits() throws IOException {
    Path file =
        aWorkbook()
            .withXml(
                "2025",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"C1\" t=\"s\"><v>2</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>张三</t></is></c>"
                    + "<c r=\"B3\"><v>6.50199195501011E+17</v></c>"
                    + "<c r=\"C3\"><v>45658.5</v></c></row>")
            .part(
                "xl/sharedStrings.xml",
                "<sst><si><t>逝者姓名</t></si><si><t>身份</t><rPh><t>x</t></rPh><r><t>证号</t></r></si>"
                    + "<si><t>死亡日期</t></si></sst>")
            .writeTo(folder.resolve("shared.xlsx"));
    ReadRow row = rows(file).get(2);
    assertThat(row.row()).isEqualTo(3);
    assertThat(row.values())
        .containsEntry("number", "650199195501011000")
        .containsEntry("diedOn", "2025-01-01");
  }

  @Test
  void the_person_without_a_name_but_with_a_number_is_doubtful() throws IOException {
    ReadRow row = death("", "男", 70, "650199195501010011", "2025-01-01");
    assertThat(row.outcome()).isEqualTo(RowOutcome.DOUBTFUL);
    assertThat(row.reason()).contains("没有姓名");
    assertThat(row.facts()).hasSize(1);
  }

  @Test
  void a_disability_number_carries_category_and_level() throws IOException {
    Path file = folder.resolve("残疾人.csv");
    Files.writeString(
        file,
        """
        姓名,残疾人证号,残疾类别,残疾等级,发证日期
        甲,65019919550101001143,,,2020-01-01
        乙,65019919550101001143,肢体,一级,2020-01-01
        丙,="65019919550101001121",听力,,2020.5
        """,
        Charset.forName("GB18030"));
    List<ReadRow> rows = rows(file);
    assertThat(rows.get(1).facts().get(0).code()).isEqualTo("physical:3");
    assertThat(rows.get(2).outcome()).isEqualTo(RowOutcome.DOUBTFUL);
    assertThat(rows.get(2).reason()).contains("残疾等级").contains("不符");
    assertThat(rows.get(2).facts()).isEmpty();
    assertThat(rows.get(3).facts().get(0).code()).isEqualTo("hearing:1");
  }

  @Test
  void a_death_without_its_day_in_the_residence_file_is_doubtful() throws IOException {
    Path file = folder.resolve("户口.csv");
    Files.writeString(
        file,
        """
        户号,姓名,公民身份号码,户口性质,变动类型,变动日期
        1,甲,650199195501010011,农业,死亡注销,
        1,乙,650199195501010011,农业,死亡注销,20250102
        """);
    List<ReadRow> rows = rows(file);
    assertThat(rows.get(1).outcome()).isEqualTo(RowOutcome.DOUBTFUL);
    assertThat(rows.get(1).facts()).extracting(RowFact::kind).containsExactly("hukou");
    assertThat(rows.get(2).facts()).extracting(RowFact::kind).containsExactly("hukou", "death");
  }

  @Test
  void a_failed_payment_is_no_payment() throws IOException {
    Path file = folder.resolve("发放.txt");
    Files.writeString(
        file,
        """
        H|65019901|20250715|DB|2|350.00
        000001|9999|张三|650199195501010011|120.00|农村低保|0000|成功
        000002|9998|李四|650199195501010012|230.00|农村低保|1001|户名不符
        T|2|350.00
        """);
    List<ReadRow> rows = rows(file);
    assertThat(rows)
        .extracting(ReadRow::outcome)
        .containsExactly(
            RowOutcome.SKIPPED, RowOutcome.TAKEN, RowOutcome.TAKEN, RowOutcome.SKIPPED);
    assertThat(rows.get(1).facts().get(0).amount()).isEqualTo(12_000L);
    assertThat(rows.get(1).facts().get(0).from()).isEqualTo("2025-07-15");
    assertThat(rows.get(2).facts()).isEmpty();
  }

  @Test
  void a_sheet_of_notes_beside_the_data_is_refused_row_by_row() throws IOException {
    Path file =
        aWorkbook()
            .with("2025", DEATHS, List.of("张三", "男", 70, "", "2025-01-01"))
            .with("说明", List.of("请勿改表头"), List.of(), List.of("联系电话见通知"))
            .writeTo(folder.resolve("notes.xlsx"));
    List<ReadRow> rows = rows(file);
    assertThat(rows).hasSize(5);
    assertThat(rows.subList(2, 5))
        .extracting(ReadRow::outcome)
        .containsExactly(RowOutcome.REFUSED, RowOutcome.SKIPPED, RowOutcome.REFUSED);
    assertThat(rows.get(2).reason()).contains("说明");
  }
}

package org.yimen.exchange.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yimen.exchange.reading.Sheets.aWorkbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.exchange.reading.RowFact.Subject;
import org.yimen.platform.FileContent;

/** A bureau that the program has never heard of: a description in a folder, no code. */
class NewFormatTests {
  private static final String DESCRIPTION =
      """
      id: charity-aid
      bureau: 慈善会
      title: 慈善救助发放表
      order: 180
      fileHint: 慈善
      forms:
        - form: persons
          role: person
          householdKey: household
          fillBy: household
          filled: [village]
          area: [title, village]
          columns:
            household: {headers: [户序号], must: true}
            village: {headers: [所在村]}
            name: {headers: [受助人/姓名, 受助人], must: true}
            number: {headers: [受助人/证件号, 证件号]}
            sex: {headers: [性别], list: sex}
            amount: {headers: [救助金], type: money, must: true}
            reason: {headers: [事由], list: aidReason}
            paidOn: {headers: [发放日], type: date}
          facts:
            - {kind: aid.charity, amount: amount, code: reason, detail: "事由：{reason}", from: paidOn}
            - {kind: aid.household, of: household, code: =yes, once: true}
      """;

  @TempDir Path folder;

  private Formats formats() throws IOException {
    Path extra = Files.createDirectories(folder.resolve("extra"));
    Files.writeString(extra.resolve("charity.yaml"), DESCRIPTION);
    Files.createDirectories(extra.resolve("codes"));
    Files.writeString(
        extra.resolve("codes/aidReason.csv"), "code,name,aliases\nillness,因病,大病|生病\n");
    Files.createDirectories(extra.resolve("areas"));
    Files.writeString(
        extra.resolve("areas/new.csv"),
        """
        level,code,name,parent,aliases
        county,659999,云岭县,,
        town,659999001,河东镇,659999,
        village,659999001201,柳树村,659999001,柳树
        town,659999002,河西镇,659999,
        village,659999002201,柳树村,659999002,柳树
        """);
    return Formats.load(extra);
  }

  private List<ReadRow> read(Path file) throws IOException {
    FileReading reading = formats().open(file);
    assertThat(reading.format().bureau()).isEqualTo("慈善会");
    List<ReadRow> rows = new ArrayList<>();
    reading.rows(rows::add);
    return rows;
  }

  @Test
  void the_name_that_the_sender_gave_tells_what_the_kept_file_does_not() throws IOException {
    Path extra = Files.createDirectories(folder.resolve("extra"));
    String told =
        DESCRIPTION.replace(
            "    facts:",
            "    context:\n"
                + "      - {field: year, label: 年度, in: file, match: '([0-9]{4})年'}\n"
                + "    facts:");
    formats();
    Files.writeString(extra.resolve("charity.yaml"), told);
    Path kept = Files.copy(workbook(), folder.resolve("5f70bf18a086007016e948b0"));
    List<ReadRow> rows = new ArrayList<>();
    Formats.load(extra).open(FileContent.of(kept), "慈善2024年第一季度.xlsx").rows(rows::add);
    assertThat(rows.get(3).values()).containsEntry("year", "2024");
  }

  private Path workbook() throws IOException {
    return aWorkbook()
        .with(
            "一季度",
            List.of("云岭县河西镇慈善救助发放表"),
            List.of("户序号", "所在村", "受助人", "", "", "救助情况", "", ""),
            List.of("", "", "姓名", "证件号", "性别", "救助金（万元）", "事由", "发放日"),
            List.of(1, "柳树", "张三", "650199199001010011", "男性", 0.25, "大病", 45839),
            List.of("", "", "李四", "", "2", "3,000元", "生病", "2025年7月1日"),
            List.of(),
            List.of(2, "柳树村", "王五", "", "女", "多", "迷路", "2025.13.1"),
            List.of(3, "柳树村", "", "", "女", 1, "因病", ""),
            List.of("小计", "", "", "", "", 9),
            List.of("户序号", "所在村", "受助人", "证件号", "性别", "救助金", "事由", "发放日"),
            List.of("填表人：某某"))
        .writeTo(folder.resolve("任意名字.xlsx"));
  }

  @Test
  void a_new_bureaus_file_is_read_by_a_description_in_a_folder() throws IOException {
    List<ReadRow> rows = read(workbook());
    assertThat(rows.stream().map(ReadRow::row)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(
            rows.stream()
                .map(row -> row.outcome().name().charAt(0))
                .map(String::valueOf)
                .collect(Collectors.joining()))
        .isEqualTo("SSSTTSDRSSS");
    assertThat(rows.get(3).facts())
        .containsExactly(
            new RowFact(
                Subject.PERSON,
                "aid.charity",
                250_000L,
                "illness",
                "事由：illness",
                LocalDate.of(2025, 7, 1),
                null),
            new RowFact(Subject.HOUSEHOLD, "aid.household", null, "yes", null, null, null));
  }

  @Test
  void a_unit_in_the_cell_wins_over_the_one_in_the_header() throws IOException {
    assertThat(read(workbook()).get(4).facts().get(0).amount()).isEqualTo(300_000L);
  }

  @Test
  void merged_cells_are_filled_down_within_the_household() throws IOException {
    Identity second = read(workbook()).get(4).identity();
    assertThat(second).isNotNull();
    assertThat(second.householdKey()).isEqualTo("1");
    assertThat(second.areaCode()).isEqualTo("659999002201");
    assertThat(second.sex()).isEqualTo("female");
  }

  @Test
  void doubtful_values_are_named_and_give_no_fact() throws IOException {
    ReadRow doubtful = read(workbook()).get(6);
    assertThat(doubtful.reason()).contains("救助金").contains("事由").contains("发放日");
    assertThat(doubtful.facts()).extracting(RowFact::kind).containsExactly("aid.household");
    assertThat(doubtful.values()).containsEntry("paidOn", "2025.13.1");
  }

  @Test
  void a_row_of_nobody_is_refused_with_what_to_do() throws IOException {
    ReadRow refused = read(workbook()).get(7);
    assertThat(refused.identity()).isNull();
    assertThat(refused.reason()).contains("请补上");
  }

  @Test
  void labels_and_codes_read_as_chinese() throws IOException {
    Format format = formats().get("charity-aid");
    assertThat(format).isNotNull();
    assertThat(format.label("reason")).isEqualTo("事由");
    assertThat(format.text("reason", "illness")).isEqualTo("因病");
    assertThat(format.text("name", "张三")).isEqualTo("张三");
  }

  @Test
  void a_misspelt_key_of_a_description_is_named() throws IOException {
    Path extra = Files.createDirectories(folder.resolve("wrong"));
    Files.writeString(
        extra.resolve("w.yaml"), DESCRIPTION.replace("list: aidReason", "lsit: aidReason"));
    assertThatThrownBy(() -> Formats.load(extra))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("w.yaml")
        .hasMessageContaining("lsit");
  }

  @Test
  void the_index_names_every_bundled_description_list_and_area() throws IOException {
    Path root = Path.of("src/main/resources/exchange");
    try (Stream<Path> files = Files.walk(root)) {
      List<String> there =
          files
              .filter(file -> file.getNameCount() > root.getNameCount() + 1)
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertThat(Files.readAllLines(root.resolve("index.txt")))
          .containsExactlyInAnyOrderElementsOf(there);
    }
  }
}

package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.WriteRows;

/** A row with something wrong is named by file, row and column; all others are decided. */
@ExtendWith(OnSpark.class)
class RejectedRowsTests {
  @TempDir Path folder;

  private List<String> rejects() {
    return Runs.lines(folder.resolve("out/rejects.csv")).stream()
        .map(line -> line.replaceAll("^[^,]*/", ""))
        .toList();
  }

  private List<String> decided() {
    return Runs.results(folder.resolve("out")).stream().map(row -> row.getString(0)).toList();
  }

  @Test
  void a_wrong_line_of_json_is_named_and_the_others_are_decided() throws IOException {
    Path file = folder.resolve("in/households.ndjson");
    Register.write(file, someWrong());
    Runs.Said said = Runs.of("run", file, "ndjson", folder.resolve("out"));
    assertThat(said.code()).as(said.told()).isEqualTo(1);
    assertThat(said.told()).contains("已测算 2 户，5 户（行）未能测算");
    assertThat(decided()).containsExactly("H00000000", "H00000002");
    List<String> rejects = rejects();
    assertThat(rejects.get(0)).isEqualTo("file,row,column,household,problem");
    assertThat(rejects)
        .anyMatch(
            l -> l.startsWith("households.ndjson,3,members[0].relation,A,不认识“boss”，可用：applicant"))
        .anyMatch(l -> l.startsWith("households.ndjson,4,residenz,B,不认识的键"))
        .anyMatch(l -> l.startsWith("households.ndjson,4,residence,B,不能为空"))
        .anyMatch(l -> l.startsWith("households.ndjson,5,,,不是正确的 JSON"))
        .anyMatch(l -> l.startsWith("households.ndjson,6,,,每行应为一户的 JSON 对象"))
        .anyMatch(l -> l.startsWith("households.ndjson,7,dropout,C,\"应为true 或 false"));
  }

  private static List<String> someWrong() {
    return List.of(
        WriteRows.json(Register.told(0)),
        "",
        wrong("A", "\"relation\":\"applicant\"", "\"relation\":\"boss\""),
        wrong("B", "\"residence\":", "\"residenz\":"),
        WriteRows.json(Register.told(1)).substring(0, 60),
        "[1]",
        wrong("C", "\"dropout\":false", "\"dropout\":\"no\""),
        WriteRows.json(Register.told(2)));
  }

  private static String wrong(String id, String right, String wrong) {
    String sound = WriteRows.json(Register.told(1));
    assertThat(sound).contains(right);
    return sound.replace("\"H00000001\"", '"' + id + '"').replace(right, wrong);
  }

  @Test
  void numbers_that_would_fill_the_memory_are_refused() {
    String sound = WriteRows.json(Register.told(1));
    Path file = folder.resolve("in/households.ndjson");
    Register.write(
        file, List.of(sound.replace("\"uninsuredMembers\":0", "\"uninsuredMembers\":1e999999999")));
    assertThat(Runs.of("run", file, "ndjson", folder.resolve("out")).code()).isEqualTo(1);
    assertThat(rejects().get(1)).startsWith("households.ndjson,1,uninsuredMembers,H00000001,应为整数");
  }

  @Test
  void bytes_of_another_encoding_are_named_by_their_line() throws IOException {
    Path file = folder.resolve("in/households.ndjson");
    Register.write(file, List.of(WriteRows.json(Register.told(0))));
    Files.write(file, "{\"id\":\"甲\"}\n".getBytes("GB18030"), StandardOpenOption.APPEND);
    assertThat(Runs.of("run", file, "ndjson", folder.resolve("out")).code()).isEqualTo(1);
    assertThat(rejects().get(1)).startsWith("households.ndjson,2,,,这一行不是 UTF-8 编码");
    assertThat(decided()).hasSize(1);
  }

  @Test
  void a_household_number_that_comes_twice_is_decided_by_none_of_its_rows() {
    Path file = folder.resolve("in/households.ndjson");
    String twice = WriteRows.json(Register.told(1));
    Register.write(file, List.of(twice, WriteRows.json(Register.told(0)), twice));
    Runs.Said said = Runs.of("run", file, "ndjson", folder.resolve("out"));
    assertThat(said.told()).contains("已测算 1 户，2 户（行）未能测算");
    assertThat(rejects())
        .anyMatch(l -> l.startsWith("households.ndjson,1,id,H00000001,户编号在输入中出现 2 次"))
        .anyMatch(l -> l.startsWith("households.ndjson,3,id,H00000001,户编号在输入中出现 2 次"));
  }

  @Test
  void an_area_that_is_not_in_the_table_of_areas_is_named() {
    Path file = folder.resolve("in/households.ndjson");
    Path areas = folder.resolve("areas.csv");
    Register.write(areas, List.of("code,name", "65,新疆维吾尔自治区", "650107,达坂城区"));
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      lines.add(WriteRows.json(Register.told(number)));
    }
    Register.write(file, lines);
    Runs.of("run", file, "ndjson", folder.resolve("out"), "--areas", areas.toString());
    assertThat(decided()).containsExactly("H00000000", "H00000001");
    assertThat(rejects())
        .hasSize(5)
        .anyMatch(l -> l.startsWith("households.ndjson,5,area,H00000004,区划代码“110101”不在给出的区划表中"));
    assertThat(Runs.lines(folder.resolve("out/summary.csv")))
        .anyMatch(l -> l.startsWith("6,650107,达坂城区,"));
  }

  @Test
  void rows_of_tables_that_belong_to_nobody_are_named() throws IOException {
    Path input = folder.resolve("in");
    Register.csv(20, input, "GB18030");
    append(input, FactTable.INCOME, "H00000003,m99,wage,100,,,,,,");
    append(input, FactTable.MEMBER, "H77777777,m0,applicant,1980-01-01" + ",".repeat(27));
    append(input, FactTable.EXPENSE, "H00000004,m0,medical,12,5");
    append(input, FactTable.COST, "H00000005,m0,tax,1.005,,,,");
    Runs.Said said = Runs.of("run", input, "csv", folder.resolve("out"), "--encoding", "GB18030");
    assertThat(said.told()).contains("已测算 17 户，4 户（行）未能测算");
    assertThat(decided()).doesNotContain("H00000003", "H00000004", "H00000005").hasSize(17);
    assertThat(rejects())
        .anyMatch(l -> l.matches("income.csv,[0-9]+,member,H00000003,这一户没有编号为“m99”的成员。"))
        .anyMatch(l -> l.matches("member.csv,[0-9]+,household,H77777777,household 表中没有.*"))
        .anyMatch(l -> l.matches("cost.csv,[0-9]+,monthly,H00000005,应为最多两位小数的数，而不是“1.005”。"))
        .anyMatch(l -> l.matches("expense.csv,[0-9]+,,.*有 5 个单元格，列名有 7 个.*"));
  }

  private static void append(Path input, FactTable table, String line) throws IOException {
    Path file = input.resolve(WriteRows.file(table));
    Files.write(file, (line + "\r\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
  }

  @Test
  void a_row_of_parquet_with_a_wrong_value_is_named_by_its_number() {
    Map<String, Object> wrong = Register.told(1);
    wrong.put("area", "65-01");
    List<Row> rows =
        List.of(
            WriteRows.row(Register.told(0)), WriteRows.row(wrong), WriteRows.row(Register.told(2)));
    OnSpark.spark()
        .createDataFrame(rows, FactTable.HOUSEHOLD.type())
        .coalesce(1)
        .write()
        .parquet(folder.resolve("in").toString());
    Runs.of("run", folder.resolve("in"), "parquet", folder.resolve("out"));
    assertThat(decided()).containsExactly("H00000000", "H00000002");
    assertThat(rejects().get(1)).contains(".parquet,2,area,H00000001,区划代码“65-01”应为 6 至 12 位数字");
  }
}

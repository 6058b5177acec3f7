package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.batch.facts.WriteRows;
import org.yimen.policy.Law;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.law.RuleSource;

/** Reasons made again, sums by area, and the example. */
@ExtendWith(OnSpark.class)
class TraceAndSumsTests {
  @TempDir Path folder;
  private Path input;
  private Path out;

  @BeforeEach
  void decided() {
    input = folder.resolve("in/households.ndjson");
    out = folder.resolve("out");
    Register.ndjson(120, input);
    assertThat(Runs.of("run", input, "ndjson", out).code()).isZero();
  }

  @Test
  void reasons_are_made_again_and_are_those_of_assess() {
    Runs.Said said = Runs.of("trace", input, "ndjson", out, "--ids", "H00000007,H00000011");
    assertThat(said.code()).as(said.told()).isZero();
    List<String> lines = said.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("{\"name\":\"H00000007\",\"date\":\"2025-08-01\",\"area\":\"650107\"")
        .contains("\"conditions\":[{\"id\":\"dibao.income\"", "社会救助暂行办法");
  }

  @Test
  void facts_that_changed_since_are_told() throws Exception {
    List<String> lines = Files.readAllLines(input);
    lines.set(7, lines.get(7).replace("\"dropout\":false", "\"dropout\":true"));
    Files.write(input, lines);
    Runs.Said said = Runs.of("trace", input, "ndjson", out, "--ids", "H00000007,H00000008,HX");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.told())
        .contains("H00000007：这一户的数据在那次运行之后有变化", "HX：输入中没有这一户")
        .doesNotContain("H00000008：");
  }

  @Test
  void rules_that_changed_since_are_told() {
    Runs.Said said =
        Runs.say(
            "trace",
            "--input",
            input.toString(),
            "--format",
            "ndjson",
            "--as-of",
            "2025-08-01",
            "--run",
            out.toString(),
            "--ids",
            "H00000007");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.told()).contains("规则与那次运行不同");
  }

  @Test
  void sums_are_those_of_the_rows() {
    Map<String, Object[]> expected = new TreeMap<>();
    for (Row row : Runs.results(out)) {
      String key = "4," + row.getString(1).substring(0, 4) + ",," + row.getAs("category");
      Object[] sums = expected.computeIfAbsent(key, none -> new Object[] {0, 0, null});
      sums[0] = (int) sums[0] + 1;
      sums[1] = (int) sums[1] + (int) row.getAs("members");
      BigDecimal low = row.getAs("monthlyLow");
      sums[2] = low == null ? sums[2] : sums[2] == null ? low : low.add((BigDecimal) sums[2]);
    }
    Map<String, Object[]> given = new TreeMap<>();
    for (String line : Runs.lines(out.resolve("summary.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals("4")) {
        BigDecimal low = cells[7].isEmpty() ? null : new BigDecimal(cells[7]);
        String key = String.join(",", cells[0], cells[1], cells[2], cells[3]);
        given.put(key, new Object[] {Integer.valueOf(cells[4]), Integer.valueOf(cells[5]), low});
      }
    }
    assertThat(given.keySet()).hasSizeGreaterThan(8).isEqualTo(expected.keySet());
    expected.forEach((key, sums) -> assertThat(given.get(key)).as(key).isEqualTo(sums));
  }

  @Test
  void results_may_be_csv() {
    Path csv = folder.resolve("csv");
    assertThat(Runs.of("run", input, "ndjson", csv, "--output-format", "csv").code()).isZero();
    List<Row> rows =
        OnSpark.spark()
            .read()
            .option("header", "true")
            .csv(csv.resolve("results").toString())
            .orderBy("id")
            .collectAsList();
    List<Row> parquet = Runs.results(out);
    assertThat(rows).hasSize(120);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).mkString(",")).isEqualTo(parquet.get(i).mkString(","));
    }
    Runs.Said said = Runs.of("trace", input, "ndjson", csv, "--ids", "H00000007");
    assertThat(said.code()).as(said.told()).isZero();
  }

  @Test
  void the_example_has_the_answers_of_the_worked_cases() {
    for (String format : List.of("csv", "ndjson", "parquet")) {
      Path example = folder.resolve("example-" + format);
      Path result = folder.resolve("result-" + format);
      assertThat(Runs.say("example", "--output", example.toString(), "--format", format).code())
          .isZero();
      Runs.Said said =
          Runs.say(
              "run",
              "--input",
              example.toString(),
              "--format",
              format,
              "--as-of",
              "2025-08-01",
              "--output",
              result.toString());
      assertThat(said.code()).as(said.told()).isZero();
      List<String> answers =
          Runs.results(result).stream().map(row -> row.<String>getAs("category")).toList();
      assertThat(answers).hasSizeGreaterThan(50).isEqualTo(ofTheCases());
    }
    assertThat(WriteRows.json(Register.told(7))).contains("\"birthDate\":\"");
  }

  private static List<String> ofTheCases() {
    Law law = Law.load(List.of());
    return RuleSource.casesOfProduct().stream()
        .flatMap(file -> CaseFile.read(law, file.name(), file.bytes()).stream())
        .filter(one -> one.date().equals(Register.DAY) && one.replaced().isEmpty())
        .map((PolicyCase one) -> law.determine(one.household(), one.date(), place(one)))
        .map(determined -> determined.category().code())
        .toList();
  }

  /** The example puts cases of nowhere in particular to a district. */
  private static String place(PolicyCase one) {
    String area = one.area();
    return area == null ? "650107" : area;
  }
}

package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Input of another shape is refused before a row is read, naming file and columns. */
@ExtendWith(OnSpark.class)
class WrongSchemaTests {
  @TempDir Path folder;

  private void refused(Path input, String format, String... told) {
    Runs.Said said = Runs.of("run", input, format, folder.resolve("out"));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.told()).contains(told).doesNotContain("Exception");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("out.unfinished")).doesNotExist();
  }

  @Test
  void columns_of_parquet_that_are_unknown_missing_or_of_another_type_are_named() {
    Path input = folder.resolve("in");
    Register.parquet(OnSpark.spark(), 10, 1, input);
    Dataset<Row> sound = OnSpark.spark().read().parquet(input.toString());
    Path wrong = folder.resolve("wrong");
    sound
        .withColumn("area", functions.lit(650107))
        .withColumnRenamed("residence", "wohnsitz")
        .write()
        .parquet(wrong.toString());
    refused(
        wrong,
        "parquet",
        ".parquet",
        "area：类型应为 STRING，而不是 INT。",
        "wohnsitz：不认识的列。",
        "residence：缺少必填的列。");
  }

  @Test
  void one_wrong_file_among_sound_ones_is_named() throws Exception {
    Path input = folder.resolve("in");
    Register.parquet(OnSpark.spark(), 10, 2, input);
    Files.writeString(input.resolve("zz.parquet"), "no parquet at all");
    refused(input, "parquet", "zz.parquet", "不是完整的 Parquet 文件");
  }

  @Test
  void fewer_columns_are_enough_where_the_rest_is_not_known() {
    Path input = folder.resolve("in");
    Register.parquet(OnSpark.spark(), 10, 1, input);
    Path fewer = folder.resolve("fewer");
    OnSpark.spark()
        .read()
        .parquet(input.toString())
        .select("id", "area", "residence", "members")
        .write()
        .parquet(fewer.toString());
    Runs.Said said = Runs.of("run", fewer, "parquet", folder.resolve("out"));
    assertThat(said.code()).as(said.told()).isZero();
    assertThat(Runs.results(folder.resolve("out"))).hasSize(10);
  }

  @Test
  void columns_of_csv_that_are_unknown_or_missing_are_named() throws Exception {
    Path input = folder.resolve("in");
    Register.csv(3, input, "UTF-8");
    Path member = input.resolve("member.csv");
    String text = Files.readString(member);
    Files.writeString(member, text.replaceFirst("birthDate", "geboren"));
    refused(input, "csv", "member.csv 第 1 行有不认识的列“geboren”", "birthDate");
    Files.writeString(
        member, text.replaceFirst("birthDate", "sex").replaceFirst("sex,labour", "labour"));
    refused(input, "csv", "member.csv");
    Files.writeString(member, text);
    Files.move(member, input.resolve("people.csv"));
    refused(input, "csv", "people.csv 看不出是哪张表");
  }

  @Test
  void input_that_is_not_there_is_told() {
    refused(folder.resolve("nowhere"), "parquet", "请核对 --input 的路径");
    Register.write(folder.resolve("empty/readme.txt"), List.of("nothing"));
    refused(folder.resolve("empty"), "ndjson", "中没有以 .ndjson");
  }
}

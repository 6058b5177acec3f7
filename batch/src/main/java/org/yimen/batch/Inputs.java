package org.yimen.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.deciding.RuleTexts;
import org.yimen.batch.source.Source;
import org.yimen.batch.source.Sources;
import picocli.CommandLine.Option;

/** What every command is told about input and rules. */
final class Inputs {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "住户数据：文件或文件夹（本机、hdfs:// 等）")
  private String where = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "数据格式：parquet、ndjson、csv（默认 ${DEFAULT-VALUE}）")
  private Sources.Format format = Sources.Format.PARQUET;

  @Option(names = "--encoding", paramLabel = "NAME", description = "CSV 的编码：UTF-8（默认）、GB18030")
  private String encoding = "UTF-8";

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "按哪一天的规则和情况测算，写作 2025-08-01")
  private LocalDate asOf = LocalDate.EPOCH;

  @Option(names = "--area", paramLabel = "DIR", description = "地区规则文件夹，其中的参数优先；可以写多次")
  private List<Path> folders = List.of();

  @Option(
      names = "--areas",
      paramLabel = "FILE",
      description = "区划表（CSV：代码,名称）；写了它，不在表中的区划的户会被列出、不测算")
  private @Nullable Path areas;

  LocalDate asOf() {
    return asOf;
  }

  RuleTexts rules() {
    return RuleTexts.of(folders);
  }

  Source source(SparkSession spark) {
    return Sources.open(spark, format, where, encoding);
  }

  String format() {
    return format.name();
  }

  /** Names by code; none where no table was given. */
  Map<String, String> areaNames() {
    Map<String, String> names = new LinkedHashMap<>();
    if (areas == null) {
      return names;
    }
    List<String> lines = new ArrayList<>();
    try {
      lines.addAll(Files.readAllLines(areas, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refused("无法读取区划表 " + areas + "（应为 UTF-8 编码的 CSV）。");
    }
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).replace("\uFEFF", "").split(",", 2);
      String code = cells[0].strip();
      if (code.matches("[0-9]{2,12}")) {
        names.put(code, cells.length > 1 ? cells[1].strip() : "");
      } else if (i > 0 && !code.isEmpty()) {
        throw new Refused(areas + " 第 " + (i + 1) + " 行：第一列应为 2 至 12 位区划代码。");
      }
    }
    if (names.isEmpty()) {
      throw new Refused(areas + " 中没有区划代码；第一列应为代码，第二列为名称。");
    }
    return names;
  }

  static HashSet<String> codes(Map<String, String> names) {
    HashSet<String> codes = new HashSet<>();
    names.keySet().stream().filter(code -> code.length() >= 6).forEach(codes::add);
    return codes;
  }
}

package org.yimen.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.ToldHousehold;
import org.yimen.batch.facts.WriteRows;
import org.yimen.batch.source.Sources;
import org.yimen.policy.Law;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.law.RuleSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the product's worked cases as input, to be looked at and tried. */
@Command(
    name = "example",
    description = "把内置的判例写成一份样例数据，照着准备自己的数据",
    mixinStandardHelpOptions = true)
final class ExampleCommand implements Callable<Integer> {
  private static final String SOMEWHERE = "650107";
  private static final LocalDate DAY = LocalDate.of(2025, 8, 1);

  @Option(names = "--output", required = true, paramLabel = "DIR", description = "样例文件夹")
  private Path folder = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "parquet、ndjson、csv（默认 ${DEFAULT-VALUE}）")
  private Sources.Format format = Sources.Format.CSV;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder)) {
      throw new Refused(folder + " 已经存在，请换一个 --output。");
    }
    List<Map<String, Object>> households = households();
    switch (format) {
      case PARQUET -> Batch.onSpark(spark -> parquet(spark, households));
      case NDJSON -> {
        Files.createDirectories(folder);
        List<String> lines = households.stream().map(WriteRows::json).toList();
        Files.write(folder.resolve("households.ndjson"), lines, StandardCharsets.UTF_8);
      }
      case CSV -> csv(households);
    }
    System.err.printf(
        "已写出 %d 户样例到 %s；测算：yimen batch run --as-of %s --format %s --input %s --output 结果%n",
        households.size(), folder, DAY, format.name().toLowerCase(java.util.Locale.ROOT), folder);
    return 0;
  }

  /** Cases of that day; what a case replaces of the law is left out. */
  private static List<Map<String, Object>> households() {
    Law law = Law.load(List.of());
    List<Map<String, Object>> all = new ArrayList<>();
    for (RuleSource file : RuleSource.casesOfProduct()) {
      for (PolicyCase one : CaseFile.read(law, file.name(), file.bytes())) {
        if (one.date().equals(DAY) && one.replaced().isEmpty()) {
          String area = one.area() == null ? SOMEWHERE : one.area();
          String id = "H%04d".formatted(all.size() + 1);
          all.add(ToldHousehold.of(id, area, one.household()));
        }
      }
    }
    return all;
  }

  private int parquet(SparkSession spark, List<Map<String, Object>> households) {
    List<Row> rows = households.stream().map(WriteRows::row).toList();
    spark
        .createDataFrame(rows, FactTable.HOUSEHOLD.type())
        .coalesce(1)
        .write()
        .mode(SaveMode.ErrorIfExists)
        .parquet(folder.toString());
    return 0;
  }

  private void csv(List<Map<String, Object>> households) throws IOException {
    Files.createDirectories(folder);
    for (FactTable table : FactTable.values()) {
      List<String> lines = new ArrayList<>(List.of(WriteRows.header(table)));
      households.forEach(
          household -> lines.addAll(WriteRows.csv(household).getOrDefault(table, List.of())));
      Files.write(folder.resolve(WriteRows.file(table)), lines, StandardCharsets.UTF_8);
    }
  }
}

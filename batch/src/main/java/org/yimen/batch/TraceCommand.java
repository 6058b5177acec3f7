package org.yimen.batch;

import static org.apache.spark.sql.functions.col;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.deciding.Question;
import org.yimen.batch.deciding.Replay;
import org.yimen.batch.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the reasons of chosen households again and checks them against what a run kept. */
@Command(
    name = "trace",
    description = "重放选定的户：逐条理由，并核对与当时保存的结果是否一致",
    mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
  @Mixin private Inputs inputs = new Inputs();

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "yimen batch run 的结果文件夹")
  private String run = "";

  @Option(names = "--ids", required = true, paramLabel = "ID,ID", split = ",", description = "户编号")
  private List<String> ids = List.of();

  @Override
  public Integer call() {
    return Batch.onSpark(this::trace);
  }

  private int trace(SparkSession spark) {
    Map<String, Row> kept = kept(spark);
    Question question =
        new Question(inputs.asOf(), inputs.rules(), null, Inputs.codes(inputs.areaNames()));
    question.law();
    Source source = inputs.source(spark);
    HashSet<String> wanted = new HashSet<>(ids);
    List<Replay> replays =
        source
            .households(source.files(), question::reader)
            .filter(given -> wanted.contains(given.id()))
            .map(given -> Replay.of(given, question))
            .collect();
    return tell(replays, kept);
  }

  /** Prints them; exit code 1 where something differs or is not there. */
  private int tell(List<Replay> replays, Map<String, Row> kept) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Set<String> open = new LinkedHashSet<>(ids);
    List<String> problems = new ArrayList<>();
    for (Replay replay : replays.stream().sorted(Comparator.comparing(Replay::id)).toList()) {
      open.remove(replay.id());
      String problem = problem(replay, kept.get(replay.id()));
      if (replay.json() != null) {
        out.println(replay.json());
      }
      if (problem != null) {
        problems.add(replay.id() + "：" + problem);
      }
    }
    open.forEach(id -> problems.add(id + "：输入中没有这一户，请核对编号。"));
    problems.forEach(System.err::println);
    return problems.isEmpty() ? 0 : 1;
  }

  private static @Nullable String problem(Replay replay, @Nullable Row kept) {
    if (replay.json() == null) {
      return "这一行有错误，没有测算，原因见 rejects.csv。";
    }
    return kept == null
        ? "那次运行的结果中没有这一户。"
        : replay.difference(
            kept.getString(3), kept.getString(4), kept.getString(1) + " " + kept.getString(2));
  }

  /** Id, category, conditions, law and facts of the wanted ones. */
  private Map<String, Row> kept(SparkSession spark) {
    String where = new Path(run, "results").toString();
    Dataset<Row> results;
    try {
      boolean csv = isCsv(spark, where);
      results =
          csv ? spark.read().option("header", "true").csv(where) : spark.read().parquet(where);
    } catch (Exception e) { // Spark throws what it doesn't declare
      throw new Refused(run + " 中没有测算结果（results）；应为 yimen batch run 的 --output。");
    }
    Map<String, Row> found = new HashMap<>();
    results
        .where(col("id").isin(ids.toArray()))
        .select("id", "category", "conditions", "law", "facts")
        .collectAsList()
        .forEach(row -> found.put(row.getString(0), row));
    return found;
  }

  private static boolean isCsv(SparkSession spark, String where) throws java.io.IOException {
    Path folder = new Path(where);
    var files =
        folder
            .getFileSystem(spark.sparkContext().hadoopConfiguration())
            .listStatus(folder, path -> path.getName().endsWith(".csv"));
    return files.length > 0;
  }
}

package org.yimen.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.deciding.DecidedRow;
import org.yimen.batch.deciding.LoadedLaw;
import org.yimen.batch.deciding.Question;
import org.yimen.batch.deciding.RuleTexts;
import org.yimen.batch.output.DecideEverybody;
import org.yimen.batch.output.Workplace;
import org.yimen.batch.source.InputFile;
import org.yimen.batch.source.Source;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** What a run is told about its results, and the run itself. */
final class Outputs {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--output", required = true, paramLabel = "DIR", description = "结果文件夹；全部完成后才出现")
  private String where = "";

  @Option(
      names = "--output-format",
      paramLabel = "FORMAT",
      description = "结果格式：parquet、csv（默认 ${DEFAULT-VALUE}）")
  private DecideEverybody.Format format = DecideEverybody.Format.PARQUET;

  @Option(
      names = "--levels",
      paramLabel = "N,N",
      split = ",",
      description = "按区划代码前几位汇总（默认 2,4,6：省、地、县）")
  private Integer[] levels = {2, 4, 6};

  @Option(
      names = "--group-bytes",
      paramLabel = "BYTES",
      description = "每测算完多少字节的文件就存一次，中断后从这里接着来（默认 4 GB）")
  private long groupBytes = 4L << 30;

  @Option(names = "--replace", description = "覆盖已有的结果，丢弃中断后留下的")
  private boolean replace;

  /** Runs; exit code 0: every row was decided, 1: some were rejected. */
  int run(SparkSession spark, Inputs inputs, @Nullable RuleTexts tried) {
    Map<String, String> names = inputs.areaNames();
    RuleTexts rules = inputs.rules();
    Question question = new Question(inputs.asOf(), rules, tried, Inputs.codes(names));
    LoadedLaw law = question.law();
    LoadedLaw other = question.triedLaw();
    Source source = inputs.source(spark);
    Workplace place = new Workplace(spark.sparkContext().hadoopConfiguration(), where);
    if (!place.begin(madeOf(inputs, names, source.files()) + laws(law, other, tried), replace)) {
      System.err.println(where + " 中已是同一输入、同一规则的完整结果，没有重做。");
      String before = place.whole("run.json");
      return JSON.readTree(before).path("rejected").asLong(0) == 0 ? 0 : 1;
    }
    DecideEverybody.Wanted wanted =
        new DecideEverybody.Wanted(format, groupBytes, Arrays.asList(levels), names);
    DecideEverybody.Counts counts =
        new DecideEverybody(spark, source, question, wanted).into(place);
    place.write("run.json", manifest(inputs.asOf(), law, other, counts));
    place.finish();
    String why = counts.rejected() == 0 ? "" : "，原因见 " + where + "/rejects.csv";
    System.err.printf("已测算 %d 户，%d 户（行）未能测算%s。%n", counts.decided(), counts.rejected(), why);
    return counts.rejected() == 0 ? 0 : 1;
  }

  private static String laws(LoadedLaw law, @Nullable LoadedLaw other, @Nullable RuleTexts tried) {
    String text = "law " + DecidedRow.hex(law.law().hash()) + "\n";
    return other == null || tried == null
        ? text
        : text
            + "tried "
            + DecidedRow.hex(other.law().hash())
            + new TreeMap<>(tried.values())
            + tried.without()
            + "\n";
  }

  /** Everything that results depend on but the law; a changed file is another run. */
  private String madeOf(Inputs inputs, Map<String, String> names, List<InputFile> files) {
    StringBuilder text = new StringBuilder();
    text.append("asOf ").append(inputs.asOf()).append('\n');
    text.append("format ").append(inputs.format()).append(' ').append(format).append('\n');
    text.append("levels ").append(Arrays.toString(levels)).append('\n');
    text.append("groupBytes ").append(groupBytes).append('\n');
    text.append("areas ").append(new TreeMap<>(names).hashCode()).append('\n');
    for (InputFile file : files) {
      text.append("file ").append(file.path()).append(' ').append(file.length());
      text.append(' ').append(file.modified()).append('\n');
    }
    return text.toString();
  }

  private String manifest(
      LocalDate asOf, LoadedLaw law, @Nullable LoadedLaw tried, DecideEverybody.Counts counts) {
    Map<String, Object> told = new java.util.LinkedHashMap<>();
    told.put("asOf", asOf.toString());
    told.put("law", DecidedRow.hex(law.law().hash()));
    if (tried != null) {
      told.put("triedLaw", DecidedRow.hex(tried.law().hash()));
    }
    told.put("format", format.name().toLowerCase(Locale.ROOT));
    told.put("decided", counts.decided());
    told.put("rejected", counts.rejected());
    told.put("householdConditions", law.law().householdConditions());
    told.put("memberConditions", law.law().memberConditions());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(told) + "\n";
  }
}

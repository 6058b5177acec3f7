package org.yimen.batch.output;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.yimen.batch.deciding.DecideRows;
import org.yimen.batch.deciding.DecidedRow;
import org.yimen.batch.deciding.Question;
import org.yimen.batch.source.InputFile;
import org.yimen.batch.source.Source;

/**
 * Decides every household once, group of files by group, and then makes results, sums and rejected
 * rows of what was decided.
 */
public final class DecideEverybody {
  private static final String DECIDED = "decided";

  private final SparkSession spark;
  private final Source source;
  private final Question question;
  private final Wanted wanted;

  /** What the results look like. */
  public enum Format {
    PARQUET,
    CSV
  }

  /**
   * What is to be left behind.
   *
   * @param groupBytes so much input is decided before it is kept
   * @param levels digits of the area for sums
   * @param names of areas, as far as known
   */
  public record Wanted(
      Format format, long groupBytes, List<Integer> levels, Map<String, String> names) {}

  /** How many households were decided, and how many rows or households were rejected. */
  public record Counts(long decided, long rejected) {}

  public DecideEverybody(SparkSession spark, Source source, Question question, Wanted wanted) {
    this.spark = spark;
    this.source = source;
    this.question = question;
    this.wanted = wanted;
  }

  /** Does it; groups that an earlier run kept are not decided again. */
  public Counts into(Workplace place) {
    List<List<InputFile>> groups = source.groups(wanted.groupBytes());
    for (int i = 0; i < groups.size(); i++) {
      String name = DECIDED + "/group=" + i;
      if (!place.has(name)) {
        decide(groups.get(i)).write().mode(SaveMode.Overwrite).parquet(place.path(name + ".part"));
        place.keep(name);
      }
      System.err.printf("已测算第 %d 组文件，共 %d 组%n", i + 1, groups.size());
    }
    Counts counts = finish(place);
    place.remove(DECIDED);
    return counts;
  }

  private Dataset<Row> decide(List<InputFile> files) {
    Question asked = question;
    JavaRDD<Row> rows =
        source
            .households(files, asked::reader)
            .mapPartitions(given -> new DecideRows(given, asked));
    return spark.createDataFrame(rows, DecidedRow.type(asked.tried() != null));
  }

  private Counts finish(Workplace place) {
    Dataset<Row> decided =
        spark
            .read()
            .schema(DecidedRow.type(question.tried() != null))
            .option("recursiveFileLookup", "true")
            .parquet(place.path(DECIDED));
    Dataset<Row> sound = decided.where(size(col("faults")).equalTo(0));
    Dataset<Row> doubled =
        sound.groupBy("id").agg(count(lit(1)).as("times")).where(col("times").gt(1)).cache();
    if (!doubled.isEmpty()) {
      sound = sound.join(doubled.select("id"), asId(), "left_anti");
    }
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    new Rejects(decided, doubled).write(place, source.isText(), configuration);
    results(sound, place);
    long kept = sound.count();
    return new Counts(kept, decided.count() - kept);
  }

  private static scala.collection.immutable.Seq<String> asId() {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of("id")).toSeq();
  }

  private void results(Dataset<Row> sound, Workplace place) {
    Dataset<Row> plain = sound.drop("file", "position", "faults");
    if (question.tried() == null) {
      new AreaSums(plain, wanted.levels(), wanted.names()).write(place);
      write(plain, place.path("results"));
    } else {
      Dataset<Row> moved = plain.withColumn("change", change());
      new AreaSums(moved, wanted.levels(), wanted.names()).writeCompared(place);
      write(moved.where(col("change").notEqual("stays")), place.path("changes"));
    }
  }

  /** As 政策测算 of the district's program tells changes apart. */
  private static Column change() {
    Column before = helped("category");
    Column after = helped(DecidedRow.TRIED + "category");
    Column unclear =
        col("category").equalTo("unknown").or(col("tried_category").equalTo("unknown"));
    Column sameAmount =
        col("monthlyLow")
            .eqNullSafe(col("tried_monthlyLow"))
            .and(col("monthlyHigh").eqNullSafe(col("tried_monthlyHigh")));
    return when(
            col("category").equalTo(col("tried_category")),
            when(sameAmount, "stays").otherwise("amount"))
        .when(unclear, "unclear")
        .when(after.and(before), "changes")
        .when(after, "enters")
        .when(before, "leaves")
        .otherwise("changes");
  }

  private static Column helped(String column) {
    return col(column).isin("tekun", "dibao", "dibaoMargin", "rigidExpense");
  }

  private void write(Dataset<Row> rows, String where) {
    String format = wanted.format().name().toLowerCase(Locale.ROOT);
    rows.write().mode(SaveMode.Overwrite).option("header", "true").format(format).save(where);
  }
}

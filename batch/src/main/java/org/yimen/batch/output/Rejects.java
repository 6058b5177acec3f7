package org.yimen.batch.output;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** The rows that could not be decided, each with file, line, column and what to do. */
final class Rejects {
  private final Dataset<Row> decided;

  /** Ids that occur more than once, with how often. */
  private final Dataset<Row> doubled;

  Rejects(Dataset<Row> decided, Dataset<Row> doubled) {
    this.decided = decided;
    this.doubled = doubled;
  }

  private Dataset<Row> faults() {
    Dataset<Row> wrong =
        decided
            .where(size(col("faults")).gt(0))
            .select(col("id"), explode(col("faults")).as("fault"))
            .select(
                col("id"),
                col("fault.file"),
                col("fault.position"),
                col("fault.column"),
                col("fault.message"));
    Dataset<Row> twice =
        decided
            .where(size(col("faults")).equalTo(0))
            .join(doubled, "id")
            .select(
                col("id"),
                col("file"),
                col("position"),
                lit("id").as("column"),
                concat(lit("户编号在输入中出现 "), col("times"), lit(" 次，每户只能有一行；这些行都没有测算。")).as("message"));
    return wrong.unionAll(twice);
  }

  /**
   * Writes them to one file in the order of files and rows.
   *
   * @param text positions count bytes, so that lines have to be counted
   */
  void write(Workplace place, boolean text, Configuration configuration) {
    Dataset<Row> sorted =
        faults().repartition(col("file")).sortWithinPartitions("file", "position");
    JavaRDD<Row> rows = sorted.toJavaRDD();
    if (text) {
      SerializableConfiguration sent = new SerializableConfiguration(configuration);
      rows = rows.mapPartitions(some -> new Numbered(some, sent.value()));
    }
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(place.create("rejects.csv"), StandardCharsets.UTF_8))) {
      CsvText csv = new CsvText(out);
      csv.row(List.of("file", "row", "column", "household", "problem"));
      for (Iterator<Row> all = rows.toLocalIterator(); all.hasNext(); ) {
        Row row = all.next();
        String number = String.valueOf(row.getLong(2) + (text ? 0 : 1));
        csv.row(
            List.of(
                row.getString(1), number, row.getString(3), row.getString(0), row.getString(4)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spark gives Parquet files as addresses with percent signs. */
  private static String plain(String file) {
    return new Path(URI.create(file)).toString();
  }

  /** Puts the line where the byte stood. */
  private static final class Numbered implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Configuration configuration;
    private String file = "";
    private @Nullable LineNumbers lines;

    Numbered(Iterator<Row> rows, Configuration configuration) {
      this.rows = rows;
      this.configuration = configuration;
    }

    @Override
    public boolean hasNext() {
      boolean more = rows.hasNext();
      if (!more && lines != null) {
        lines.close();
      }
      return more;
    }

    @Override
    public Row next() {
      Row row = rows.next();
      LineNumbers here = lines;
      if (here == null || !file.equals(row.getString(1))) {
        if (here != null) {
          here.close();
        }
        file = row.getString(1);
        here = new LineNumbers(file, configuration);
        lines = here;
      }
      return RowFactory.create(row.get(0), file, here.of(row.getLong(2)), row.get(3), row.get(4));
    }
  }
}

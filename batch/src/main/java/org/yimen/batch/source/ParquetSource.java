package org.yimen.batch.source;

import static org.apache.spark.sql.functions.col;
import static org.yimen.batch.facts.FactTable.HOUSEHOLD;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.batch.facts.ReadHousehold;

/** Households as rows of Parquet files, everything of a household in its row. */
final class ParquetSource implements Source {
  private final SparkSession spark;
  private final List<InputFile> files;

  ParquetSource(SparkSession spark, String where) {
    this.spark = spark;
    this.files = InputFile.below(spark.sparkContext().hadoopConfiguration(), where, ".parquet");
    new ParquetSchema(spark).check(files);
  }

  @Override
  public List<InputFile> files() {
    return files;
  }

  @Override
  public List<List<InputFile>> groups(long bytes) {
    return InputFile.grouped(files, bytes);
  }

  @Override
  public JavaRDD<GivenHousehold> households(List<InputFile> some, Readers readers) {
    String[] paths = some.stream().map(InputFile::asPattern).toArray(String[]::new);
    List<Column> columns = new ArrayList<>();
    for (String name : HOUSEHOLD.type().fieldNames()) {
      columns.add(col(name));
    }
    columns.add(col("_metadata.file_path"));
    columns.add(col("_metadata.row_index"));
    Dataset<Row> rows =
        spark.read().schema(HOUSEHOLD.type()).parquet(paths).select(columns.toArray(Column[]::new));
    return rows.queryExecution().toRdd().toJavaRDD().mapPartitions(some1 -> read(some1, readers));
  }

  private static Iterator<GivenHousehold> read(Iterator<InternalRow> rows, Readers readers) {
    ReadHousehold reader = readers.make();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public GivenHousehold next() {
        return reader.read(rows.next(), List.of());
      }
    };
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public String encoding() {
    return "UTF-8";
  }
}

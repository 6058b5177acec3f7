package org.yimen.batch.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.yimen.batch.Refused;

/** Opens input by its format. */
public final class Sources {
  private Sources() {}

  /** How input lies in its files. */
  public enum Format {
    PARQUET,
    NDJSON,
    CSV
  }

  /**
   * Looks at the files but reads no row.
   *
   * @param encoding of CSV: UTF-8, GB18030
   * @throws Refused where they are not of the schema, naming file and column
   */
  public static Source open(SparkSession spark, Format format, String where, String encoding) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    try {
      Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Refused("不认识编码 " + encoding + "，可用 UTF-8、GB18030。");
    }
    return switch (format) {
      case PARQUET -> new ParquetSource(spark, where);
      case NDJSON -> new NdjsonSource(context, where);
      case CSV -> new CsvSource(context, where, encoding);
    };
  }
}

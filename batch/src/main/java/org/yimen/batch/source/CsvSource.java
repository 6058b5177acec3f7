package org.yimen.batch.source;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.yimen.batch.Refused;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.GivenHousehold;
import scala.Tuple2;

/** Households whose rows lie in several tables, each one or more CSV files. */
final class CsvSource implements Source {
  private final JavaSparkContext context;
  private final List<InputFile> files;
  private final HashMap<String, CsvTable> tables = new HashMap<>();
  private final String encoding;

  CsvSource(JavaSparkContext context, String where, String encoding) {
    this.context = context;
    this.encoding = encoding;
    this.files = InputFile.below(context.hadoopConfiguration(), where, ".csv", ".csv.gz");
    for (InputFile file : files) {
      tables.put(file.path(), CsvTable.of(file, context.hadoopConfiguration(), encoding));
    }
    for (FactTable wanted : List.of(FactTable.HOUSEHOLD, FactTable.MEMBER)) {
      if (tables.values().stream().noneMatch(table -> table.table() == wanted)) {
        throw new Refused(
            where
                + " 中没有"
                + wanted.title()
                + "表（"
                + wanted.name().toLowerCase(java.util.Locale.ROOT)
                + "*.csv）。");
      }
    }
  }

  @Override
  public List<InputFile> files() {
    return files;
  }

  @Override
  public List<List<InputFile>> groups(long bytes) {
    return List.of(files);
  }

  @Override
  public JavaRDD<GivenHousehold> households(List<InputFile> some, Readers readers) {
    HashMap<String, CsvTable> headers = tables;
    JavaPairRDD<String, Piece> pieces =
        Lines.of(context, some, encoding)
            .filter(line -> !line.isFirst())
            .mapToPair(line -> keyed(line, headers));
    return pieces.groupByKey().mapPartitions(groups -> join(groups, readers));
  }

  private static Tuple2<String, Piece> keyed(Lines.Line line, Map<String, CsvTable> headers) {
    CsvTable header = headers.get(line.file());
    if (header == null) {
      throw new IllegalStateException("no header of " + line.file());
    }
    Piece piece = new ReadPiece(line, header).piece();
    return new Tuple2<>(piece.key(), piece);
  }

  private static Iterator<GivenHousehold> join(
      Iterator<Tuple2<String, Iterable<Piece>>> groups, Readers readers) {
    JoinPieces joining = new JoinPieces(readers.make());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return groups.hasNext();
      }

      @Override
      public GivenHousehold next() {
        return joining.household(groups.next()._2());
      }
    };
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public String encoding() {
    return encoding;
  }
}

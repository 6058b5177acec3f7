package org.yimen.batch.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.yimen.batch.facts.Fault;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.batch.facts.JsonLine;
import org.yimen.batch.facts.ReadHousehold;

/** Households as lines of JSON, UTF-8. */
final class NdjsonSource implements Source {
  private final JavaSparkContext context;
  private final List<InputFile> files;

  NdjsonSource(JavaSparkContext context, String where) {
    this.context = context;
    this.files =
        InputFile.below(
            context.hadoopConfiguration(),
            where,
            ".ndjson",
            ".jsonl",
            ".json",
            ".ndjson.gz",
            ".jsonl.gz",
            ".json.gz");
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
    return Lines.of(context, some, "UTF-8").mapPartitions(lines -> read(lines, readers));
  }

  private static Iterator<GivenHousehold> read(Iterator<Lines.Line> lines, Readers readers) {
    ReadHousehold reader = readers.make();
    JsonLine json = new JsonLine();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public GivenHousehold next() {
        Lines.Line line = lines.next();
        List<Fault> faults = new ArrayList<>();
        String text = line.text();
        if (text == null) {
          faults.add(new Fault(line.file(), line.position(), "", "这一行不是 UTF-8 编码，请把文件另存为 UTF-8。"));
          return new GivenHousehold("", "", null, line.file(), line.position(), faults);
        }
        return reader.read(json.row(text, line.file(), line.position(), faults), faults);
      }
    };
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public String encoding() {
    return "UTF-8";
  }
}

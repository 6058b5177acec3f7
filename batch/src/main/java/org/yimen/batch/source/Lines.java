package org.yimen.batch.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** Lines of text files with the byte at which each begins. */
final class Lines {
  private Lines() {}

  /**
   * A line.
   *
   * @param text null where its bytes are not in the encoding
   */
  record Line(String file, long position, @Nullable String text) {
    /** The first of its file. */
    boolean isFirst() {
      return position == 0;
    }
  }

  /** The lines of these files, however large; blank ones left out. */
  static JavaRDD<Line> of(JavaSparkContext context, List<InputFile> files, String encoding) {
    JavaNewHadoopRDD<LongWritable, Text> read =
        (JavaNewHadoopRDD<LongWritable, Text>)
            context.newAPIHadoopRDD(
                asking(context, files), TextInputFormat.class, LongWritable.class, Text.class);
    return read.mapPartitionsWithInputSplit(
        (split, lines) -> new InOneFile(((FileSplit) split).getPath().toString(), lines, encoding),
        false);
  }

  private static Configuration asking(JavaSparkContext context, List<InputFile> files) {
    try {
      Job job = Job.getInstance(context.hadoopConfiguration());
      Path[] paths = files.stream().map(file -> new Path(file.asPattern())).toArray(Path[]::new);
      FileInputFormat.setInputPaths(job, paths);
      return job.getConfiguration();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class InOneFile implements Iterator<Line> {
    private final String file;
    private final Iterator<Tuple2<LongWritable, Text>> lines;
    private final CharsetDecoder decoder;
    private @Nullable Line next;

    InOneFile(String file, Iterator<Tuple2<LongWritable, Text>> lines, String encoding) {
      this.file = file;
      this.lines = lines;
      this.decoder =
          Charset.forName(encoding)
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      this.next = following();
    }

    private @Nullable Line following() {
      while (lines.hasNext()) {
        Tuple2<LongWritable, Text> line = lines.next();
        String text = decoded(line._2());
        if (text == null || !text.isBlank()) {
          return new Line(file, line._1().get(), text);
        }
      }
      return null;
    }

    private @Nullable String decoded(Text line) {
      try {
        return decoder.decode(ByteBuffer.wrap(line.getBytes(), 0, line.getLength())).toString();
      } catch (CharacterCodingException e) {
        return null;
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Line next() {
      Line line = next;
      if (line == null) {
        throw new java.util.NoSuchElementException();
      }
      next = following();
      return line;
    }
  }
}

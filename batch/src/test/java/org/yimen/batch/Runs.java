package org.yimen.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** Command lines as somebody types them, on the tests' session. */
final class Runs {
  private Runs() {}

  /** What came out: the exit code, standard output and what was said beside it. */
  record Said(int code, String out, String told) {}

  static Said of(String command, Path input, String format, Path output, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--input", input.toString(), "--format", format));
    words.addAll(List.of("--as-of", Register.DAY.toString()));
    words.addAll(List.of("--area", Register.RULES.toString()));
    words.addAll(List.of(command.equals("trace") ? "--run" : "--output", output.toString()));
    words.addAll(List.of(more));
    return say(words.toArray(String[]::new));
  }

  static Said say(String... words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
      int code = Batch.run(words);
      return new Said(
          code, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  static List<Row> results(Path output) {
    return OnSpark.spark()
        .read()
        .parquet(output.resolve("results").toString())
        .orderBy("id")
        .collectAsList();
  }

  /** Lines of a small file, without its byte order mark. */
  static List<String> lines(Path file) {
    try {
      return Files.readString(file).replace("\uFEFF", "").lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

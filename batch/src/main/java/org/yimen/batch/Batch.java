package org.yimen.batch;

import java.io.PrintWriter;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.SparkSession;
import org.yimen.policy.text.BadFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The same rules on Spark, for a province or the nation: {@code docs/spec/batch.md}. Exit codes: 0
 * every row was decided, 1 some were rejected or differ, 2 it could not be done.
 */
@Command(
    name = "yimen batch",
    description = "在 Spark 上按同一套规则测算全省、全国的住户",
    mixinStandardHelpOptions = true,
    subcommands = {RunCommand.class, ReformCommand.class, TraceCommand.class, ExampleCommand.class})
public final class Batch {
  private Batch() {}

  public static void main(String[] args) {
    int code = run(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command line; gives the exit code. */
  static int run(String... args) {
    CommandLine line = new CommandLine(new Batch());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof Refused || exception instanceof BadFile) {
            System.err.println(exception.getMessage());
            return 2;
          }
          exception.printStackTrace();
          System.err.println("没有完成：" + cause(exception));
          System.err.println("已测算的文件保留着；排除原因后再次运行同一命令，会从中断处接着来。");
          return 2;
        });
    line.setErr(new PrintWriter(System.err, true));
    return line.execute(args);
  }

  /** What it began with, which is far down in what Spark throws. */
  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    Throwable deeper = cause.getCause();
    while (deeper != null && deeper != cause) {
      cause = deeper;
      deeper = cause.getCause();
    }
    return cause;
  }

  /** Does something on the session of this process, begun where there is none. */
  static int onSpark(ToIntFunction<SparkSession> deed) {
    SparkSession before = SparkSession.getActiveSession().getOrElse(() -> null);
    if (before != null) {
      return deed.applyAsInt(before);
    }
    SparkSession spark = SparkSession.builder().appName("yimen batch").getOrCreate();
    try {
      return deed.applyAsInt(spark);
    } finally {
      spark.stop();
    }
  }
}

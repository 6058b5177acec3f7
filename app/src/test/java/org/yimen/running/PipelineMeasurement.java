package org.yimen.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.yimen.platform.database.EmbeddedServer;

/**
 * Measures the way from bureaus' files to a screened register, each time from an empty home, and
 * what plain COPY of the same rows takes on the same server in the same run. Not a test; run by
 *
 * <pre>{@code
 * mvn -pl app -am test -Dtest=PipelineMeasurement -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Dyimen.measure.files=FOLDER -Dyimen.measure.times=3
 * }</pre>
 *
 * Without a folder it invents a district of 14,000 households. Figures go to standard output.
 */
class PipelineMeasurement {

  private static final int TIMES = Integer.getInteger("yimen.measure.times", 3);
  private static final int COPIES = 7;

  private static final String LOADED =
      "select extract(epoch from max(finished_at) - min(received_at)) from exchange.delivery";
  private static final String SCREENED =
      "select extract(epoch from finished_at - started_at) from eligibility.screening_run";

  /** One run; server is the processor time of the database server while both commands ran. */
  private record Run(
      Duration database,
      MeasuredProcess.Took load,
      MeasuredProcess.Took screen,
      Duration server,
      Copied loaded,
      Copied screened) {

    Duration together() {
      return load.wall().plus(screen.wall());
    }
  }

  /**
   * Plain COPY of the rows that a command wrote, medians.
   *
   * @param within what the command took for its work, without the start of the program
   */
  private record Copied(long rows, double within, Duration plain, Duration indexed) {}

  @Test
  void the_way_from_files_to_a_screened_register() throws Exception {
    Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), "m");
    Path root = work.toAbsolutePath();
    try {
      Path files = files(root);
      MeasuredProcess.run(root, "--version"); // builds where sources are newer
      List<Run> runs = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        runs.add(run(Files.createDirectories(root.resolve("home" + i)), files));
        tell(runs.get(i));
        FileSystemUtils.deleteRecursively(root.resolve("home" + i));
      }
    } finally {
      FileSystemUtils.deleteRecursively(root);
    }
  }

  private static Path files(Path root) throws Exception {
    String folder = System.getProperty("yimen.measure.files", "");
    if (!folder.isEmpty()) {
      return Path.of(folder).toAbsolutePath();
    }
    MeasuredProcess.run(root, "generate", root.resolve("district").toString());
    return root.resolve("district").resolve("files");
  }

  private static Run run(Path home, Path files) throws Exception {
    long begun = System.nanoTime();
    try (EmbeddedServer server = EmbeddedServer.join(home, List.of())) {
      Duration database = Duration.ofNanos(System.nanoTime() - begun);
      long postmaster = postmaster(home);
      Duration before = MeasuredProcess.cpuOfFamily(postmaster);
      var load = MeasuredProcess.run(home, "load", files.toString());
      var screen = MeasuredProcess.run(home, "screen", "--as-of", "2025-08-01");
      Duration used = MeasuredProcess.cpuOfFamily(postmaster).minus(before);
      try (Connection connection =
          DriverManager.getConnection(server.url(), server.user(), server.password())) {
        Copied loaded = copied(connection, home, LOADED, "exchange", "registry");
        Copied screened = copied(connection, home, SCREENED, "eligibility");
        phases(home);
        return new Run(database, load, screen, used, loaded, screened);
      }
    }
  }

  private static long postmaster(Path home) throws IOException {
    Path file = home.resolve("database").resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  private static Copied copied(Connection connection, Path home, String took, String... schemas)
      throws SQLException, IOException {
    PlainCopy copy = new PlainCopy(connection, home.resolve("copied-" + schemas[0]), schemas);
    double within = within(connection, took);
    List<Duration> plain = new ArrayList<>();
    List<Duration> indexed = new ArrayList<>();
    for (int i = 0; i < COPIES; i++) {
      plain.add(copy.in(false));
      indexed.add(copy.in(true));
    }
    return new Copied(copy.rows(), within, median(plain), median(indexed));
  }

  private static double within(Connection connection, String took) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet seconds = statement.executeQuery(took)) {
      seconds.next();
      return seconds.getDouble(1);
    }
  }

  private static Duration median(List<Duration> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }

  /** The program's own account of its start and of the phases of loading. */
  private static void phases(Path home) throws IOException {
    try (Stream<String> log = Files.lines(home.resolve("log").resolve("yimen.log"))) {
      log.filter(line -> line.contains("Started Yimen") || line.contains("link "))
          .map(line -> "  " + line.substring(line.lastIndexOf(" : ") + 3))
          .forEach(System.out::println);
    }
  }

  private static void tell(Run run) {
    System.out.printf(
        Locale.ROOT,
        "database made %.1f s | load %.1f s (cpu %.1f, %d MB) | screen %.1f s (cpu %.1f, %d MB)"
            + " | together %.1f s | server cpu %.1f s%n",
        seconds(run.database()),
        seconds(run.load().wall()),
        seconds(run.load().cpu()),
        run.load().peakMegabytes(),
        seconds(run.screen().wall()),
        seconds(run.screen().cpu()),
        run.screen().peakMegabytes(),
        seconds(run.together()),
        seconds(run.server()));
    tell("loaded", run.loaded());
    tell("screened", run.screened());
  }

  private static void tell(String what, Copied copied) {
    System.out.printf(
        Locale.ROOT,
        "  %s %,d rows within %.1f s; COPY %.2f s, with indexes %.2f s: %.1f x, %.1f x%n",
        what,
        copied.rows(),
        copied.within(),
        seconds(copied.plain()),
        seconds(copied.indexed()),
        copied.within() / seconds(copied.plain()),
        copied.within() / seconds(copied.indexed()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}

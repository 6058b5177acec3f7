package org.yimen.eligibility;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.OnPostgres;

/**
 * Times screening against plain COPY of the rows that it wrote, in turn, in one run. Not part of
 * the build; {@code bench/screening.sh} starts it.
 */
@OnPostgres
class MeasureScreening {

  private static final LocalDate AS_OF = LocalDate.of(2025, 8, 1);
  private static final int TICK = 10;
  private static final int WARM = 8;
  private static final int ROUNDS = Integer.getInteger("yimen.measure.rounds", 45);
  private static final int HOUSEHOLDS = Integer.getInteger("yimen.measure.households", 14_000);

  @Autowired ApplicationContext context;
  @Autowired DataSource dataSource;

  /** A deed that is timed. */
  private interface Deed {
    void run() throws SQLException, IOException;
  }

  @Test
  void screening_against_copy(@TempDir Path folder) throws Exception {
    String files = System.getProperty("yimen.measure.files", "");
    Lorry lorry = new Lorry(context);
    lorry.load(
        (files.isEmpty() ? Lorry.district(folder, 11, HOUSEHOLDS) : Lorry.files(Path.of(files)))
            .toArray(Path[]::new));
    int households = 0;
    System.out.printf("first screening %.0f ms%n", millis(() -> Screenings.run(context, AS_OF)));
    for (int round = 0; round < WARM; round++) {
      households = Screenings.run(context, AS_OF).households();
    }
    byte[] rows = written();
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(rows));
      System.out.println("  " + rounds.get(i));
    }
    print("screening, every trace stored", median(rounds, Round::screening), households);
    print("COPY of its rows into a like table", median(rounds, Round::copy), households);
    System.out.printf(
        Locale.ROOT,
        "screening runs at %.3f of COPY's speed, by processor time at %.3f (medians of rounds)%n",
        median(rounds, round -> round.copy() / round.screening()),
        median(rounds, round -> round.copyCpu() / round.screeningCpu()));
  }

  /** Milliseconds of both deeds, by the clock and of processors. */
  private record Round(double screening, double copy, double screeningCpu, double copyCpu) {}

  private Round round(byte[] rows) throws SQLException, IOException {
    double before = cpu();
    double screening = millis(() -> Screenings.run(context, AS_OF));
    double between = cpu();
    double copy = millis(() -> copy(rows));
    return new Round(screening, copy, between - before, cpu() - between);
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void print(String what, double millis, int households) {
    System.out.printf(
        Locale.ROOT,
        "%-36s %6.0f ms %,9.0f households/s%n",
        what,
        millis,
        households / millis * 1000);
  }

  /** Processor milliseconds of this process and of the server's for this database (Linux). */
  private double cpu() throws SQLException, IOException {
    var self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double millis = self.getProcessCpuTime() / 1e6;
    String backends = "select pid from pg_stat_activity where datname = current_database()";
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(backends)) {
      while (rows.next()) {
        Path stat = Path.of("/proc", rows.getString(1), "stat");
        if (Files.exists(stat)) {
          String[] fields = Files.readString(stat).split(" ");
          millis += (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * TICK;
        }
      }
    }
    return millis;
  }

  private static double millis(Deed deed) throws SQLException, IOException {
    long start = System.nanoTime();
    deed.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private byte[] written() throws SQLException, IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (Connection connection = dataSource.getConnection()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy eligibility.screening_result to stdout", rows);
    }
    return rows.toByteArray();
  }

  private void copy(byte[] rows) throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("drop table if exists like_result");
      statement.execute(
          "create table like_result (like eligibility.screening_result including all)");
      connection.commit();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy like_result from stdin", new ByteArrayInputStream(rows), 1 << 16);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}

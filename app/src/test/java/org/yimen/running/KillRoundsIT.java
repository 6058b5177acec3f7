package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the program, the database, one process of the database, and program and database together
 * by {@code kill -9} in turn while {@link Writers} write, and looks for every acknowledged write
 * after each. {@code bench/kill-rounds.sh} does more rounds than the few of each build.
 */
class KillRoundsIT {

  private static final int ROUNDS = Integer.getInteger("yimen.kill.rounds", 4);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** Seconds; on a machine that is busy with other things no more than this times a quiet start. */
  private static final double BAR = 30;

  private static final double TIMES = 1.5;

  private enum Victim {
    PROGRAM,
    DATABASE,
    DATABASE_CHILD,
    BOTH
  }

  private final Random chance = new Random(650_199);
  private final List<Double> seconds = new ArrayList<>();
  private RunningProgram program;
  private Process process;
  private Writers writers;
  private int port;

  @AfterEach
  void end() throws Exception {
    if (writers != null) {
      writers.close();
    }
    if (process != null) {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void no_acknowledged_write_is_lost_and_none_is_done_twice() throws Exception {
    program = new RunningProgram("kill-rounds");
    port = RunningProgram.freePort();
    long began = System.nanoTime();
    begin();
    double undisturbed = (System.nanoTime() - began) / 1e9;
    writers = new Writers(port, program.home().resolve("acknowledged.txt"));
    for (int round = 0; round < ROUNDS; round++) {
      round(round);
    }
    writers.close();
    Set<String> lost = new HashSet<>(writers.acknowledged());
    List<String> doubled = check(lost);
    System.out.printf(
        "kill -9 rounds %d: acknowledged %d, lost %d, doubled %d; seconds until ready: median %.1f, max %.1f; first start %.1f%n",
        ROUNDS,
        writers.acknowledged().size(),
        lost.size(),
        doubled.size(),
        median(),
        Collections.max(seconds),
        undisturbed);
    program.run(0, LIMIT, "verify");
    assertThat(lost).isEmpty();
    assertThat(doubled).isEmpty();
    assertThat(writers.acknowledged()).hasSizeGreaterThan(10 * ROUNDS);
    assertThat(Collections.max(seconds)).isLessThan(Math.max(BAR, TIMES * undisturbed));
  }

  private void round(int round) throws Exception {
    int before = writers.acknowledged().size();
    while (writers.acknowledged().size() < before + 12) {
      Thread.sleep(20);
    }
    Thread.sleep(chance.nextInt(1_000));
    Victim victim = Victim.values()[round % Victim.values().length];
    long began = System.nanoTime();
    kill(victim);
    if (victim == Victim.PROGRAM || victim == Victim.BOTH) {
      process.waitFor();
      begin();
    } else {
      Thread.sleep(1_500); // until it has noticed
      ready();
    }
    double took = (System.nanoTime() - began) / 1e9;
    seconds.add(took);
    Set<String> lost = new HashSet<>(writers.acknowledged());
    List<String> doubled = check(lost);
    System.out.printf(
        "round %2d %-14s acknowledged so far %6d lost %d doubled %d ready after %.1f s%n",
        round + 1, victim, before, lost.size(), doubled.size(), took);
  }

  private void begin() throws Exception {
    process = program.begin("start", "--demo", "--empty", "--port", String.valueOf(port));
    ready();
  }

  private void ready() throws InterruptedException {
    RunningProgram.awaitPage(
        process, "http://localhost:" + port + "/actuator/health/readiness", LIMIT);
  }

  private void kill(Victim victim) throws Exception {
    List<Long> killed = new ArrayList<>();
    if (victim == Victim.DATABASE_CHILD) {
      killed.add(busyChild());
    }
    if (victim == Victim.DATABASE || victim == Victim.BOTH) {
      killed.add(Long.valueOf(program.postmaster().get(0).strip()));
    }
    if (victim == Victim.PROGRAM || victim == Victim.BOTH) {
      killed.add(process.pid());
    }
    for (long pid : killed) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly); // SIGKILL
    }
  }

  private long busyChild() throws Exception {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select pid from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid()
                order by state_change desc limit 1
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Takes what is there out of those; returns what is there more than once. */
  private List<String> check(Set<String> wanted) throws Exception {
    Map<String, Integer> there = new HashMap<>();
    try (Connection connection = program.database();
        Statement statement = connection.createStatement()) {
      count(statement, "select note from eligibility.parameter_value", there);
      count(statement, "select file_name from exchange.delivery", there);
      Map<String, Integer> told = new HashMap<>();
      count(statement, "select why from audit.entry where deed = 'value.propose'", told);
      // an act without its entry counts as lost
      there.keySet().removeIf(name -> name.startsWith("value-") && !told.containsKey(name));
      told.forEach((name, times) -> there.merge(name, times, Math::max));
    }
    wanted.removeAll(there.keySet());
    return there.entrySet().stream()
        .filter(one -> one.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void count(Statement statement, String query, Map<String, Integer> into)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        into.merge(rows.getString(1), 1, Integer::sum);
      }
    }
  }

  private double median() {
    List<Double> sorted = seconds.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}

package org.yimen.batch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.batch.deciding.DecideRows;
import org.yimen.batch.deciding.Question;
import org.yimen.batch.deciding.RuleTexts;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.batch.source.Source;
import org.yimen.batch.source.Sources;
import org.yimen.policy.Law;
import org.yimen.policy.columns.Block;
import org.yimen.policy.plan.Decisions;

/**
 * Times Spark with two threads against the same batch form without it, in turn, in one run. Not
 * part of the build; {@code bench/spark.sh} starts it.
 */
@ExtendWith(OnSpark.class)
class MeasureSpark {
  private static final int HOUSEHOLDS = Integer.getInteger("yimen.measure.households", 200_000);
  private static final int ROUNDS = Integer.getInteger("yimen.measure.rounds", 5);
  private static final int WARM = 2;

  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Law law = Law.load(List.of(Register.RULES));
  private final Question question =
      new Question(
          Register.DAY, RuleTexts.of(List.of(Register.RULES)), null, new java.util.HashSet<>());
  private long checksum;

  @TempDir Path folder;

  private interface Deed {
    long run() throws Exception;
  }

  private record Timed(String name, Deed deed, double[] wall, double[] cpu) {}

  @Test
  void spark_against_the_batch_form_alone() throws Exception {
    Path input = folder.resolve("input");
    Register.parquet(OnSpark.spark(), HOUSEHOLDS, 4, input);
    Source source =
        Sources.open(OnSpark.spark(), Sources.Format.PARQUET, input.toString(), "UTF-8");
    List<List<Block>> blocks = blocks();
    long blockAnswers = columns(blocks);
    long sparkAnswers = spark(source, true);
    if (blockAnswers != sparkAnswers) {
      throw new IllegalStateException("answers differ: " + blockAnswers + " " + sparkAnswers);
    }
    System.out.printf("the same categories for %,d households%n", HOUSEHOLDS);
    List<Timed> all = new ArrayList<>();
    add(all, "columns, laid out before, 2 threads", () -> columns(blocks));
    add(all, "Spark local[2]: reading Parquet alone", () -> read(source));
    add(all, "Spark local[2]: rows to households", () -> households(source));
    add(all, "Spark local[2]: decided, amounts and hashes", () -> spark(source, false));
    int[] number = {0};
    add(all, "Spark local[2]: the whole run with its files", () -> whole(input, number[0]++));
    for (int round = -WARM; round < ROUNDS; round++) {
      for (Timed one : all) {
        time(one, round);
      }
    }
    all.forEach(one -> print(one, all.get(0)));
    System.out.println("checksum " + checksum);
  }

  private static void add(List<Timed> all, String name, Deed deed) {
    all.add(new Timed(name, deed, new double[ROUNDS], new double[ROUNDS]));
  }

  private void time(Timed one, int round) throws Exception {
    long cpu = machine.getProcessCpuTime();
    long start = System.nanoTime();
    checksum += one.deed().run();
    if (round >= 0) {
      one.wall()[round] = (System.nanoTime() - start) / 1e9;
      one.cpu()[round] = (machine.getProcessCpuTime() - cpu) / 1e9;
    }
  }

  private static void print(Timed one, Timed first) {
    double wall = median(one.wall());
    double cpu = median(one.cpu());
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f s | %.3f s CPU | %.3f million/s | %.2f us CPU | %.2f of the first's CPU |%n",
        one.name(),
        wall,
        cpu,
        HOUSEHOLDS / wall / 1e6,
        cpu / HOUSEHOLDS * 1e6,
        cpu / median(first.cpu()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** By place, as a plan wants them; so many households as fit memory are the same again. */
  private List<List<Block>> blocks() {
    List<List<Block>> byPlace = new ArrayList<>();
    for (int place = 0; place < Register.places(); place++) {
      List<Block> blocks = new ArrayList<>();
      Block block = new Block();
      for (int number = place; number < HOUSEHOLDS; number += Register.places()) {
        if (!block.add(Register.household(number))) {
          throw new IllegalStateException("beyond columns: " + number);
        }
        if (block.size() == Block.USUAL) {
          blocks.add(block);
          block = new Block();
        }
      }
      blocks.add(block);
      byPlace.add(blocks);
    }
    return byPlace;
  }

  private long columns(List<List<Block>> byPlace) throws InterruptedException, ExecutionException {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Long>> sums = new ArrayList<>();
      for (int place = 0; place < byPlace.size(); place++) {
        List<Block> blocks = byPlace.get(place);
        String area = Register.area(place);
        sums.add(two.submit(() -> decided(law.plan(Register.DAY, area).decisions(), blocks)));
      }
      long sum = 0;
      for (Future<Long> one : sums) {
        sum += one.get();
      }
      return sum;
    } finally {
      two.shutdown();
    }
  }

  private static long decided(Decisions decisions, List<Block> blocks) {
    long sum = 0;
    for (Block block : blocks) {
      decisions.decide(block);
      for (int i = 0; i < block.size(); i++) {
        sum += mixed(decisions.category(i).code(), decisions.findings(i).length);
      }
    }
    return sum;
  }

  private static long mixed(String category, int bytes) {
    return new Random(category.hashCode() * 31L + bytes).nextInt();
  }

  private static long count(Iterator<?> rows) {
    long count = 0;
    for (; rows.hasNext(); rows.next()) {
      count++;
    }
    return count;
  }

  private static long read(Source source) {
    String[] paths = source.files().stream().map(file -> file.path()).toArray(String[]::new);
    return OnSpark.spark()
        .read()
        .schema(org.yimen.batch.facts.FactTable.HOUSEHOLD.type())
        .parquet(paths)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> List.of(count(rows)).iterator())
        .reduce(Long::sum);
  }

  private long households(Source source) {
    Question asked = question;
    JavaRDD<GivenHousehold> given = source.households(source.files(), asked::reader);
    return given.mapPartitions(rows -> List.of(count(rows)).iterator()).reduce(Long::sum);
  }

  private long spark(Source source, boolean answers) {
    Question asked = question;
    return source
        .households(source.files(), asked::reader)
        .mapPartitions(
            given -> {
              long sum = 0;
              for (DecideRows rows = new DecideRows(given, asked); rows.hasNext(); ) {
                Row row = rows.next();
                sum += answers ? mixed(row.getString(3), row.getString(6).length() / 2) : 1;
              }
              return List.of(sum).iterator();
            })
        .reduce(Long::sum);
  }

  private long whole(Path input, int number) {
    Runs.Said said = Runs.of("run", input, "parquet", folder.resolve("out" + number));
    if (said.code() != 0) {
      throw new IllegalStateException(said.told());
    }
    return HOUSEHOLDS;
  }
}

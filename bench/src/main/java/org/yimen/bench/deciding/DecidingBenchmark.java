package org.yimen.bench.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.plan.Decisions;

/**
 * Time a household: all six categories, the watch and every member by the rules, against the dibao
 * test alone by hand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DecidingBenchmark {
  private static final int HOUSEHOLDS = 2000;
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private static final Law LAW = Law.load(List.of());
  private final List<Household> known = InventedHouseholds.of(HOUSEHOLDS, false);
  private final List<Household> vague = InventedHouseholds.of(HOUSEHOLDS, true);

  private final List<Block> knownBlocks = blocks(known);
  private final List<Block> vagueBlocks = blocks(vague);
  private final Decisions decisions = LAW.plan(DATE, AREA).decisions();
  private final Block spare = new Block();

  private static List<Block> blocks(List<Household> households) {
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < households.size(); from += Block.USUAL) {
      int to = Math.min(households.size(), from + Block.USUAL);
      blocks.add(Block.of(households.subList(from, to)));
    }
    return blocks;
  }

  /** The peer must say the same wherever nobody is a 特困 person, or the comparison is worthless. */
  @Setup
  public void compareAnswers() {
    int compared = 0;
    int entitled = 0;
    for (Household household : known) {
      Determination full = LAW.determine(household, DATE, AREA);
      if (full.persons().stream().anyMatch(p -> p.tekun() != Finding.NOT_MET)) {
        continue;
      }
      boolean byRules = full.category() == Category.DIBAO;
      if (byRules != DibaoByHand.entitled(household, DATE)) {
        throw new IllegalStateException("the peer disagrees on " + household);
      }
      compared++;
      entitled += byRules ? 1 : 0;
    }
    if (compared < HOUSEHOLDS / 2 || entitled < HOUSEHOLDS / 20 || compared - entitled < 100) {
      throw new IllegalStateException(compared + " compared, " + entitled + " entitled");
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void dibaoByHand(Blackhole hole) {
    for (Household household : known) {
      hole.consume(DibaoByHand.entitled(household, DATE));
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void decideKnown(Blackhole hole) {
    for (Household household : known) {
      hole.consume(LAW.decide(household, DATE, AREA));
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void decideVague(Blackhole hole) {
    for (Household household : vague) {
      hole.consume(LAW.decide(household, DATE, AREA));
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void decideKnownByTree(Blackhole hole) {
    for (Household household : known) {
      hole.consume(LAW.decideByTree(household, DATE, AREA));
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void columnsKnown(Blackhole hole) {
    for (Block block : knownBlocks) {
      decisions.decide(block);
      hole.consume(decisions.category(0));
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void columnsVague(Blackhole hole) {
    for (Block block : vagueBlocks) {
      decisions.decide(block);
      hole.consume(decisions.category(0));
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void layIntoColumns(Blackhole hole) {
    for (int from = 0; from < HOUSEHOLDS; from += Block.USUAL) {
      spare.clear();
      for (int i = from; i < Math.min(HOUSEHOLDS, from + Block.USUAL); i++) {
        spare.add(known.get(i));
      }
      hole.consume(spare.size());
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void determineKnown(Blackhole hole) {
    for (Household household : known) {
      hole.consume(LAW.determine(household, DATE, AREA));
    }
  }

  @Benchmark
  @OperationsPerInvocation(HOUSEHOLDS)
  public void factsHash(Blackhole hole) {
    for (Household household : known) {
      hole.consume(Law.factsHash(household, DATE, AREA));
    }
  }
}

package org.yimen.bench.deciding;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yimen.policy.Law;
import org.yimen.policy.columns.Block;
import org.yimen.policy.columns.Packed;
import org.yimen.policy.facts.Household;
import org.yimen.policy.plan.Decisions;

/**
 * A register that is kept packed in memory and decided again and again. Arguments: numbers of
 * households.
 */
public final class Keeping {
  private static final int PASSES = 7;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Law law = Law.load(List.of());
  private final Decisions decisions = law.plan(LocalDate.of(2025, 8, 1), "650107").decisions();
  private final Block block = new Block();
  private long checksum;

  private Keeping() {}

  public static void main(String[] args) {
    Keeping keeping = new Keeping();
    keeping.report(100_000, false); // until all is compiled
    System.out.println(
        "| households | packed bytes each | heap bytes each | pack us | unpack us | decide us |");
    for (String count : args) {
      keeping.report(Integer.parseInt(count), true);
    }
    System.out.println("checksum " + keeping.checksum);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void report(int count, boolean print) {
    long before = heap();
    List<Packed> register = new ArrayList<>();
    long packing = fill(register, count);
    double heap = heap() - before;
    double unpacking = Double.MAX_VALUE;
    double deciding = Double.MAX_VALUE;
    for (int pass = 0; pass < PASSES; pass++) {
      long[] spent = pass(register);
      unpacking = Math.min(unpacking, spent[0]);
      deciding = Math.min(deciding, spent[1]);
    }
    long bytes = register.stream().mapToLong(Packed::bytes).sum();
    if (print) {
      System.out.printf(
          "| %,d | %.1f | %.1f | %.3f | %.3f | %.3f |%n",
          count,
          (double) bytes / count,
          heap / count,
          packing / 1e3 / count,
          unpacking / 1e3 / count,
          deciding / 1e3 / count);
    }
  }

  /** Nanoseconds of CPU for packing alone. */
  private long fill(List<Packed> register, int count) {
    InventedHouseholds source = InventedHouseholds.stream(false);
    long spent = 0;
    for (int from = 0; from < count; from += Block.USUAL) {
      block.clear();
      for (Household household : source.next(Math.min(Block.USUAL, count - from))) {
        block.add(household);
      }
      long start = threads.getCurrentThreadCpuTime();
      register.add(Packed.of(block));
      spent += threads.getCurrentThreadCpuTime() - start;
    }
    return spent;
  }

  /** Nanoseconds of CPU: unpacking, deciding with the findings' bytes. */
  private long[] pass(List<Packed> register) {
    long[] spent = new long[2];
    for (Packed packed : register) {
      long start = threads.getCurrentThreadCpuTime();
      packed.into(block);
      long laid = threads.getCurrentThreadCpuTime();
      decisions.decide(block);
      for (int i = 0; i < block.size(); i++) {
        checksum += decisions.findings(i)[0] + decisions.category(i).ordinal();
      }
      spent[0] += laid - start;
      spent[1] += threads.getCurrentThreadCpuTime() - laid;
    }
    return spent;
  }
}

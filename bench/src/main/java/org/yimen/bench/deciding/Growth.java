package org.yimen.bench.deciding;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import org.yimen.policy.Law;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.plan.Decisions;

/**
 * How time and memory grow with a register that passes through block by block, as it would from a
 * database. Arguments: numbers of households.
 */
public final class Growth {
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final int AT_A_TIME = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Decisions decisions = Law.load(List.of()).plan(DATE, "650107").decisions();
  private final Block block = new Block();
  private long laying;
  private long deciding;
  private long checksum;

  private Growth() {}

  public static void main(String[] args) {
    Growth growth = new Growth();
    growth.pass(300_000); // until all is compiled
    System.out.println("| households | lay us CPU | decide us CPU | heap MB | bytes a household |");
    for (String count : args) {
      growth.report(Long.parseLong(count));
    }
    System.out.println("checksum " + growth.checksum);
  }

  private void report(long count) {
    long most = pass(count);
    System.out.printf(
        "| %,d | %.3f | %.3f | %.1f | %.1f |%n",
        count, laying / 1e3 / count, deciding / 1e3 / count, most / 1e6, (double) most / count);
  }

  /** The heap in use, after collecting garbage, while the last block is held. */
  private long pass(long count) {
    laying = 0;
    deciding = 0;
    InventedHouseholds source = InventedHouseholds.stream(false);
    for (long from = 0; from < count; from += AT_A_TIME) {
      List<Household> some = source.next((int) Math.min(AT_A_TIME, count - from));
      for (int at = 0; at < some.size(); at += Block.USUAL) {
        decide(some.subList(at, Math.min(some.size(), at + Block.USUAL)));
      }
    }
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void decide(List<Household> households) {
    long start = threads.getCurrentThreadCpuTime();
    block.clear();
    for (Household household : households) {
      block.add(household);
    }
    long laid = threads.getCurrentThreadCpuTime();
    decisions.decide(block);
    for (int i = 0; i < block.size(); i++) {
      checksum += decisions.findings(i)[0] + decisions.category(i).ordinal();
    }
    deciding += threads.getCurrentThreadCpuTime() - laid;
    laying += laid - start;
  }
}

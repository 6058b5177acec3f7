package org.yimen.bench.deciding;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Law;
import org.yimen.policy.columns.Block;
import org.yimen.policy.facts.Household;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.plan.Decisions;
import org.yimen.policy.plan.Plan;
import org.yimen.policy.plan.Reform;

/**
 * A register decided by several engines in turn, each with the same findings or the run ends.
 * Arguments: households, rounds, and perhaps the URL of a PostgreSQL that may be written to.
 */
public final class Engines {
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";
  private static final Law LAW = Law.load(List.of());

  private final Plan plan = LAW.plan(DATE, AREA);
  private final List<Household> households;
  private final List<Block> blocks = new ArrayList<>();
  private final Turns engines = new Turns();
  private final Map<Parameter, Value> raised = raised();
  private final Reform reform = LAW.reform(DATE, AREA, raised);
  private long checksum;
  private int changed;

  private Engines(int count) {
    this.households = InventedHouseholds.of(count, false);
    for (int from = 0; from < count; from += Block.USUAL) {
      int to = Math.min(count, from + Block.USUAL);
      blocks.add(Block.of(households.subList(from, to)));
    }
  }

  /** Prints a line an engine: median seconds, households a second, and the first engine's share. */
  public static void main(String[] args) throws SQLException, IOException {
    int count = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    String url = args.length > 2 ? args[2] : null;
    new Engines(count).run(rounds, url);
  }

  private void run(int rounds, @Nullable String url) throws SQLException, IOException {
    Block register = Block.of(households);
    SqlEngine duck = SqlEngine.duckDb(plan, register);
    duck.decide();
    compare("DuckDB", duck, register);
    engines.add("columns, 1 thread", households.size(), this::columns);
    engines.add("columns, 2 threads", households.size(), this::columnsByTwo);
    engines.add("columns with findings' bytes, 1 thread", households.size(), this::compact);
    engines.add("laying into columns, 1 thread", households.size(), this::lay);
    engines.add("Law.decide, one by one, 1 thread", households.size(), this::single);
    engines.add("tree, one by one, 1 thread", households.size(), this::tree);
    engines.add("dibao by hand, 1 thread", households.size(), this::byHand);
    engines.add("reform: both results, 1 thread", households.size(), () -> changed(false));
    engines.add("reform, both findings of who changes", households.size(), this::reformKept);
    engines.add(
        "reform and the reasons of each who changes, 1 thread",
        households.size(),
        () -> changed(true));
    engines.add("DuckDB, 2 threads", households.size(), duck::decide);
    if (url != null) {
      SqlEngine postgres = SqlEngine.postgres(url, plan, register);
      postgres.decide();
      compare("PostgreSQL", postgres, register);
      engines.add("PostgreSQL", households.size(), postgres::decide);
    }
    engines.measure(rounds);
    figures();
  }

  private void compare(String name, SqlEngine engine, Block register) throws SQLException {
    String[] own = engine.found(false, register.size());
    String[] ofMember = engine.found(true, register.members());
    int conditions = LAW.householdConditions().size();
    int member = 0;
    Decisions decisions = plan.decisions();
    decisions.decide(register);
    for (int i = 0; i < register.size(); i++) {
      StringBuilder found = new StringBuilder(own[i].substring(0, conditions));
      for (int m = households.get(i).members().size(); m > 0; m--) {
        found.append(ofMember[member++]);
      }
      byte[] bytes = decisions.findings(i);
      byte[] tree = LAW.decideByTree(households.get(i), DATE, AREA).findings();
      for (int c = 0; c < found.length(); c++) {
        if (found.charAt(c) - '0' != (bytes[c >> 2] >> ((c & 3) << 1) & 3)) {
          throw new IllegalStateException(name + " disagrees on household " + i);
        }
      }
      if (!Arrays.equals(bytes, tree)) {
        throw new IllegalStateException("the tree disagrees on household " + i);
      }
    }
    System.out.println(name + ": the same findings as columns and tree");
  }

  private void figures() {
    quantiles();
    System.out.printf("%d change category, %.1f GB/s read by one thread%n", changed, bandwidth());
    long bytes = blocks.stream().mapToLong(Block::bytes).sum();
    System.out.printf(
        "%d households, %d bytes each in columns, %d steps, %d more to reform, checksum %d%n",
        households.size(), bytes / households.size(), plan.steps(), reform.added(), checksum);
  }

  /** How long single households take in process. */
  private void quantiles() {
    long[] nanos = new long[Math.min(20_000, households.size())];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      checksum += LAW.decide(households.get(i), DATE, AREA).category().ordinal();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    int count = nanos.length;
    System.out.printf(
        "Law.decide: p50 %.1f, p95 %.1f, p99 %.1f microseconds%n",
        nanos[count / 2] / 1e3, nanos[count * 95 / 100] / 1e3, nanos[count * 99 / 100] / 1e3);
  }

  private double bandwidth() {
    long[] memory = new long[32 << 20];
    double best = 0;
    for (int round = 0; round < 10; round++) {
      long start = System.nanoTime();
      long sum = 0;
      for (long value : memory) {
        sum += value;
      }
      checksum += sum;
      best = Math.max(best, 8.0 * memory.length / (System.nanoTime() - start));
    }
    return best;
  }

  /** With both findings of each who changes, from which the reasons can be made again. */
  private void reformKept() {
    Reform.Both both = reform.decisions();
    for (Block block : blocks) {
      both.decide(block);
      for (int i = 0; i < block.size(); i++) {
        if (both.now().category(i) != both.tried().category(i)) {
          checksum += both.now().findings(i).length + both.tried().findings(i)[0];
        }
      }
    }
  }

  /** Who is in another category if the standards of dibao are raised to 850 yuan. */
  private void changed(boolean traced) {
    Reform.Both both = reform.decisions();
    changed = 0;
    int at = 0;
    for (Block block : blocks) {
      both.decide(block);
      for (int i = 0; i < block.size(); i++) {
        if (both.now().category(i) != both.tried().category(i)) {
          changed++;
          if (traced) {
            checksum += LAW.determine(households.get(at + i), DATE, AREA, raised).missing().size();
          }
        }
      }
      at += block.size();
    }
  }

  private static Map<Parameter, Value> raised() {
    Map<Parameter, Value> raised = new HashMap<>();
    for (String id : List.of("dibao.standard.urban", "dibao.standard.rural")) {
      Parameter parameter = LAW.parameters().find(id);
      if (parameter != null) {
        raised.put(parameter, Value.of(new BigDecimal(850), null, null, "", "what-if"));
      }
    }
    return raised;
  }

  private void columns() {
    Decisions decisions = plan.decisions();
    for (Block block : blocks) {
      decisions.decide(block);
      checksum += decisions.category(0).ordinal();
    }
  }

  private void columnsByTwo() {
    IntStream.range(0, 2)
        .parallel()
        .forEach(
            half -> {
              Decisions decisions = plan.decisions();
              for (int i = half; i < blocks.size(); i += 2) {
                decisions.decide(blocks.get(i));
              }
            });
  }

  private void compact() {
    Decisions decisions = plan.decisions();
    for (Block block : blocks) {
      decisions.decide(block);
      for (int i = 0; i < block.size(); i++) {
        checksum += decisions.findings(i)[0] + decisions.category(i).ordinal();
      }
    }
  }

  private void lay() {
    Block block = new Block();
    for (int i = 0; i < households.size(); i++) {
      if (i % Block.USUAL == 0) {
        block.clear();
      }
      block.add(households.get(i));
    }
    checksum += block.size();
  }

  private void single() {
    for (Household household : households) {
      checksum += LAW.decide(household, DATE, AREA).category().ordinal();
    }
  }

  private void tree() {
    for (Household household : households) {
      checksum += LAW.decideByTree(household, DATE, AREA).category().ordinal();
    }
  }

  private void byHand() {
    for (Household household : households) {
      checksum += DibaoByHand.entitled(household, DATE) ? 1 : 0;
    }
  }
}

package org.yimen.bench.deciding;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Engines that take turns, so that all suffer alike from what else the machine does. */
final class Turns {
  private static final int WARM_UP = 2;

  /** A turn runs as often as fills this: the clock counts the process's CPU in hundredths. */
  private static final double TURN = 0.5;

  /** Until then the virtual machine may still be compiling what the engine runs. */
  private static final double WARM = 4;

  private final List<Engine> engines = new ArrayList<>();
  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final class Engine {
    final String name;
    final long households;
    final Runnable run;
    double[] wall = {};
    double[] cpu = {};

    Engine(String name, long households, Runnable run) {
      this.name = name;
      this.households = households;
      this.run = run;
    }
  }

  void add(String name, long households, Runnable run) {
    engines.add(new Engine(name, households, run));
  }

  /**
   * Prints a line an engine: median wall seconds, median CPU seconds of all threads, households a
   * second of wall, microseconds of CPU a household at the median and at the least.
   */
  void measure(int rounds) {
    for (Engine engine : engines) {
      engine.wall = new double[rounds];
      engine.cpu = new double[rounds];
    }
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Engine engine : engines) {
        turn(engine, round);
      }
    }
    System.out.println("| engine | households | wall s | CPU s | a second | us CPU | least us |");
    engines.forEach(engine -> print(engine, rounds));
  }

  private void turn(Engine engine, int round) {
    double least = round < 0 ? WARM / WARM_UP : TURN;
    long cpu = machine.getProcessCpuTime();
    long start = System.nanoTime();
    int runs = 0;
    double seconds = 0;
    while (seconds < least) {
      engine.run.run();
      runs++;
      seconds = (System.nanoTime() - start) / 1e9;
    }
    if (round >= 0) {
      engine.wall[round] = seconds / runs;
      engine.cpu[round] = (machine.getProcessCpuTime() - cpu) / 1e9 / runs;
    }
  }

  private static void print(Engine engine, int rounds) {
    Arrays.sort(engine.wall);
    Arrays.sort(engine.cpu);
    double wall = engine.wall[rounds / 2];
    double cpu = engine.cpu[rounds / 2];
    System.out.printf(
        "| %s | %,d | %.3f | %.3f | %,.0f | %.3f | %.3f |%n",
        engine.name,
        engine.households,
        wall,
        cpu,
        engine.households / wall,
        cpu / engine.households * 1e6,
        engine.cpu[0] / engine.households * 1e6);
  }
}

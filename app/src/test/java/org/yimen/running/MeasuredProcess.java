package org.yimen.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A command of the launcher in a process of its own, with what it took. Needs Linux's /proc. */
final class MeasuredProcess {

  private static final Path LAUNCHER = Path.of("..", "yimen").toAbsolutePath().normalize();
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final long TICKS = 100; // of a second, on every Linux of today

  /**
   * What a command took.
   *
   * @param cpu of the program itself, without the database server
   * @param peakMegabytes most memory the program ever had resident
   */
  record Took(Duration wall, Duration cpu, long peakMegabytes) {}

  private MeasuredProcess() {}

  static Took run(Path home, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("YIMEN_HOME", home.toString());
    builder.environment().remove("YIMEN_DATABASE_URL");
    Path output = home.resolve("output.txt");
    long begun = System.nanoTime();
    Process process =
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
    Duration cpu = Duration.ZERO;
    long peak = 0;
    while (process.isAlive()) {
      Thread.sleep(50);
      peak = Math.max(peak, peakMegabytes(process.pid()));
      Duration now = cpu(process.pid());
      cpu = now.compareTo(cpu) > 0 ? now : cpu;
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begun);
    if (process.exitValue() != 0) {
      throw new AssertionError(
          "ended with " + process.exitValue() + "\n" + Files.readString(output));
    }
    return new Took(wall, cpu, peak);
  }

  private static long peakMegabytes(long pid) throws IOException {
    Matcher line = PEAK.matcher(read(Path.of("/proc", String.valueOf(pid), "status")));
    return line.find() ? Long.parseLong(line.group(1)) / 1024 : 0;
  }

  /** Processor time of a process without its children. */
  private static Duration cpu(long pid) throws IOException {
    String[] fields = stat(pid);
    return fields.length == 0 ? Duration.ZERO : ticks(fields, 11, 2);
  }

  /** Processor time of a process, its ended children and its living ones. */
  static Duration cpuOfFamily(long parent) throws IOException {
    Duration sum = ticks(stat(parent), 11, 4);
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      for (Path process : all.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        String[] fields = stat(Long.parseLong(process.getFileName().toString()));
        if (fields.length > 1 && fields[1].equals(String.valueOf(parent))) {
          sum = sum.plus(ticks(fields, 11, 2));
        }
      }
    }
    return sum;
  }

  /** From the third field on: state, parent, …; empty where the process has gone. */
  private static String[] stat(long pid) throws IOException {
    String stat = read(Path.of("/proc", String.valueOf(pid), "stat"));
    return stat.isEmpty()
        ? new String[0]
        : stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
  }

  private static Duration ticks(String[] fields, int first, int count) {
    long ticks = 0;
    for (int i = first; i < Math.min(fields.length, first + count); i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return Duration.ofMillis(ticks * 1000 / TICKS);
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No such process")) {
        return "";
      }
      throw e;
    }
  }
}

package org.yimen.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How far a command is: on a terminal one bar that moves, elsewhere (a log file, a pipe) a plain
 * line for each step and, within a long step, from time to time.
 *
 * <p>The launcher says by {@code -Dyimen.terminal=true} that standard error is a terminal; Java
 * itself can't tell.
 */
public final class ProgressLine {

  private static final int WIDTH = 30;
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private String step = "";
  private String line = "";
  private Instant printed = Instant.EPOCH;

  ProgressLine(PrintStream out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** On standard error, where progress doesn't mix with what a command answers. */
  public static ProgressLine onStandardError() {
    return new ProgressLine(
        System.err, Boolean.getBoolean("yimen.terminal"), InstantSource.system());
  }

  /**
   * Shows how far it is.
   *
   * @param step what is being done; a new one gets a line of its own where there is no terminal
   * @param detail how far within the step
   */
  public void show(long done, long total, String step, String detail) {
    String now = detail.isEmpty() ? step : step + " " + detail;
    if (terminal) {
      int filled = total <= 0 ? 0 : (int) Math.max(0, Math.min(WIDTH, WIDTH * done / total));
      out.print("\r" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + now + "\u001b[K");
      out.flush();
      return;
    }
    Instant time = clock.instant();
    boolean longSince = Duration.between(printed, time).compareTo(SILENCE) >= 0;
    if (!step.equals(this.step) || longSince && !now.equals(line)) {
      out.println(now);
      this.step = step;
      line = now;
      printed = time;
    }
  }

  /** Takes the bar away; plain lines stay. */
  public void end() {
    if (terminal) {
      out.print(CLEAR);
      out.flush();
    }
  }
}

package org.yimen.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long answers took, in milliseconds, one after the other. */
public final class TimedRequests {

  private final List<Double> millis = new ArrayList<>();

  /** Sends one and ends the measurement where it isn't answered. */
  public static double time(Supplier<Desk.Answer> request) {
    long begun = System.nanoTime();
    Desk.Answer answer = request.get();
    double taken = (System.nanoTime() - begun) / 1e6;
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return taken;
  }

  public void add(double taken) {
    millis.add(taken);
  }

  /** The time within which that part of them was answered; 0.5 is the median. */
  public double at(double part) {
    return millis.stream().sorted().toList().get((int) (part * (millis.size() - 1)));
  }
}

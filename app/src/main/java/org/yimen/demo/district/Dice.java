package org.yimen.demo.district;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that repeats: the same seed and purpose give the same throws on every machine. Only whole
 * 64-bit draws and {@link StrictMath} are used, so no run-time library can change the outcome.
 */
public final class Dice {
  private static final double UNIT = 0x1.0p-53;

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Throws for one purpose; draws of one purpose never shift those of another. */
  public static Dice of(long seed, String purpose) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < purpose.length(); i++) {
      mixed = (mixed ^ purpose.charAt(i)) * 0x100000001B3L;
    }
    return new Dice(mixed);
  }

  /** A number from 0 (included) to 1 (left out). */
  public double unit() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return low + (int) (unit() * (high - low + 1));
  }

  public <T> T pick(List<T> from) {
    return from.get((int) (unit() * from.size()));
  }

  @SafeVarargs
  public final <T> T oneOf(T... from) {
    return from[(int) (unit() * from.length)];
  }

  /** The place of the weight that was hit. */
  public int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double mark = unit() * sum;
    for (int i = 0; i < weights.length; i++) {
      mark -= weights[i];
      if (mark < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** A normal deviate (Box and Muller). */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  public double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }
}

package org.yimen.linkage.matching;

/**
 * Evidence in bits for each level of agreement of each field (Fellegi and Sunter): the binary
 * logarithm of how much oftener the level occurs among records of one person than among records of
 * two. Level 0 means that a side is silent and weighs nothing.
 */
public final class AgreementWeights {
  private static final int ROUNDS = 40;
  private static final double SMOOTH = 0.5;

  private final double[][] bits;
  private final double share;

  private AgreementWeights(double[][] bits, double share) {
    this.bits = bits;
    this.share = share;
  }

  /** Weights known beforehand: a row a field, a column a level. */
  public static AgreementWeights given(double[][] bits) {
    return new AgreementWeights(bits, 0.5);
  }

  /**
   * Weights learnt without examples, by expectation maximisation over patterns of pairs.
   *
   * @param patterns a level for each field of each pair
   * @param levels how many levels each field has, level 0 included
   * @param share first guess of the part of pairs that are of one person
   */
  public static AgreementWeights learn(byte[][] patterns, int[] levels, double share) {
    double[][] match = start(levels, true);
    double[][] other = start(levels, false);
    double part = share;
    for (int round = 0; round < ROUNDS; round++) {
      double[][] sameSum = zeros(levels);
      double[][] otherSum = zeros(levels);
      double same = 0;
      for (byte[] pattern : patterns) {
        double m = part;
        double u = 1 - part;
        for (int f = 0; f < levels.length; f++) {
          m *= pattern[f] == 0 ? 1 : match[f][pattern[f]];
          u *= pattern[f] == 0 ? 1 : other[f][pattern[f]];
        }
        double belief = m / (m + u);
        same += belief;
        for (int f = 0; f < levels.length; f++) {
          sameSum[f][pattern[f]] += belief;
          otherSum[f][pattern[f]] += 1 - belief;
        }
      }
      part = same / patterns.length;
      match = normal(sameSum);
      other = normal(otherSum);
    }
    return new AgreementWeights(ratio(match, other), part);
  }

  /** Bits from which a pair is likelier of one person than of two; 0 for weights given. */
  public double evenOdds() {
    return Math.log((1 - share) / share) / Math.log(2);
  }

  /** Bits of one level of one field. */
  public double bits(int field, int level) {
    return bits[field][level];
  }

  /** Bits of a whole pattern. */
  public double total(byte[] pattern) {
    double sum = 0;
    for (int f = 0; f < pattern.length; f++) {
      sum += bits[f][pattern[f]];
    }
    return sum;
  }

  private static double[][] start(int[] levels, boolean match) {
    double[][] guess = zeros(levels);
    for (int f = 0; f < levels.length; f++) {
      for (int level = 1; level < levels[f]; level++) {
        int rank = match ? level : levels[f] - level;
        guess[f][level] = Math.pow(4, rank);
      }
    }
    return normal(guess);
  }

  private static double[][] zeros(int[] levels) {
    double[][] table = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      table[f] = new double[levels[f]];
    }
    return table;
  }

  private static double[][] normal(double[][] sums) {
    double[][] shares = new double[sums.length][];
    for (int f = 0; f < sums.length; f++) {
      double total = 0;
      for (int level = 1; level < sums[f].length; level++) {
        total += sums[f][level] + SMOOTH;
      }
      shares[f] = new double[sums[f].length];
      for (int level = 1; level < sums[f].length; level++) {
        shares[f][level] = (sums[f][level] + SMOOTH) / total;
      }
    }
    return shares;
  }

  private static double[][] ratio(double[][] match, double[][] other) {
    double[][] bits = new double[match.length][];
    for (int f = 0; f < match.length; f++) {
      bits[f] = new double[match[f].length];
      for (int level = 1; level < match[f].length; level++) {
        bits[f][level] = Math.log(match[f][level] / other[f][level]) / Math.log(2);
      }
    }
    return bits;
  }
}

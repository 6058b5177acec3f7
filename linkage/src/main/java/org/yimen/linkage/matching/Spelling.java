package org.yimen.linkage.matching;

/** Likeness of two words by spelling (Jaro, with Winkler's credit for a common beginning). */
public final class Spelling {
  private static final int PREFIX = 4;
  private static final double CREDIT = 0.1;

  private Spelling() {}

  /** From 0, nothing in common, to 1, equal; the same in both directions. */
  public static double likeness(String left, String right) {
    if (left.equals(right)) {
      return 1;
    }
    double jaro = jaro(left, right);
    int same = 0;
    int most = Math.min(PREFIX, Math.min(left.length(), right.length()));
    while (same < most && left.charAt(same) == right.charAt(same)) {
      same++;
    }
    return jaro + same * CREDIT * (1 - jaro);
  }

  private static double jaro(String left, String right) {
    int window = Math.max(0, Math.max(left.length(), right.length()) / 2 - 1);
    boolean[] usedLeft = new boolean[left.length()];
    boolean[] usedRight = new boolean[right.length()];
    int common = 0;
    for (int i = 0; i < left.length(); i++) {
      int to = Math.min(right.length() - 1, i + window);
      for (int j = Math.max(0, i - window); j <= to; j++) {
        if (!usedRight[j] && left.charAt(i) == right.charAt(j)) {
          usedLeft[i] = true;
          usedRight[j] = true;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    double turned = turned(left, usedLeft, right, usedRight) / 2.0;
    double c = common;
    return (c / left.length() + c / right.length() + (c - turned) / c) / 3;
  }

  private static int turned(String left, boolean[] usedLeft, String right, boolean[] usedRight) {
    int turned = 0;
    int j = 0;
    for (int i = 0; i < left.length(); i++) {
      if (usedLeft[i]) {
        while (!usedRight[j]) {
          j++;
        }
        if (left.charAt(i) != right.charAt(j)) {
          turned++;
        }
        j++;
      }
    }
    return turned;
  }
}

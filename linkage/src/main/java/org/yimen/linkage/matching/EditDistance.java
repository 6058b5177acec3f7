package org.yimen.linkage.matching;

/** Typing slips between two short texts: a wrong, missing or doubled character, an exchange. */
public final class EditDistance {
  private EditDistance() {}

  /** The number of slips, or {@code limit + 1} where there are more than {@code limit}. */
  public static int within(CharSequence left, CharSequence right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit) {
      return limit + 1;
    }
    int width = right.length() + 1;
    int[] before = new int[width];
    int[] last = new int[width];
    int[] now = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      now[0] = i;
      if (fill(left, right, i, new int[][] {before, last, now}) > limit) {
        return limit + 1;
      }
      int[] spare = before;
      before = last;
      last = now;
      now = spare;
    }
    return Math.min(limit + 1, last[width - 1]);
  }

  private static int fill(CharSequence left, CharSequence right, int i, int[][] rows) {
    int[] before = rows[0];
    int[] last = rows[1];
    int[] now = rows[2];
    int least = now[0];
    char c = left.charAt(i - 1);
    for (int j = 1; j < now.length; j++) {
      char d = right.charAt(j - 1);
      int cost = Math.min(last[j - 1] + (c == d ? 0 : 1), Math.min(last[j], now[j - 1]) + 1);
      boolean exchanged =
          i > 1 && j > 1 && c == right.charAt(j - 2) && left.charAt(i - 2) == d && c != d;
      now[j] = exchanged ? Math.min(cost, before[j - 2] + 1) : cost;
      least = Math.min(least, now[j]);
    }
    return least;
  }
}

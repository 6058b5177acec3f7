package org.yimen.linkage.text;

/** Aligns two names syllable by syllable. */
final class NameLikeness {
  /** Han names of up to four characters say every syllable on purpose; transcriptions do not. */
  private static final int LONGEST_HAN = 4;

  private static final double SWAPPED = 0.95;
  private static final double PART_MISSING = 0.88;

  private NameLikeness() {}

  static double of(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    if (left.equals(right)) {
      return 1;
    }
    String[] a = Names.parts(left);
    String[] b = Names.parts(right);
    if (a.length == 2 && b.length == 2) {
      return bothInParts(a, b);
    }
    return a.length == 1 && b.length == 1 ? whole(left, right) : mixed(a, b);
  }

  private static double bothInParts(String[] a, String[] b) {
    double straight = pair(a[0], b[0], a[1], b[1]);
    double crossed = SWAPPED * pair(a[0], b[1], a[1], b[0]);
    return Math.max(straight, crossed);
  }

  /** The weaker part decides more: a father's name alone is shared by brothers and sisters. */
  private static double pair(String a, String x, String b, String y) {
    double first = foreign(a, x);
    double second = foreign(b, y);
    return 0.65 * Math.min(first, second) + 0.35 * Math.max(first, second);
  }

  private static double mixed(String[] a, String[] b) {
    String[] two = a.length == 2 ? a : b;
    String one = a.length == 2 ? b[0] : a[0];
    double joined =
        Math.max(foreign(one, two[0] + two[1]), SWAPPED * foreign(one, two[1] + two[0]));
    double given = PART_MISSING * foreign(one, two[0]);
    double father = (PART_MISSING - 0.08) * foreign(one, two[1]);
    return Math.max(joined, Math.max(given, father));
  }

  private static double whole(String left, String right) {
    if (Math.max(left.length(), right.length()) > LONGEST_HAN) {
      return Math.max(foreign(left, right), PART_MISSING * beginning(left, right));
    }
    return 1 - Alignment.cost(left, right, false) / Math.max(left.length(), right.length());
  }

  private static double foreign(String left, String right) {
    if (left.equals(right)) {
      return 1;
    }
    double cost = Alignment.cost(left, right, true);
    double straight = 1 - cost / Math.max(left.length(), right.length());
    return Math.max(Math.max(0, straight), 0.9 * beginning(left, right));
  }

  /** 1 where the shorter is how the longer begins, as in a column too narrow for the name. */
  private static double beginning(String left, String right) {
    String shorter = left.length() < right.length() ? left : right;
    String longer = left.length() < right.length() ? right : left;
    return shorter.length() >= 2 && longer.startsWith(shorter) ? 1 : 0;
  }
}

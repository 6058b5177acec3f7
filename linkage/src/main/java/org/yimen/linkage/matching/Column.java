package org.yimen.linkage.matching;

/**
 * A column that two tables share.
 *
 * @param name heading
 * @param kind how its values are compared
 */
public record Column(String name, Kind kind) {

  /** How values are compared. */
  public enum Kind {
    /** Words: likeness of spelling. */
    TEXT,
    /** Numbers, codes and dates written in digits: slips of typing. */
    DIGITS,
    /** A word of a short list: equal or not. */
    CODE
  }

  static final int LEVELS = 6;

  /** 0 a side is empty, 1 different, up to 5 equal. */
  int level(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    if (left.equals(right)) {
      return 5;
    }
    return switch (kind) {
      case CODE -> 1;
      case DIGITS -> digits(left, right);
      case TEXT -> text(left, right);
    };
  }

  private static int digits(String left, String right) {
    int slips = EditDistance.within(left, right, 2);
    return slips > 2 ? 1 : Math.max(left.length(), right.length()) > 4 ? 5 - slips : 2;
  }

  private static int text(String left, String right) {
    double alike = Spelling.likeness(left, right);
    return alike >= 0.92 ? 4 : alike >= 0.82 ? 3 : alike >= 0.7 ? 2 : 1;
  }
}

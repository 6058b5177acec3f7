package org.yimen.casework.paper;

/**
 * What somebody typed, as it may stand on paper: without what has no shape or turns lines round.
 */
final class Letters {

  private Letters() {}

  /** The text without control, direction and unpaired characters; line ends remain. */
  static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Letters::hasShape).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean hasShape(int letter) {
    return letter == '\n'
        || switch (Character.getType(letter)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
              false;
          default -> true;
        };
  }
}

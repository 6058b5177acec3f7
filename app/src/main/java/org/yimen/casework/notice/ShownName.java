package org.yimen.casework.notice;

/** A name as it may hang in public: its first and last character. */
final class ShownName {

  private ShownName() {}

  static String of(String name) {
    int[] letters = name.strip().codePoints().toArray();
    if (letters.length == 0) {
      return "";
    }
    String first = Character.toString(letters[0]);
    return letters.length <= 2
        ? first + "＊"
        : first + "＊" + Character.toString(letters[letters.length - 1]);
  }
}

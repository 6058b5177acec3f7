package org.yimen.eligibility;

/** Amounts as sentences say them: whole yuan, thousands apart. */
final class Yuan {

  private static final int GROUP = 3;

  private Yuan() {}

  static String of(long fen) {
    StringBuilder text = new StringBuilder(Long.toString((fen + 50) / 100));
    for (int at = text.length() - GROUP; at > 0; at -= GROUP) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}

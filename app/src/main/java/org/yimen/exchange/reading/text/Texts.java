package org.yimen.exchange.reading.text;

import java.text.Normalizer;
import java.util.Locale;

/** Texts as people type them, made comparable. */
public final class Texts {
  private Texts() {}

  /** Without white space of any kind at both ends. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && white(text.charAt(start))) {
      start++;
    }
    while (end > start && white(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Half width, no white space, lower case: for comparing headers, codes and places. */
  public static String key(String text) {
    String narrow = narrow(text);
    StringBuilder kept = new StringBuilder(narrow.length());
    for (int i = 0; i < narrow.length(); i++) {
      char c = narrow.charAt(i);
      if (!white(c)) {
        kept.append(c);
      }
    }
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  /** Full-width digits, letters and signs as half-width ones. */
  public static String narrow(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static boolean white(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B' || c == '\uE5E5';
  }
}

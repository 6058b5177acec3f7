package org.yimen.policy.rule;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into words. Names run over letters of any script, digits, dots. */
final class Lexer {
  private static final String PAIRS = "<= >= !=";

  private Lexer() {}

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      int end = end(text, i);
      words.add(plain(text.substring(i, end)));
      i = end;
    }
    return words;
  }

  private static int end(String text, int start) {
    int i = start;
    if (Character.isDigit(text.charAt(i))) {
      while (i < text.length() && isNumberPart(text.charAt(i))) {
        i++;
      }
      return i < text.length() && (text.charAt(i) == '%' || text.charAt(i) == '元') ? i + 1 : i;
    }
    if (isNamePart(text.charAt(i))) {
      while (i < text.length() && isNamePart(text.charAt(i))) {
        i++;
      }
      return i;
    }
    boolean pair = i + 2 <= text.length() && PAIRS.contains(text.substring(i, i + 2));
    return pair && text.charAt(i) != ' ' && text.charAt(i) != '=' ? i + 2 : i + 1;
  }

  private static boolean isNumberPart(char c) {
    return Character.isDigit(c) || c == '.';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_';
  }

  private static String plain(String word) {
    return switch (word) {
      case "≤" -> "<=";
      case "≥" -> ">=";
      case "×" -> "*";
      case "÷" -> "/";
      case "（" -> "(";
      case "）" -> ")";
      case "，", "、" -> ",";
      case "＜" -> "<";
      case "＞" -> ">";
      case "－", "−" -> "-";
      default -> word;
    };
  }
}

package org.yimen.linkage.text;

import java.util.Set;

/** People's names as typed in many offices: cleaned, keyed by sound, compared. */
public final class Names {
  /** The dot between the parts of a name, GB 18030 A1A4. */
  public static final char DOT = '·';

  private static final String DOTS =
      "\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65\uFF0E\u3002.\u00B0\u0387\u16EB\u2024\u318D\uFF61\u25CF\u25AA";
  private static final String BLANKS = " \u00A0\u3000\t\u2002\u2003\u2009\u200A\u202F";
  private static final Set<String> TITLES =
      Set.of("户主", "本人", "先生", "女士", "同志", "申请人", "监护人", "代", "已故", "亡");

  private Names() {}

  /**
   * The name without titles, notes in brackets, stray blanks and odd dots, in simplified
   * characters, with {@link #DOT} between its parts. A character lost on the way stays {@code ?}.
   */
  public static String normalise(String raw) {
    String before = raw;
    String after = cleaned(raw);
    while (!after.equals(before)) { // a title may come to light when a stray dot behind it goes
      before = after;
      after = cleaned(before);
    }
    return after;
  }

  private static String cleaned(String raw) {
    String bare = withoutTitles(raw);
    StringBuilder text = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = Sounds.simplified(narrow(bare.charAt(i)));
      if (BLANKS.indexOf(c) >= 0) {
        mark(text, ' ');
      } else if (DOTS.indexOf(c) >= 0) {
        mark(text, DOT);
      } else if (meaningful(c)) {
        text.append(Character.toUpperCase(c));
      }
    }
    return settleBlanks(text.toString());
  }

  /** Parts of a normalised name: one for a Han name, given and father's name for others. */
  public static String[] parts(String normalised) {
    int dot = normalised.indexOf(DOT);
    return dot < 0
        ? new String[] {normalised}
        : new String[] {
          normalised.substring(0, dot), normalised.substring(dot + 1).replace("·", "")
        };
  }

  /**
   * A key that names of the same sound share: syllables without tone for a name in one part,
   * consonant classes of each part for a name in parts, whatever their order.
   */
  public static String soundSkeleton(String normalised) {
    String[] parts = parts(normalised);
    if (parts.length == 1) {
      return normalised.length() > 4 ? consonants(normalised) : syllables(normalised);
    }
    String first = consonants(parts[0]);
    String second = consonants(parts[1]);
    return first.compareTo(second) <= 0 ? first + DOT + second : second + DOT + first;
  }

  /**
   * How alike two normalised names are, from 0 to 1; the same in both directions. 1: equal but for
   * dots. From .9: the same sound. About .85: a part is missing or the parts stand the other way
   * round.
   */
  public static double likeness(String left, String right) {
    return NameLikeness.of(left, right);
  }

  /** Consonant classes, an h inside the name left out because transcriptions drop it. */
  public static String consonants(String part) {
    StringBuilder key = new StringBuilder(part.length() + 2);
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (i > 0 && Sounds.spelt(c).startsWith("h")) {
        continue;
      }
      String kept = Sounds.readable(c) ? Sounds.consonants(c) : String.valueOf(c);
      if (!kept.isEmpty() && c != DOT && c != '?') {
        key.append(kept.charAt(0));
      }
    }
    return key.length() == 0 ? syllables(part) : key.toString();
  }

  static String syllables(String part) {
    StringBuilder key = new StringBuilder(part.length() * 4);
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      key.append(Sounds.readable(c) ? Sounds.folded(c) : String.valueOf(c)).append(' ');
    }
    return key.toString();
  }

  private static String withoutTitles(String raw) {
    String text = raw.strip();
    StringBuilder kept = new StringBuilder(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("（([【〔《".indexOf(c) >= 0) {
        depth++;
      } else if ("）)]】〕》".indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        kept.append(c);
      }
    }
    String bare = kept.toString().strip();
    for (String title : TITLES) {
      if (bare.length() >= title.length() + 2 && title.length() > 1 && bare.endsWith(title)) {
        return bare.substring(0, bare.length() - title.length());
      }
    }
    return bare;
  }

  private static char narrow(char c) {
    return c >= '\uFF21' && c <= '\uFF5A' || c == '\uFF1F' ? (char) (c - 0xFEE0) : c;
  }

  private static boolean meaningful(char c) {
    return Character.isLetter(c) || c == '?' || Character.isSurrogate(c);
  }

  private static void mark(StringBuilder text, char mark) {
    int last = text.length() - 1;
    if (last < 0) {
      return;
    }
    char before = text.charAt(last);
    if (before == ' ') {
      text.setCharAt(last, mark == DOT ? DOT : ' ');
    } else if (before != DOT) {
      text.append(mark);
    }
  }

  /** A blank between two parts of two characters or more is a dot; any other is a stray. */
  private static String settleBlanks(String text) {
    String trimmed = text;
    while (trimmed.length() > 1 && " ·?".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    int blank = trimmed.indexOf(' ');
    if (blank < 0) {
      return lostDot(trimmed);
    }
    String closed = trimmed.replace(" ", "");
    boolean dotted = closed.indexOf(DOT) >= 0;
    boolean two = blank >= 2 && trimmed.length() - blank > 2 && trimmed.indexOf(' ', blank + 1) < 0;
    return !dotted && two && closed.length() >= 5 ? trimmed.replace(' ', DOT) : lostDot(closed);
  }

  /** A question mark between two parts of two characters or more stands for a lost dot. */
  private static String lostDot(String text) {
    int mark = text.indexOf('?');
    boolean between = mark >= 2 && mark <= text.length() - 3 && text.length() >= 6;
    return between && text.indexOf(DOT) < 0
        ? text.substring(0, mark) + DOT + text.substring(mark + 1)
        : text;
  }
}

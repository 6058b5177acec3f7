package org.yimen.linkage.text;

/** The least cost of turning one row of syllables into another. */
final class Alignment {
  private static final double SAME_SOUND = 0.06;
  private static final double NEAR_SOUND = 0.12;
  private static final double SAME_CONSONANTS = 0.2;
  private static final double SAME_ONSET = 0.3;
  private static final double LOST = 0.1;

  private Alignment() {}

  /** Cost in syllables; {@code foreign} allows for what transcriptions add and drop. */
  static double cost(String left, String right, boolean foreign) {
    int width = right.length() + 1;
    double[] last = new double[width];
    double[] now = new double[width];
    for (int j = 1; j < width; j++) {
      last[j] = last[j - 1] + gap(right.charAt(j - 1), foreign);
    }
    for (int i = 1; i <= left.length(); i++) {
      char c = left.charAt(i - 1);
      now[0] = last[0] + gap(c, foreign);
      for (int j = 1; j < width; j++) {
        char d = right.charAt(j - 1);
        double step = last[j - 1] + swap(c, d, foreign);
        now[j] = Math.min(step, Math.min(last[j] + gap(c, foreign), now[j - 1] + gap(d, foreign)));
      }
      double[] spare = last;
      last = now;
      now = spare;
    }
    return last[width - 1];
  }

  private static double gap(char c, boolean foreign) {
    if (!foreign) {
      return 1;
    }
    return light(c) || Sounds.spelt(c).equals("er") ? 0.35 : 0.8;
  }

  /** A mere vowel, or an h before one, which transcriptions add and drop freely. */
  private static boolean light(char c) {
    return Sounds.consonants(c).isEmpty() || Sounds.spelt(c).startsWith("h");
  }

  private static double swap(char c, char d, boolean foreign) {
    if (c == d) {
      return 0;
    }
    if (c == '?' || d == '?') {
      return LOST;
    }
    if (!Sounds.readable(c) || !Sounds.readable(d)) {
      return 1;
    }
    if (Sounds.spelt(c).equals(Sounds.spelt(d))) {
      return SAME_SOUND;
    }
    if (Sounds.folded(c).equals(Sounds.folded(d))) {
      return NEAR_SOUND;
    }
    if (!foreign) {
      return 1;
    }
    return light(c) && light(d)
        ? SAME_ONSET
        : transcribed(Sounds.consonants(c), Sounds.consonants(d));
  }

  private static double transcribed(String a, String b) {
    if (a.equals(b)) {
      return a.isEmpty() ? SAME_ONSET : SAME_CONSONANTS;
    }
    boolean onset = !a.isEmpty() && !b.isEmpty() && a.charAt(0) == b.charAt(0);
    return onset ? SAME_ONSET : 1;
  }
}

package org.yimen.linkage.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How characters are read, and which traditional characters stand for which simplified ones. */
final class Sounds {
  private static final int CHARACTERS = 0x10000;

  /** Syllable number by character; 0 where the character has no reading. */
  private static final short[] SYLLABLE = new short[CHARACTERS];

  private static final char[] SIMPLIFIED = new char[CHARACTERS];
  private static final String[] SPELT;
  private static final String[] FOLDED;
  private static final String[] SKELETON;

  static {
    String[] lines = read("sounds.txt").split("\n");
    SPELT = new String[lines.length + 1];
    FOLDED = new String[lines.length + 1];
    SKELETON = new String[lines.length + 1];
    SPELT[0] = FOLDED[0] = SKELETON[0] = "";
    for (int s = 1; s <= lines.length; s++) {
      int blank = lines[s - 1].indexOf(' ');
      SPELT[s] = lines[s - 1].substring(0, blank).intern();
      FOLDED[s] = fold(SPELT[s]).intern();
      SKELETON[s] = consonants(SPELT[s]).intern();
      for (int i = blank + 1; i < lines[s - 1].length(); i++) {
        SYLLABLE[lines[s - 1].charAt(i)] = (short) s;
      }
    }
    String pairs = read("traditional.txt").strip();
    for (int i = 0; i + 1 < pairs.length(); i += 2) {
      SIMPLIFIED[pairs.charAt(i)] = pairs.charAt(i + 1);
    }
  }

  private Sounds() {}

  static char simplified(char c) {
    return SIMPLIFIED[c] == 0 ? c : SIMPLIFIED[c];
  }

  static boolean readable(char c) {
    return SYLLABLE[c] != 0;
  }

  /** The toneless syllable, empty where there is none. */
  static String spelt(char c) {
    return SPELT[SYLLABLE[c]];
  }

  /** The syllable without the differences that many speakers do not make: zh/z, ng/n, … */
  static String folded(char c) {
    return FOLDED[SYLLABLE[c]];
  }

  /** The consonants that a transcription of a foreign sound keeps; empty for a mere vowel. */
  static String consonants(char c) {
    return SKELETON[SYLLABLE[c]];
  }

  private static String fold(String syllable) {
    String soft = syllable.replace("zh", "z").replace("ch", "c").replace("sh", "s");
    return soft.endsWith("ng") ? soft.substring(0, soft.length() - 1) : soft;
  }

  private static String consonants(String syllable) {
    if (syllable.equals("er")) {
      return "L";
    }
    String first =
        switch (syllable.charAt(0)) {
          case 'b', 'p', 'f' -> "B";
          case 'm' -> "M";
          case 'd', 't' -> "T";
          case 'n' -> "N";
          case 'l', 'r' -> "L";
          case 'g', 'k', 'h' -> "K";
          case 'j', 'q' -> "J";
          case 'z', 'c' -> "J";
          case 's', 'x' -> "S";
          default -> "";
        };
    boolean nasal = syllable.length() > 1 && (syllable.endsWith("n") || syllable.endsWith("ng"));
    return nasal ? first + "N" : first;
  }

  private static String read(String resource) {
    try (InputStream in = Sounds.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

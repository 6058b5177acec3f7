package org.yimen.demo.district;

import org.jspecify.annotations.Nullable;

/**
 * A name as the household register writes it. Uyghur and Kazakh names have a given and a father's
 * part with the key of each in the table of transcriptions; other names have neither key.
 */
public record Name(String text, @Nullable String given, @Nullable String father) {
  public static final String DOT = "·";

  static Name plain(String text) {
    return new Name(text, null, null);
  }

  static Name of(Part given, Part father) {
    return new Name(given.text() + DOT + father.text(), given.key(), father.key());
  }

  public boolean hasTwoParts() {
    return given != null;
  }

  /** One part: its key and the spelling that the family uses. */
  record Part(String key, String text) {}
}

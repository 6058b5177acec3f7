package org.yimen.reporting;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Chinese words for codes in exports, from {@code reporting/words.properties}. */
final class Words {

  private static final Properties WORDS = new Properties();

  static {
    try (var stream = Words.class.getResourceAsStream("/reporting/words.properties")) {
      if (stream == null) {
        throw new IllegalStateException("reporting/words.properties is missing");
      }
      WORDS.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Words() {}

  /** The word, the code itself where it has none, null for null. */
  static @Nullable String of(String list, @Nullable Object code) {
    return code == null ? null : WORDS.getProperty(list + "." + code, code.toString());
  }
}

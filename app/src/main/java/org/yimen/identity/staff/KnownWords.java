package org.yimen.identity.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The words of default passwords. A meter of strength takes {@code Admin@2026} for a good one, as
 * it has three parts; that it is a default with the year hung on is seen here.
 */
final class KnownWords {

  private final Set<String> words;
  private final int longest;

  KnownWords() {
    try {
      words =
          new ClassPathResource("identity/known-words.txt")
              .getContentAsString(StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  List<String> all() {
    return List.copyOf(words);
  }

  /** Whether a password's letters are nothing but known words and the user's own name. */
  boolean makeUp(String password, String username) {
    String lower = password.toLowerCase(Locale.ROOT);
    String core = lower.replaceAll("^[^a-z]+|[^a-z]+$", "");
    String read = core.replace('0', 'o').replace('@', 'a').replace('$', 's').replace('1', 'l');
    String name = letters(username.toLowerCase(Locale.ROOT));
    return Stream.of(letters(lower), letters(read)).anyMatch(text -> isMadeOf(text, name));
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Goes through the text once, remembering up to where it can be read as words. */
  private boolean isMadeOf(String text, String name) {
    boolean[] upTo = new boolean[text.length() + 1];
    upTo[0] = !text.isEmpty();
    int most = Math.max(longest, name.length());
    for (int end = 1; end <= text.length(); end++) {
      for (int begin = Math.max(0, end - most); begin < end && !upTo[end]; begin++) {
        String word = text.substring(begin, end);
        upTo[end] = upTo[begin] && (words.contains(word) || word.equals(name));
      }
    }
    return upTo[text.length()];
  }
}

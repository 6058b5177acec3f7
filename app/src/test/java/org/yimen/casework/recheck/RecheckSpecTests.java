package org.yimen.casework.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecheckSpecTests {

  private static final Path SPEC = Path.of("..", "docs", "spec", "casework.md");

  private static String line(Cause cause) {
    String limit = cause.limit();
    return "| `%s` | %s | %s | %s |"
        .formatted(
            cause.code(), cause.title(), cause.basis(), limit == null ? "–" : "`" + limit + "`");
  }

  private static String line(Outcome outcome) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            outcome.code(), outcome.title(), outcome.isServed() ? "yes" : "no", outcome.basis());
  }

  @Test
  void the_spec_has_every_cause_and_outcome_with_its_article() throws IOException {
    String causes =
        Arrays.stream(Cause.values()).map(RecheckSpecTests::line).collect(Collectors.joining("\n"));
    String outcomes =
        Arrays.stream(Outcome.values())
            .map(RecheckSpecTests::line)
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("yimen.docs.update")) {
      String spec = Files.readString(SPEC);
      Files.writeString(
          SPEC,
          spec.replaceFirst(
                  "(?s)(\\|---\\|---\\|---\\|---\\|\n).*?\n\\| outcome",
                  "$1" + causes + "\n\n| outcome")
              .replaceFirst(
                  "(?s)(\\| outcome [^\n]*\n[^\n]*\n).*?\n## Steps",
                  "$1" + outcomes + "\n\n## Steps"));
    }
    assertThat(Files.readString(SPEC)).contains(causes + "\n\n", outcomes + "\n\n");
  }

  @Test
  void nothing_is_taken_away_before_the_family_has_it_in_writing() {
    assertThat(Arrays.stream(Outcome.values()).filter(Outcome::isServed))
        .containsExactly(Outcome.REDUCED, Outcome.STOPPED, Outcome.MOVED, Outcome.GRACE);
  }
}

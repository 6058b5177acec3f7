package org.yimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yimen.exchange.reading.UnreadableFile;

/** Whoever meets a problem finds it in docs/spec/problem-types.md. */
class ProblemTypesTests {

  private static final Pattern MADE = Pattern.compile("new\\s+ProblemType\\(\\s*\"([a-z-]+)\"");
  private static final Pattern DESCRIBED = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    Set<String> slugs = new TreeSet<>();
    pattern.matcher(Files.readString(file)).results().forEach(match -> slugs.add(match.group(1)));
    return slugs;
  }

  @Test
  void every_problem_type_is_described_and_none_that_is_not_there() throws IOException {
    Set<String> made = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        made.addAll(found(MADE, file));
      }
    }
    for (UnreadableFile.Problem problem : UnreadableFile.Problem.values()) {
      made.add(problem.slug());
    }
    assertThat(found(DESCRIBED, Path.of("..", "docs", "spec", "problem-types.md"))).isEqualTo(made);
  }
}

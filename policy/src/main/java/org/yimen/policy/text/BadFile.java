package org.yimen.policy.text;

import java.util.List;
import java.util.stream.Collectors;

/** A file that can't be used, with everything that was found wrong in it. */
public final class BadFile extends IllegalArgumentException {
  private final transient List<Problem> problems;

  public BadFile(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public BadFile(String file, int line, String message) {
    this(List.of(new Problem(file, line, "", message)));
  }

  public List<Problem> problems() {
    return problems;
  }
}

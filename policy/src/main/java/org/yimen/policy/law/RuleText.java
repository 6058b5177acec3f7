package org.yimen.policy.law;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.rule.Parser;
import org.yimen.policy.rule.Scope;

/**
 * A version of a rule as it stands in its file, for people to read.
 *
 * @param kind measure, condition, category or watch
 * @param scope what it is about
 * @param from first day, null: always
 * @param basis document and article
 * @param all whether every test must hold, else one
 * @param file where it stands
 */
public record RuleText(
    String id,
    String name,
    String kind,
    Scope scope,
    @Nullable LocalDate from,
    String basis,
    boolean all,
    List<Test> tests,
    Place file) {

  /** File and line, 1-based. */
  public record Place(String name, int line) {}

  /** An expression, the unit of what it compares, and the sentences it says. */
  public record Test(
      String expression,
      @Nullable String unit,
      @Nullable String met,
      @Nullable String notMet,
      @Nullable String unknown) {}

  /** Names of facts, parameters and other rules that its expressions use. */
  public Stream<String> names() {
    return tests.stream().flatMap(test -> Parser.words(test.expression()).stream()).distinct();
  }
}

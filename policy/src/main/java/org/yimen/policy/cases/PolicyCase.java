package org.yimen.policy.cases;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Household;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.text.Doc;

/**
 * One case as read.
 *
 * @param line where it begins in its file
 * @param replaced parameters that hold in this case only
 * @param expect what is expected, null where nothing is
 */
public record PolicyCase(
    int line,
    String name,
    LocalDate date,
    @Nullable String area,
    Map<Parameter, Value> replaced,
    Household household,
    Doc.@Nullable Mapping expect) {

  /** Whether it expects something of a condition, of the household or of any member. */
  public boolean expects(String condition) {
    return expect != null
        && expect.entries().stream()
            .filter(entry -> entry.key().equals("conditions"))
            .map(Doc.Entry::value)
            .filter(Doc.Mapping.class::isInstance)
            .flatMap(conditions -> ((Doc.Mapping) conditions).entries().stream())
            .anyMatch(entry -> entry.key().replaceFirst("@.*", "").equals(condition));
  }
}

package org.yimen.batch.deciding;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.ReadHousehold;

/**
 * What is asked of every household.
 *
 * @param tried rules to compare with, null: none
 * @param areas division codes that there are, empty: any
 */
public record Question(
    LocalDate asOf, RuleTexts rules, @Nullable RuleTexts tried, HashSet<String> areas)
    implements Serializable {

  public ReadHousehold reader() {
    return new ReadHousehold(asOf, areas);
  }

  public LoadedLaw law() {
    return LoadedLaw.of(rules, asOf);
  }

  /** The rules to compare with, null: none. */
  public @Nullable LoadedLaw triedLaw() {
    return tried == null ? null : LoadedLaw.of(tried, asOf);
  }
}

package org.yimen.policy.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Finding;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Frame;
import org.yimen.policy.rule.Numeric;
import org.yimen.policy.rule.Scope;

/** Every measure and condition of one household on a day, by id. Not for several threads. */
public final class Computed {
  private static final int DECIMALS = 4;

  private final HouseholdFrame frame;

  public Computed(HouseholdFrame frame) {
    this.frame = frame;
  }

  /**
   * A number rounded once to four decimals, or whether it is met; a category's as the law's order
   * leaves it.
   *
   * @return BigDecimal or Boolean; null where the facts don't say it exactly
   * @throws org.yimen.policy.text.BadFile where the rules have no such measure
   */
  public @Nullable Object ofHousehold(String id) {
    Definition definition = frame.book().named().get(Scope.HOUSEHOLD, id);
    for (Map.Entry<Category, Definition> category : frame.book().categories().entrySet()) {
      if (category.getValue() == definition) {
        return truth(frame.cascade().findings().getOrDefault(category.getKey(), Finding.UNKNOWN));
      }
    }
    return value(definition, frame);
  }

  /** The same of a member; null where there is none of that id. */
  public @Nullable Object ofMember(String id, String member) {
    Definition definition = frame.book().named().get(Scope.MEMBER, id);
    for (MemberFrame each : frame.members()) {
      if (each.facts().id().equals(member)) {
        return value(definition, each);
      }
    }
    return null;
  }

  private @Nullable Object value(Definition definition, Frame where) {
    if (definition.on(frame.date()).expression() instanceof Numeric) {
      return Reasons.figure(definition.number(where), DECIMALS).value();
    }
    return truth(definition.truth(where));
  }

  private static @Nullable Object truth(Finding finding) {
    return finding == Finding.UNKNOWN ? null : finding == Finding.MET;
  }
}

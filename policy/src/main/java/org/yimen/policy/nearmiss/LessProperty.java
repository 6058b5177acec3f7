package org.yimen.policy.nearmiss;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Range;

/**
 * What somebody owns, taken away one by one.
 *
 * @param then the household where just these things are owned
 */
record LessProperty(String subject, List<Asset> property, Function<List<Asset>, Household> then) {

  void into(List<Lever> levers) {
    for (int i = 0; i < property.size(); i++) {
      int at = i;
      Asset asset = property.get(at);
      ChangedFact fact = fact(asset.kind());
      if (fact != null) {
        Household without = then.apply(Copies.without(property, at));
        levers.add(Lever.turn(fact, subject, false, without));
      } else if (asset.value().isExact() && asset.value().low() > 0) {
        levers.add(
            Lever.amount(
                ChangedFact.SAVINGS,
                subject,
                false,
                asset.value().low(),
                by -> then.apply(Copies.replaced(property, at, less(asset, by)))));
      }
    }
  }

  private static Asset less(Asset asset, long by) {
    return Asset.financial(asset.kind(), Range.exactly(asset.value().low() - by));
  }

  /** Null for what has a value in money. */
  private static @Nullable ChangedFact fact(Asset.Kind kind) {
    return switch (kind) {
      case HOME -> ChangedFact.HOME;
      case VEHICLE -> ChangedFact.VEHICLE;
      case BUSINESS, NON_RESIDENTIAL -> ChangedFact.BUSINESS;
      default -> null;
    };
  }
}

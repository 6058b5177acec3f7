package org.yimen.casework.field;

import static org.yimen.casework.field.FillForm.item;
import static org.yimen.casework.field.FillForm.yuan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.field.Answers.Filling;
import org.yimen.casework.field.RegisteredFamilies.Fact;
import org.yimen.casework.field.RegisteredFamilies.Member;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Coded;

/** Property that registers show in members' names; the visit confirms it or takes it out. */
final class FillProperty {

  static final List<String> KINDS =
      List.of("property.vehicle", "property.home", "property.business");

  private FillProperty() {}

  static void of(Filling household, Member member) {
    for (Fact fact : member.facts()) {
      Map<String, Object> item =
          switch (fact.kind()) {
            case "property.vehicle" -> vehicle(fact);
            case "property.home" -> home(fact);
            case "property.business" -> business(fact);
            default -> null;
          };
      if (item != null) {
        item.put("owner", member.name());
        household.item("property", item, fact.source());
      }
    }
  }

  private static @Nullable Map<String, Object> vehicle(Fact fact) {
    String code = fact.code();
    return code == null || Coded.find(Asset.Vehicle.class, code) == null
        ? null
        : item("kind", "vehicle", "type", code);
  }

  private static Map<String, Object> home(Fact fact) {
    Map<String, Object> home =
        item("kind", "nonResidential".equals(fact.code()) ? "nonResidential" : "home");
    if (fact.amount() > 0) {
      home.put("areaSquareMetres", fact.amount());
    }
    return home;
  }

  private static @Nullable Map<String, Object> business(Fact fact) {
    if (!"active".equals(fact.code())) {
      return null;
    }
    Map<String, Object> business = item("kind", "business");
    if (fact.amount() > 0) {
      business.put("capital", yuan(fact.amount()));
    }
    return business;
  }
}

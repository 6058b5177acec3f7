package org.yimen.eligibility.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.law.RuleSource;

/** Which worked cases of the product reach which condition, worked out when first asked for. */
@Component
class WorkedCases {

  private static final Law PRODUCT = Law.load(List.of());

  /** A case that reaches a condition; of several members with different results it has several. */
  record Reached(String name, String file, String result) {}

  private final Map<String, List<Reached>> byCondition = new HashMap<>();

  synchronized List<Reached> of(String condition) {
    if (byCondition.isEmpty()) {
      RuleSource.casesOfProduct().forEach(this::read);
    }
    return byCondition.getOrDefault(condition, List.of());
  }

  private void read(RuleSource file) {
    for (PolicyCase one : CaseFile.read(PRODUCT, file.name(), file.bytes())) {
      PRODUCT
          .determine(one.household(), one.date(), one.area(), one.replaced())
          .conditions()
          .forEach(condition -> add(condition, one, file.name()));
    }
  }

  private void add(Determination.Condition condition, PolicyCase one, String file) {
    String id = condition.id().replaceFirst("@.*", "");
    Reached reached = new Reached(one.name(), file, condition.result().code());
    List<Reached> all = byCondition.computeIfAbsent(id, none -> new ArrayList<>());
    if (!all.contains(reached)) {
      all.add(reached);
    }
  }
}

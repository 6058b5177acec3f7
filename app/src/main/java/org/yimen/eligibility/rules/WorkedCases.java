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

/** Which worked cases of the product test which condition, worked out when first asked for. */
@Component
class WorkedCases {

  private static final Law PRODUCT = Law.load(List.of());

  /**
   * A case that expects something of a condition; of several members it may have several results.
   */
  record Tested(String name, String file, String result) {}

  private final Map<String, List<Tested>> byCondition = new HashMap<>();

  synchronized List<Tested> of(String condition) {
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
    if (!one.expects(id)) {
      return;
    }
    Tested tested = new Tested(one.name(), file, condition.result().code());
    List<Tested> all = byCondition.computeIfAbsent(id, none -> new ArrayList<>());
    if (!all.contains(tested)) {
      all.add(tested);
    }
  }
}

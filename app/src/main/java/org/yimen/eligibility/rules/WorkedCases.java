package org.yimen.eligibility.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.Doc;

/** Which worked cases of the product test which condition, category or the watch. */
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
      Determination determined =
          PRODUCT.determine(one.household(), one.date(), one.area(), one.replaced());
      determined.conditions().forEach(condition -> add(condition, one, file.name()));
      determined
          .categories()
          .forEach((category, result) -> add(category.code(), result, one, file.name()));
      if (expects(one, "returnToPovertyWatch")) {
        add("watch", determined.watch().result(), one, file.name());
      }
    }
  }

  private static boolean expects(PolicyCase one, String key) {
    Doc.Mapping expect = one.expect();
    return expect != null && expect.entries().stream().anyMatch(entry -> entry.key().equals(key));
  }

  /** A case tests the category that it expects, and each one of which it names the result. */
  private void add(String category, Finding result, PolicyCase one, String file) {
    Doc.Mapping expect = one.expect();
    boolean named =
        expect != null
            && expect.entries().stream()
                .filter(entry -> entry.key().equals("categories"))
                .map(Doc.Entry::value)
                .filter(Doc.Mapping.class::isInstance)
                .flatMap(value -> ((Doc.Mapping) value).entries().stream())
                .anyMatch(entry -> entry.key().equals(category));
    if (category.equals("watch") || named || expects(one, "category") && result == Finding.MET) {
      add(category, new Tested(one.name(), file, result.code()));
    }
  }

  private void add(Determination.Condition condition, PolicyCase one, String file) {
    String id = condition.id().replaceFirst("@.*", "");
    if (!one.expects(id)) {
      return;
    }
    add(id, new Tested(one.name(), file, condition.result().code()));
  }

  private void add(String rule, Tested tested) {
    List<Tested> all = byCondition.computeIfAbsent(rule, none -> new ArrayList<>());
    if (!all.contains(tested)) {
      all.add(tested);
    }
  }
}

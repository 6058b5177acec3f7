package org.yimen.policy.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Reading;

/** Compares a result with what the case expects of it; only what is named is checked. */
final class Expectations {
  private final List<String> failed = new ArrayList<>();

  private Expectations() {}

  /** A sentence for each key that differs. */
  static List<String> check(Doc.Mapping expect, Map<String, Object> result) {
    Expectations expectations = new Expectations();
    Map<?, ?> household = map(result.get("household"));
    for (Doc.Entry entry : expect.entries()) {
      switch (entry.key()) {
        case "persons" -> expectations.compare("persons", entry.value(), result.get("persons"));
        case "conditions" ->
            expectations.compare("conditions", entry.value(), findings(result.get("conditions")));
        default -> expectations.compare(entry.key(), entry.value(), household.get(entry.key()));
      }
    }
    return expectations.failed;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Map<Object, Object> findings(@Nullable Object conditions) {
    Map<Object, Object> findings = new HashMap<>();
    if (conditions instanceof List<?> list) {
      for (Object condition : list) {
        Map<?, ?> one = map(condition);
        Object id = one.get("id");
        Object finding = one.get("result");
        if (id != null && finding != null) {
          findings.put(id, finding);
        }
      }
    }
    return findings;
  }

  private void compare(String path, Doc expected, @Nullable Object actual) {
    if (expected instanceof Doc.Mapping mapping && actual instanceof Map<?, ?> map) {
      for (Doc.Entry entry : mapping.entries()) {
        compare(path + "." + entry.key(), entry.value(), map.get(entry.key()));
      }
    } else if (!same(expected, actual)) {
      failed.add(path + "：应为 " + said(expected) + "，实为 " + Json.write(actual));
    }
  }

  private static boolean same(Doc expected, @Nullable Object actual) {
    if (expected instanceof Doc.Sequence sequence) {
      return actual instanceof List<?> list && sameItems(sequence.items(), list);
    }
    if (!(expected instanceof Doc.Scalar scalar)) {
      return false;
    }
    if (scalar.form() == Doc.Form.NULL || actual == null) {
      return scalar.form() == Doc.Form.NULL && actual == null;
    }
    if (actual instanceof BigDecimal number) {
      BigDecimal wanted = Reading.number(scalar);
      return wanted != null && number.compareTo(wanted) == 0;
    }
    return actual.toString().equalsIgnoreCase(scalar.text());
  }

  /** The same items in whatever order. */
  private static boolean sameItems(List<Doc> expected, List<?> actual) {
    List<Object> left = new ArrayList<>(actual);
    for (Doc item : expected) {
      boolean found = false;
      for (int i = 0; i < left.size() && !found; i++) {
        if (same(item, left.get(i))) {
          left.remove(i);
          found = true;
        }
      }
      if (!found) {
        return false;
      }
    }
    return left.isEmpty();
  }

  private static String said(Doc doc) {
    if (doc instanceof Doc.Sequence sequence) {
      return sequence.items().stream().map(Expectations::said).toList().toString();
    }
    return doc instanceof Doc.Scalar s && s.form() != Doc.Form.NULL ? s.text() : "null";
  }
}

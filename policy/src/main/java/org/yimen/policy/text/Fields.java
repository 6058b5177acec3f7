package org.yimen.policy.text;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of one mapping; a key that nobody asked for is a problem. */
public final class Fields {
  private final Reading reading;
  private final Doc.Mapping mapping;
  private final String what;
  private final Map<String, Doc.Entry> entries;
  private final Set<String> asked = new LinkedHashSet<>();
  private boolean given = true;

  Fields(Reading reading, Doc.Mapping mapping, String what) {
    this.reading = reading;
    this.mapping = mapping;
    this.what = what;
    this.entries =
        mapping.entries().stream().collect(Collectors.toMap(Doc.Entry::key, Function.identity()));
  }

  /** Whether there was a mapping at all; where not, no key is called missing. */
  Fields given(boolean value) {
    given = value;
    return this;
  }

  public int line() {
    return mapping.line();
  }

  /** The value, or null where absent or empty. */
  public @Nullable Doc get(String key) {
    asked.add(key);
    Doc.Entry entry = entries.get(key);
    if (entry == null || entry.value() instanceof Doc.Scalar s && s.form() == Doc.Form.NULL) {
      return null;
    }
    return entry.value();
  }

  public @Nullable Doc require(String key) {
    Doc value = get(key);
    if (value == null && given) {
      reading.problem(mapping, what + "缺少必填的“" + key + "”。");
    }
    return value;
  }

  /** Whether {@code unknown} stands there: the fact is open. */
  public boolean unknown(String key) {
    return get(key) instanceof Doc.Scalar scalar && scalar.text().equals("unknown");
  }

  public @Nullable String text(String key) {
    return reading.text(get(key), what + "的“" + key + "”");
  }

  public boolean truth(String key) {
    return reading.truth(get(key), what + "的“" + key + "”");
  }

  /** What stands there, for a sentence. */
  public String name(String key) {
    return what + "的“" + key + "”";
  }

  /** Every key that was not asked for is a problem. */
  public void close() {
    for (Doc.Entry entry : mapping.entries()) {
      if (!asked.contains(entry.key())) {
        String known = String.join("、", asked);
        reading.problem(entry.line(), what + "中有不认识的键“" + entry.key() + "”。可用的键：" + known + "。");
      }
    }
  }
}

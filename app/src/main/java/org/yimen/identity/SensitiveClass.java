package org.yimen.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A class of {@code exchange/sensitive.yaml}.
 *
 * @param facts kinds, or kind:code
 * @param columns by format
 * @param general phrases with such words that tell nothing of anybody
 */
record SensitiveClass(
    Permission permission,
    List<String> facts,
    List<String> details,
    Map<String, List<String>> columns,
    List<String> sheets,
    List<String> words,
    List<String> general) {

  /** Whether a sentence tells it; what the law enumerates tells nothing of anybody. */
  boolean tells(String sentence) {
    String own = sentence;
    for (String phrase : general) {
      own = own.replace(phrase, "");
    }
    return words.stream().anyMatch(own::contains);
  }

  boolean tells(String kind, @Nullable String code) {
    return facts.contains(kind) || code != null && facts.contains(kind + ":" + code);
  }

  static List<SensitiveClass> load() {
    try (InputStream file = SensitiveClass.class.getResourceAsStream("/exchange/sensitive.yaml")) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Map<String, Map<String, Object>> all = yaml.load(Objects.requireNonNull(file));
      List<SensitiveClass> classes = new ArrayList<>();
      all.forEach((permission, said) -> classes.add(of(permission, said)));
      return List.copyOf(classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SensitiveClass of(String permission, Map<String, Object> said) {
    Map<String, List<String>> columns = new HashMap<>();
    if (said.get("columns") instanceof Map<?, ?> formats) {
      formats.forEach((format, fields) -> columns.put(format.toString(), texts(fields)));
    }
    return new SensitiveClass(
        Permission.of(permission).orElseThrow(),
        texts(said.get("facts")),
        texts(said.get("details")),
        Map.copyOf(columns),
        texts(said.get("sheets")),
        texts(said.get("words")),
        texts(said.get("general")));
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> items
        ? items.stream().map(Object::toString).toList()
        : List.of();
  }
}

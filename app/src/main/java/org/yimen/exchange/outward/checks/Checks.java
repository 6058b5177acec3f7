package org.yimen.exchange.outward.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All checks, in the order of their file. */
final class Checks {

  static final List<Check> ALL = read();

  private static final Map<String, Check> BY_CODE = new HashMap<>();

  static {
    ALL.forEach(one -> BY_CODE.put(one.code(), one));
  }

  private Checks() {}

  /** The check of a code; null where a later version wrote it. */
  static @Nullable Check of(String code) {
    return BY_CODE.get(code);
  }

  private static List<Check> read() {
    try (InputStream file = new ClassPathResource("outward/checks.yaml").getInputStream()) {
      List<Map<String, Object>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return all.stream().map(Checks::check).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Check check(Map<String, Object> said) {
    Object system = said.get("for");
    return new Check(
        text(said, "code"),
        text(said, "level"),
        text(said, "of"),
        system == null ? null : system.toString(),
        Boolean.TRUE.equals(said.get("formed")),
        text(said, "title"),
        text(said, "fix"),
        text(said, "where"));
  }

  private static String text(Map<String, Object> said, String key) {
    Object value = said.get(key);
    if (value == null) {
      throw new IllegalStateException("checks.yaml: " + said.get("code") + " lacks " + key);
    }
    return value.toString();
  }
}

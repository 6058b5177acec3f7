package org.yimen.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of the relations to the head of a household, GB/T 4761-2008. */
@Component
final class Relations {

  private final Map<String, String> names = new HashMap<>();

  Relations() {
    try (var stream = Relations.class.getResourceAsStream("/registry/relations.csv")) {
      if (stream == null) {
        throw new IllegalStateException("registry/relations.csv is missing");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      reader
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(pair -> names.put(pair[0], pair[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a two-digit code, or null where the relation is not known. */
  @Nullable String name(@Nullable String code) {
    return code == null ? null : names.get(code);
  }
}

package org.yimen.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chinese names of what the register keeps as national codes. */
public final class CodeNames {

  private static final Map<String, String> RELATIONS = read("relations.csv");
  private static final Map<String, String> ETHNIC_GROUPS = read("ethnic-groups.csv");

  private CodeNames() {}

  /** Relation to the head of a household, GB/T 4761-2008; null where it is not known. */
  public static @Nullable String relation(@Nullable String code) {
    return code == null ? null : RELATIONS.get(code);
  }

  /** Ethnic group, GB/T 3304-1991; null where it is not known. */
  public static @Nullable String ethnicGroup(@Nullable String code) {
    return code == null ? null : ETHNIC_GROUPS.getOrDefault(code, code);
  }

  /** The lines of a resource of this module with their commas as separators, without the header. */
  static Stream<String[]> lines(String resource) {
    try (var stream = CodeNames.class.getResourceAsStream("/registry/" + resource)) {
      if (stream == null) {
        throw new IllegalStateException("registry/" + resource + " is missing");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(String resource) {
    return lines(resource).collect(Collectors.toMap(line -> line[0], line -> line[1]));
  }
}

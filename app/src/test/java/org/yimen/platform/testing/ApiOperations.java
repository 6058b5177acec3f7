package org.yimen.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of api/openapi.json, each with a body that its description allows. */
public final class ApiOperations {

  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonNode description;
  private final LocalDate today;

  private ApiOperations(JsonNode description, LocalDate today) {
    this.description = description;
    this.today = today;
  }

  /**
   * @param today what a date in a body is
   */
  public static ApiOperations read(LocalDate today) {
    try {
      String text = Files.readString(Path.of("..", "api", "openapi.json"));
      return new ApiOperations(JsonMapper.builder().build().readTree(text), today);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** An operation; its body is null where it takes none of JSON. */
  public record Operation(String method, String path, Object body) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one ->
                            all.add(
                                new Operation(one.getKey(), path.getKey(), body(one.getValue())))));
    return all;
  }

  private Object body(JsonNode operation) {
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    return schema.isMissingNode() ? null : sample(schema);
  }

  private Object sample(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().substring(SCHEMAS.length());
      return sample(description.path("components").path("schemas").path(name));
    }
    return switch (schema.path("type").asString("")) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "boolean" -> true;
      case "integer", "number" -> Math.max(1, schema.path("minimum").asInt(1));
      default -> text(schema);
    };
  }

  /** What may be null is left out. */
  private Map<String, Object> object(JsonNode schema) {
    Map<String, Object> object = new HashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            one -> {
              if (!nullable(one.getValue())) {
                object.put(one.getKey(), sample(one.getValue()));
              }
            });
    return object;
  }

  private static boolean nullable(JsonNode schema) {
    return schema.path("type").isArray() || schema.has("anyOf");
  }

  private List<Object> array(JsonNode schema) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
      Object item = sample(schema.path("items"));
      items.add(item instanceof String text ? text + i : item);
    }
    return items;
  }

  private String text(JsonNode schema) {
    String pattern = schema.path("pattern").asString("");
    if (pattern.startsWith("[0-9]")) {
      return "650107200200";
    }
    if (!pattern.isEmpty()) {
      return pattern.split("\\|", 2)[0];
    }
    return switch (schema.path("format").asString("")) {
      case "date" -> today.toString();
      case "uuid" -> UUID.randomUUID().toString();
      default -> "甲乙丙丁";
    };
  }
}

package org.yimen.registry;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of registry.person that were kept as JSON for taking a change back. */
@Component
public final class PersonJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIELD = "citizen_number";
  private static final String BYTES = "\\x";

  private final CitizenNumbers numbers;

  PersonJson(CitizenNumbers numbers) {
    this.numbers = numbers;
  }

  /** The same with every number of the person sealed by the newest keys; null where all are. */
  public @Nullable String sealedAgain(long person, String json) {
    JsonNode tree = JSON.readTree(json);
    return again(person, tree) ? JSON.writeValueAsString(tree) : null;
  }

  private boolean again(long person, JsonNode tree) {
    boolean changed = false;
    for (JsonNode child : tree) {
      changed |= again(person, child);
    }
    if (tree instanceof ObjectNode object && object.has(FIELD)) {
      changed |= number(person, object);
      changed |= object.remove("unsealed_number") != null;
    }
    return changed;
  }

  private boolean number(long person, ObjectNode object) {
    JsonNode kept = object.get(FIELD);
    if (kept.isString()) { // from before numbers were sealed
      put(person, object, kept.asString());
      return true;
    }
    if (!kept.isArray()) {
      return false;
    }
    byte[] sealed = HexFormat.of().parseHex(kept.get(0).asString().substring(BYTES.length()));
    if (numbers.current(sealed)) {
      return false;
    }
    put(person, object, numbers.open(person, sealed));
    return true;
  }

  private void put(long person, ObjectNode object, @Nullable String number) {
    byte[][] parts = numbers.sealed(person, number);
    ArrayNode array = object.putArray(FIELD);
    if (parts != null) {
      for (byte[] part : parts) {
        array.add(BYTES + HexFormat.of().formatHex(part));
      }
    }
  }
}

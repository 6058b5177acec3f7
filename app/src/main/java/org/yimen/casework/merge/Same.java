package org.yimen.casework.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Whether two answers say the same: numbers by their value, lists without their order, an empty
 * answer like none.
 */
public final class Same {

  private Same() {}

  public static boolean of(JsonNode one, JsonNode other) {
    return text(one).equals(text(other));
  }

  static boolean none(JsonNode answer) {
    return answer.isMissingNode()
        || answer.isNull()
        || answer.isString() && answer.asString().isBlank()
        || answer.isContainer() && answer.isEmpty();
  }

  /** The same text for all that say the same; empty for no answer. */
  static String text(JsonNode answer) {
    if (none(answer)) {
      return "";
    }
    if (answer.isNumber()) {
      return answer.decimalValue().stripTrailingZeros().toPlainString();
    }
    if (answer.isArray()) {
      List<String> items = new ArrayList<>();
      answer.forEach(item -> items.add(text(item)));
      items.sort(null);
      return items.toString();
    }
    if (answer.isObject()) {
      Map<String, String> fields = new TreeMap<>();
      for (Map.Entry<String, JsonNode> one : answer.properties()) {
        if (!none(one.getValue())) {
          fields.put(one.getKey(), text(one.getValue()));
        }
      }
      return fields.isEmpty() ? "" : fields.toString();
    }
    return answer.toString();
  }
}

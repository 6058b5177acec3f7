package org.yimen.casework.decision;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sentences of a determination that carry the decision, each with its article. */
final class Reasons {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 12;

  private Reasons() {}

  /**
   * What was met where something is granted, what was not where it is refused.
   *
   * @param result as {@code yimen assess} prints it
   */
  static List<String> of(String result, boolean granted) {
    String wanted = granted ? "met" : "notMet";
    List<String> sentences = new ArrayList<>();
    for (JsonNode condition : JSON.readTree(result).path("conditions")) {
      if (condition.path("result").asString().equals(wanted) && sentences.size() < MOST) {
        sentences.add(
            condition.path("text").asString() + "（" + condition.path("basis").asString() + "）");
      }
    }
    return sentences;
  }
}

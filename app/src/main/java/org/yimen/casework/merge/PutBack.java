package org.yimen.casework.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts back what somebody was not shown, or was shown masked: they can't have meant to take it
 * away.
 */
public final class PutBack {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PutBack() {}

  /**
   * What came in with what was withheld.
   *
   * @param handed what was handed out
   * @param kept the same with everything
   * @param ours what came in
   */
  public static ObjectNode of(JsonNode handed, JsonNode kept, JsonNode ours) {
    ObjectNode given = Marks.given(ours);
    ObjectNode whole = fields(handed, kept, given, Set.of("members"));
    ArrayNode members = JSON.createArrayNode();
    for (JsonNode member : given.path("members")) {
      JsonNode before = marked(kept, Marks.of(member));
      members.add(
          before.isMissingNode()
              ? member
              : fields(marked(handed, Marks.of(member)), before, member, Set.of()));
    }
    whole.set("members", members);
    return whole;
  }

  private static JsonNode marked(JsonNode household, String mark) {
    for (JsonNode member : household.path("members")) {
      if (Marks.of(member).equals(mark)) {
        return member;
      }
    }
    return MissingNode.getInstance();
  }

  private static ObjectNode fields(
      JsonNode handed, JsonNode kept, JsonNode ours, Set<String> without) {
    Set<String> ids = new LinkedHashSet<>(ours.propertyNames());
    ids.addAll(kept.propertyNames());
    ids.removeAll(without);
    ObjectNode whole = JSON.createObjectNode();
    for (String id : ids) {
      JsonNode answer = answer(handed.path(id), kept.path(id), ours.path(id));
      if (!Same.none(answer)) {
        whole.set(id, answer.deepCopy());
      }
    }
    return whole;
  }

  private static JsonNode answer(JsonNode handed, JsonNode kept, JsonNode ours) {
    if (Same.of(handed, kept)) {
      return ours;
    }
    if (Same.of(ours, handed)) {
      return kept;
    }
    if (kept.isObject() && ours.isObject()) {
      return fields(handed, kept, ours, Set.of());
    }
    return kept.isArray() ? withHidden(handed, kept, ours) : ours;
  }

  /**
   * Who is told in the house of what they were not shown writes it down again: the same item is
   * there once, as it would count twice.
   */
  private static ArrayNode withHidden(JsonNode handed, JsonNode kept, JsonNode ours) {
    List<String> shown = texts(handed);
    List<String> added = texts(ours);
    shown.forEach(added::remove);
    ArrayNode whole = JSON.createArrayNode();
    ours.forEach(whole::add);
    kept.forEach(
        item -> {
          String text = Same.text(item);
          if (!shown.remove(text) && !added.remove(text)) {
            whole.add(item);
          }
        });
    return whole;
  }

  private static List<String> texts(JsonNode items) {
    return items.valueStream().map(Same::text).collect(Collectors.toCollection(ArrayList::new));
  }
}

package org.yimen.casework.merge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * By what the items of a list are told apart. Two visits that tell of one source of income with
 * different sums contradict each other; two receipts are two.
 */
final class ListItems {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<String, List<String>> TOLD_APART_BY =
      Map.of(
          "income", List.of("kind"),
          "costs", List.of("kind"),
          "agriculturalIncome", List.of("kind"),
          "disability", List.of("category"),
          "obligors", List.of("name"),
          "property", List.of("kind", "type", "owner"));

  private ListItems() {}

  /** What tells an item of this list from others; of other lists everything that it says. */
  static String key(String list, JsonNode item) {
    List<String> by = TOLD_APART_BY.get(list);
    return by == null
        ? Same.text(item)
        : by.stream()
            .map(field -> item.path(field).asString("").strip())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("/"));
  }

  static Set<String> keys(String list, Sides sides) {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonNode side : List.of(sides.theirs(), sides.ours(), sides.base())) {
      side.forEach(item -> keys.add(key(list, item)));
    }
    return keys;
  }

  /** The items of this key alone, on every side. */
  static Sides only(String list, String key, Sides sides) {
    return new Sides(
        only(list, key, sides.base()),
        only(list, key, sides.theirs()),
        only(list, key, sides.ours()));
  }

  private static ArrayNode only(String list, String key, JsonNode items) {
    ArrayNode some = JSON.createArrayNode();
    items.forEach(
        item -> {
          if (key(list, item).equals(key)) {
            some.add(item);
          }
        });
    return some;
  }
}

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

  /** Somebody who was not shown the receipts that are there tells of the same illness again. */
  private static final Map<String, List<String>> TOLD_APART_BLIND =
      Map.of("expenses", List.of("kind"));

  private final String list;
  private final boolean blind;

  /** Blind: of somebody who was not shown all items. */
  ListItems(String list, boolean blind) {
    this.list = list;
    this.blind = blind;
  }

  /** Whether an item is meant by what tells items apart, however it was found. */
  static boolean isMeant(String list, String key, JsonNode item) {
    return new ListItems(list, false).key(item).equals(key)
        || new ListItems(list, true).key(item).equals(key);
  }

  /** What tells an item of this list from others; of other lists everything that it says. */
  private String key(JsonNode item) {
    List<String> by = TOLD_APART_BY.get(list);
    if (blind && TOLD_APART_BLIND.containsKey(list)) {
      by = TOLD_APART_BLIND.get(list);
    }
    return by == null
        ? Same.text(item)
        : by.stream()
            .map(field -> item.path(field).asString("").strip())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("/"));
  }

  Set<String> keys(Sides sides) {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonNode side : List.of(sides.theirs(), sides.ours(), sides.base())) {
      side.forEach(item -> keys.add(key(item)));
    }
    return keys;
  }

  /** The items of this key alone, on every side. */
  Sides only(String key, Sides sides) {
    return new Sides(only(key, sides.base()), only(key, sides.theirs()), only(key, sides.ours()));
  }

  private ArrayNode only(String key, JsonNode items) {
    ArrayNode some = JSON.createArrayNode();
    items.forEach(
        item -> {
          if (key(item).equals(key)) {
            some.add(item);
          }
        });
    return some;
  }
}

package org.yimen.casework.merge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One matter as three sets of answers have it.
 *
 * @param base what both began with
 * @param theirs what stands
 * @param ours what came in
 */
record Sides(JsonNode base, JsonNode theirs, JsonNode ours) {

  Sides at(String key) {
    return new Sides(base.path(key), theirs.path(key), ours.path(key));
  }

  /** What only one side changed, or both alike; null where they contradict. */
  @Nullable JsonNode agreed() {
    if (Same.of(theirs, ours) || Same.of(ours, base)) {
      return theirs;
    }
    return Same.of(theirs, base) ? ours : null;
  }

  /** Of items that one side was not shown: the side that has all of the other's; null for none. */
  @Nullable JsonNode whole() {
    if (!Same.none(base)) {
      return null;
    }
    if (isWithin(ours, theirs)) {
      return theirs;
    }
    return isWithin(theirs, ours) ? ours : null;
  }

  private static boolean isWithin(JsonNode some, JsonNode all) {
    List<String> left = new ArrayList<>(texts(all));
    return texts(some).stream().allMatch(left::remove);
  }

  private static List<String> texts(JsonNode items) {
    return items.valueStream().map(Same::text).toList();
  }

  /** Until somebody settles it nothing that was said is left out. */
  JsonNode meanwhile() {
    return Same.none(theirs) ? ours : theirs;
  }
}

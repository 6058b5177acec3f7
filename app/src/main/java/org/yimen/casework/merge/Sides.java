package org.yimen.casework.merge;

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

  /** Until somebody settles it nothing that was said is left out. */
  JsonNode meanwhile() {
    return Same.none(theirs) ? ours : theirs;
  }
}

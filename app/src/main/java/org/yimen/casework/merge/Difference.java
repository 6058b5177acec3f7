package org.yimen.casework.merge;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Both sides changed one matter, and not alike.
 *
 * @param title the question, of a member with its name
 * @param theirs what stands; null where it was taken away
 * @param ours what came in; null where it was taken away
 */
public record Difference(Place place, String title, JsonNode theirs, JsonNode ours) {

  Difference beside(JsonNode now) {
    return new Difference(place, title, Same.none(now) ? NullNode.getInstance() : now, ours);
  }
}

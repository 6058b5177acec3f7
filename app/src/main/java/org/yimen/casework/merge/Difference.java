package org.yimen.casework.merge;

import tools.jackson.databind.JsonNode;

/**
 * Both sides changed one matter, and not alike.
 *
 * @param title the question, of a member with its name
 * @param theirs what stands; null where it was taken away
 * @param ours what came in; null where it was taken away
 */
public record Difference(Place place, String title, JsonNode theirs, JsonNode ours) {}

package org.yimen.exchange.outward.family;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A family as any national system may be told of it.
 *
 * @param key the same as long as it is the same family
 * @param systems whom it is told
 * @param told of the household, by the names that descriptions of columns use
 */
public record Family(
    String key,
    String area,
    @Nullable Long household,
    @Nullable Long application,
    String name,
    List<String> systems,
    ObjectNode told,
    List<Person> members) {

  /**
   * A member.
   *
   * @param key the person in the register, or a mark that nobody else has
   */
  public record Person(String key, String name, ObjectNode told) {}
}

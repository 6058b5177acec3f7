package org.yimen.casework.merge;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The marks by which members are told apart. */
public final class Marks {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Marks() {}

  /** A copy in which every member has a mark of its own. */
  public static ObjectNode given(JsonNode household) {
    ObjectNode copy =
        household.isObject() ? (ObjectNode) household.deepCopy() : JSON.createObjectNode();
    ArrayNode members = JSON.createArrayNode();
    Set<String> taken = new HashSet<>();
    household.path("members").forEach(member -> taken.add(of(member)));
    Set<String> used = new HashSet<>();
    for (JsonNode one : household.path("members")) {
      if (one.isObject()) {
        ObjectNode member = (ObjectNode) one.deepCopy();
        if (of(member).isEmpty() || !used.add(of(member))) {
          String mark = fresh(taken, members.size());
          taken.add(mark);
          used.add(mark);
          member.put("id", mark);
        }
        members.add(member);
      }
    }
    copy.set("members", members);
    return copy;
  }

  static String of(JsonNode member) {
    return member.path("id").asString("");
  }

  /** A mark that is not taken. */
  static String fresh(Set<String> taken, int after) {
    int number = after + 1;
    while (taken.contains("m" + number)) {
      number++;
    }
    return "m" + number;
  }
}

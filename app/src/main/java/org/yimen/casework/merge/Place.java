package org.yimen.casework.merge;

import java.util.ArrayList;
import java.util.List;
import org.yimen.casework.form.Form;
import org.yimen.casework.form.Form.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where an answer stands: a question of the household; {@code members} and a member's mark, perhaps
 * followed by a question; of a group also the question in it, of a list what its items are told
 * apart by.
 */
public record Place(List<String> at) {

  private static final String MEMBERS = "members";

  public Place {
    at = List.copyOf(at);
  }

  Place then(String step) {
    List<String> more = new ArrayList<>(at);
    more.add(step);
    return new Place(more);
  }

  /** Such as {@code members[m1].income.wage}. */
  public String path() {
    String rest = String.join(".", ofMember() ? rest(2) : at);
    if (!ofMember()) {
      return rest;
    }
    String member = "members[%s]".formatted(at.get(1));
    return rest.isEmpty() ? member : member + "." + rest;
  }

  /** The question; empty where it is a member as a whole. */
  public String question() {
    return ofMember() ? at.size() > 2 ? at.get(2) : "" : at.get(0);
  }

  /** What the items of a list, or the questions of a group, are told apart by; empty for none. */
  public String item() {
    int place = ofMember() ? 3 : 1;
    return at.size() > place ? at.get(place) : "";
  }

  private boolean ofMember() {
    return at.size() > 1 && at.get(0).equals(MEMBERS);
  }

  private List<String> rest(int from) {
    return at.subList(from, at.size());
  }

  /** Puts an answer there; one that is none is taken away. False where the member is gone. */
  public boolean put(Form form, ObjectNode household, JsonNode answer) {
    if (!ofMember()) {
      put(form.questions("household"), household, at, answer);
      return true;
    }
    ArrayNode members = household.withArray(MEMBERS);
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).path("id").asString("").equals(at.get(1))) {
        if (at.size() > 2) {
          put(form.questions("member"), (ObjectNode) members.get(i), rest(2), answer);
        } else if (Same.none(answer)) {
          members.remove(i);
        } else {
          members.set(i, answer.deepCopy());
        }
        return true;
      }
    }
    if (at.size() == 2 && !Same.none(answer)) {
      members.add(answer.deepCopy());
    }
    return at.size() == 2;
  }

  private static void put(
      List<Question> questions, ObjectNode subject, List<String> at, JsonNode answer) {
    String id = at.get(0);
    if (at.size() == 1) {
      set(subject, id, answer);
    } else if (questions.stream().anyMatch(one -> one.id().equals(id) && isList(one))) {
      ArrayNode items = subject.arrayNode();
      for (JsonNode item : subject.path(id)) {
        if (!ListItems.isMeant(id, at.get(1), item)) {
          items.add(item);
        }
      }
      answer.forEach(item -> items.add(item.deepCopy()));
      set(subject, id, items);
    } else {
      set(subject.withObject("/" + id), at.get(1), answer);
    }
  }

  /** The answer that stands there; of items of a list those that are meant. */
  public JsonNode in(Form form, JsonNode household) {
    if (!ofMember()) {
      return in(form.questions("household"), household, at);
    }
    for (JsonNode member : household.path(MEMBERS)) {
      if (member.path("id").asString("").equals(at.get(1))) {
        return at.size() > 2 ? in(form.questions("member"), member, rest(2)) : member;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode in(List<Question> questions, JsonNode subject, List<String> at) {
    String id = at.get(0);
    if (at.size() == 1) {
      return subject.path(id);
    }
    if (questions.stream().noneMatch(one -> one.id().equals(id) && isList(one))) {
      return subject.path(id).path(at.get(1));
    }
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : subject.path(id)) {
      if (ListItems.isMeant(id, at.get(1), item)) {
        items.add(item);
      }
    }
    return items;
  }

  static boolean isList(Question question) {
    return question.type().equals("list");
  }

  private static void set(ObjectNode subject, String id, JsonNode answer) {
    if (Same.none(answer)) {
      subject.remove(id);
    } else {
      subject.set(id, answer.deepCopy());
    }
  }
}

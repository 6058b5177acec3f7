package org.yimen.casework.merge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yimen.casework.form.Form.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges the answers of the household, or of one member, question by question. */
final class MergeSubject {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Difference> differences;
  private final boolean blind;

  /** Differences are added to the list. */
  MergeSubject(List<Difference> differences) {
    this(differences, false);
  }

  private MergeSubject(List<Difference> differences, boolean blind) {
    this.differences = differences;
    this.blind = blind;
  }

  /** Of somebody who was not shown all that stands, and may mean the same by other words. */
  static MergeSubject blind(List<Difference> differences) {
    return new MergeSubject(differences, true);
  }

  /** A place with its name. */
  record Spot(Place place, String title) {

    Spot then(String step, String more) {
      return new Spot(place.then(step), title.isEmpty() ? more : title + "：" + more);
    }
  }

  /** All answers but those to questions that are left out. */
  ObjectNode fields(Spot spot, List<Question> questions, Sides sides, Set<String> without) {
    ObjectNode merged = JSON.createObjectNode();
    Set<String> ids = new LinkedHashSet<>(sides.theirs().propertyNames());
    ids.addAll(sides.ours().propertyNames());
    ids.removeAll(without);
    for (String id : ids) {
      Question question =
          questions.stream().filter(one -> one.id().equals(id)).findAny().orElse(null);
      JsonNode answer =
          question == null
              ? value(spot.then(id, id), sides.at(id))
              : answer(spot.then(id, question.title()), question, sides.at(id));
      if (!Same.none(answer)) {
        merged.set(id, answer.deepCopy());
      } else if (saysNone(sides.theirs().path(id)) || saysNone(sides.ours().path(id))) {
        merged.putArray(id);
      }
    }
    return merged;
  }

  /** An empty list is an answer: the family was asked and has none. */
  private static boolean saysNone(JsonNode answer) {
    return answer.isArray() && answer.isEmpty();
  }

  private JsonNode answer(Spot spot, Question question, Sides sides) {
    return switch (question.type()) {
      case "group" -> fields(spot, question.questions(), sides, Set.of());
      case "choices" -> choices(sides);
      case "list" -> list(spot, question, sides);
      default -> value(spot, sides);
    };
  }

  private JsonNode value(Spot spot, Sides sides) {
    JsonNode agreed = sides.agreed();
    if (agreed != null) {
      return agreed;
    }
    differences.add(difference(spot, sides.theirs(), sides.ours()));
    return sides.meanwhile();
  }

  static Difference difference(Spot spot, JsonNode theirs, JsonNode ours) {
    return new Difference(spot.place(), spot.title(), orNull(theirs), orNull(ours));
  }

  private static JsonNode orNull(JsonNode answer) {
    return Same.none(answer) ? NullNode.getInstance() : answer;
  }

  /** What either side ticked or unticked is so: this can't contradict. */
  private static ArrayNode choices(Sides sides) {
    Set<String> ticked = texts(sides.theirs());
    Set<String> added = texts(sides.ours());
    added.removeAll(texts(sides.base()));
    Set<String> removed = texts(sides.base());
    removed.removeAll(texts(sides.ours()));
    ticked.addAll(added);
    ticked.removeAll(removed);
    ArrayNode merged = JSON.createArrayNode();
    ticked.forEach(merged::add);
    return merged;
  }

  private static Set<String> texts(JsonNode answers) {
    Set<String> texts = new TreeSet<>();
    answers.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  private ArrayNode list(Spot spot, Question question, Sides sides) {
    ArrayNode merged = JSON.createArrayNode();
    ListItems items = new ListItems(question.id(), blind);
    for (String key : items.keys(sides)) {
      Sides some = items.only(key, sides);
      Spot item = new Spot(spot.place().then(key), spot.title() + named(question, some));
      JsonNode whole = blind ? some.whole() : null;
      (whole == null ? value(item, some) : whole).forEach(merged::add);
    }
    return merged;
  }

  /** The item's kind, category or name, in brackets. */
  private static String named(Question list, Sides some) {
    if (list.questions().isEmpty()) {
      return "";
    }
    Question first = list.questions().get(0);
    JsonNode item = Same.none(some.theirs()) ? some.ours().path(0) : some.theirs().path(0);
    String said = item.path(first.id()).asString("");
    return said.isEmpty() ? "" : "（%s）".formatted(first.options().getOrDefault(said, said));
  }
}

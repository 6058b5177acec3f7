package org.yimen.casework.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yimen.casework.form.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts back what somebody was not shown, or was shown masked: they can't have meant to take it
 * away. What they were told of it in the house and doesn't agree with it is a difference: whoever
 * may see both settles it, and until then what stands goes on standing.
 */
public final class PutBack {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MASK = "*";

  private PutBack() {}

  /**
   * What came in with what was withheld, and where both contradict.
   *
   * @param handed what was handed out
   * @param kept the same with everything
   * @param ours what came in
   */
  public static MergeAnswers.Merged of(Form form, JsonNode handed, JsonNode kept, JsonNode ours) {
    List<Difference> differences = new ArrayList<>();
    MergeSubject blind = MergeSubject.blind(differences);
    ObjectNode given = Marks.given(ours);
    ObjectNode whole =
        blind.fields(
            new MergeSubject.Spot(new Place(List.of()), ""),
            form.questions("household"),
            new Sides(handed, kept, given),
            Set.of("members"));
    ArrayNode members = JSON.createArrayNode();
    for (JsonNode member : given.path("members")) {
      JsonNode before = marked(kept, Marks.of(member));
      JsonNode begun = marked(handed, Marks.of(member));
      members.add(
          before.isMissingNode() ? member : member(form, blind, unmasked(begun, before, member)));
    }
    whole.set("members", members);
    return new MergeAnswers.Merged(whole, List.copyOf(differences));
  }

  private static ObjectNode member(Form form, MergeSubject blind, Sides sides) {
    String mark = Marks.of(sides.ours());
    MergeSubject.Spot spot =
        new MergeSubject.Spot(
            new Place(List.of("members", mark)), MergeAnswers.named(sides.ours(), sides.theirs()));
    return JSON.createObjectNode()
        .put("id", mark)
        .setAll(blind.fields(spot, form.questions("member"), sides, Set.of("id")));
  }

  private static JsonNode marked(JsonNode household, String mark) {
    for (JsonNode member : household.path("members")) {
      if (Marks.of(member).equals(mark)) {
        return member;
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * Of what was handed out masked: as it was given back it is the real one, else it was changed.
   */
  private static Sides unmasked(JsonNode handed, JsonNode kept, JsonNode ours) {
    if (!handed.isObject()) {
      return new Sides(handed, kept, ours);
    }
    ObjectNode begun = (ObjectNode) handed.deepCopy();
    ObjectNode given = (ObjectNode) ours.deepCopy();
    for (String id : List.copyOf(handed.propertyNames())) {
      if (handed.path(id).asString("").contains(MASK)) {
        if (Same.of(given.path(id), handed.path(id))) {
          given.set(id, kept.path(id));
        }
        begun.set(id, kept.path(id));
      }
    }
    return new Sides(begun, kept, given);
  }
}

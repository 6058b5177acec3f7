package org.yimen.casework.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.form.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges what came in with what stands, on the basis of what both began with. What only one side
 * changed is taken; what both changed alike too; the rest is told as differences, and until they
 * are settled what stands goes on standing (docs/spec/field.md).
 */
public final class MergeAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> MARK = Set.of("id");

  private final Form form;
  private final List<Difference> differences = new ArrayList<>();

  private MergeAnswers(Form form) {
    this.form = form;
  }

  /** Answers, and what in them is still to be settled. */
  public record Merged(ObjectNode household, List<Difference> differences) {

    /** Those that still are, beside what stands now. */
    public List<Difference> standing(Form form, JsonNode now) {
      return differences.stream()
          .map(one -> one.beside(one.place().in(form, now)))
          .filter(one -> !Same.of(one.theirs(), one.ours()))
          .toList();
    }
  }

  public static Merged of(Form form, JsonNode base, JsonNode theirs, JsonNode ours) {
    return new MergeAnswers(form)
        .merged(new Sides(Marks.given(base), Marks.given(theirs), Marks.given(ours)));
  }

  private Merged merged(Sides sides) {
    ObjectNode household =
        new MergeSubject(differences)
            .fields(
                new MergeSubject.Spot(new Place(List.of()), ""),
                form.questions("household"),
                sides,
                Set.of("members"));
    household.set("members", members(sides.at("members")));
    return new Merged(household, List.copyOf(differences));
  }

  private ArrayNode members(Sides sides) {
    Map<String, JsonNode> base = byMark(sides.base());
    Map<String, JsonNode> theirs = byMark(sides.theirs());
    Map<String, JsonNode> ours = paired(base, theirs, sides.ours());
    ArrayNode merged = JSON.createArrayNode();
    Set<String> marks = new LinkedHashSet<>(theirs.keySet());
    marks.addAll(ours.keySet());
    for (String mark : marks) {
      JsonNode none = NullNode.getInstance();
      JsonNode one =
          member(
              mark,
              new Sides(
                  base.getOrDefault(mark, none),
                  theirs.getOrDefault(mark, none),
                  ours.getOrDefault(mark, none)));
      if (!Same.none(one)) {
        merged.add(one.deepCopy());
      }
    }
    return merged;
  }

  private JsonNode member(String mark, Sides sides) {
    MergeSubject.Spot spot =
        new MergeSubject.Spot(new Place(List.of("members", mark)), name(sides));
    if (Same.none(sides.theirs()) || Same.none(sides.ours())) {
      JsonNode agreed = sides.agreed();
      if (agreed != null) {
        return agreed;
      }
      differences.add(MergeSubject.difference(spot, sides.theirs(), sides.ours()));
      return sides.meanwhile();
    }
    ObjectNode merged = JSON.createObjectNode().put("id", mark);
    return merged.setAll(
        new MergeSubject(differences).fields(spot, form.questions("member"), sides, MARK));
  }

  private static String name(Sides sides) {
    return named(sides.meanwhile(), sides.meanwhile());
  }

  /** A member's name, as the first of two says it or else the second. */
  static String named(JsonNode member, JsonNode before) {
    String name = member.path("name").asString("").strip();
    String other = before.path("name").asString("").strip();
    return name.isEmpty() ? other.isEmpty() ? "家庭成员" : other : name;
  }

  private static Map<String, JsonNode> byMark(JsonNode members) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    members.forEach(member -> all.put(Marks.of(member), member));
    return all;
  }

  /**
   * Our members under the marks of those that they are. Phones give marks to new members without
   * knowing of each other: two may mean one person under two marks, or two persons under one.
   */
  private static Map<String, JsonNode> paired(
      Map<String, JsonNode> base, Map<String, JsonNode> theirs, JsonNode ours) {
    Map<String, JsonNode> added = new HashMap<>(theirs);
    added.keySet().removeAll(base.keySet());
    Set<String> taken = new HashSet<>(base.keySet());
    taken.addAll(theirs.keySet());
    ours.forEach(member -> taken.add(Marks.of(member)));
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (JsonNode member : ours) {
      String mark = Marks.of(member);
      if (!base.containsKey(mark)) {
        String same = samePerson(member, added);
        if (same != null) {
          mark = same;
          added.remove(same);
        } else if (theirs.containsKey(mark)) {
          mark = Marks.fresh(taken, taken.size());
          taken.add(mark);
        }
      }
      all.put(mark, ((ObjectNode) member.deepCopy()).put("id", mark));
    }
    return all;
  }

  private static @Nullable String samePerson(JsonNode member, Map<String, JsonNode> added) {
    return added.entrySet().stream()
        .filter(one -> isSame(member, one.getValue()))
        .map(Map.Entry::getKey)
        .min(
            Comparator.comparing((String mark) -> !Objects.equals(mark, Marks.of(member)))
                .thenComparing(mark -> mark))
        .orElse(null);
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    long person = one.path("person").asLong(0);
    if (person != 0 && person == other.path("person").asLong(0)) {
      return true;
    }
    boolean named = said(one, other, "name");
    boolean born = said(one, other, "birthDate");
    boolean marked = Marks.of(one).equals(Marks.of(other));
    boolean untold = Same.none(one.path("birthDate")) || Same.none(other.path("birthDate"));
    return named && (born || untold || marked);
  }

  private static boolean said(JsonNode one, JsonNode other, String field) {
    return !Same.none(one.path(field)) && Same.of(one.path(field), other.path(field));
  }
}

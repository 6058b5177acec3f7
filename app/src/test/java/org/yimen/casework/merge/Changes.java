package org.yimen.casework.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yimen.casework.form.Form;
import org.yimen.casework.form.Form.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What one side changed, found out apart from the program's own merge: an answer, a tick, an item
 * of a list that came or went, a member who came or went.
 */
final class Changes {

  /**
   * One change.
   *
   * @param of name of the member; empty for the household
   * @param at question, and of a group the question in it
   * @param said what was said; null where it was taken away
   * @param item whether it is one of several
   */
  record Change(String of, List<String> at, String before, String said, boolean item) {

    boolean isIn(MergeAnswers.Merged merged) {
      return stands(merged.household()) || merged.differences().stream().anyMatch(this::asked);
    }

    private JsonNode subject(JsonNode household) {
      if (of.isEmpty()) {
        return household;
      }
      for (JsonNode member : household.path("members")) {
        if (member.path("name").asString("").equals(of)) {
          return member;
        }
      }
      return MissingNode.getInstance();
    }

    private boolean stands(JsonNode household) {
      JsonNode answer = subject(household);
      if (at.isEmpty()) {
        return answer.isMissingNode() == said.isEmpty();
      }
      for (String step : at) {
        answer = answer.path(step);
      }
      if (!item) {
        return Same.text(answer).equals(said);
      }
      boolean there = answer.valueStream().anyMatch(one -> Same.text(one).equals(said + before));
      return there != said.isEmpty();
    }

    private boolean asked(Difference one) {
      boolean whole = at.isEmpty() || one.place().at().size() == 2 && !of.isEmpty();
      String place = String.join(".", at);
      boolean here = whole || one.place().path().contains(place);
      boolean member = of.isEmpty() || one.title().startsWith(of);
      String both = Same.text(one.theirs()) + "|" + Same.text(one.ours());
      return here && member && (said.isEmpty() || whole || both.contains(said));
    }
  }

  private final Form form;
  private final List<Change> found = new ArrayList<>();

  private Changes(Form form) {
    this.form = form;
  }

  static List<Change> of(Form form, JsonNode base, JsonNode side) {
    Changes changes = new Changes(form);
    changes.subject("", List.of(), form.questions("household"), base, side);
    changes.members(base, side);
    return changes.found;
  }

  private void members(JsonNode base, JsonNode side) {
    Set<String> names = new LinkedHashSet<>();
    base.path("members").forEach(one -> names.add(one.path("name").asString()));
    side.path("members").forEach(one -> names.add(one.path("name").asString()));
    for (String name : names) {
      JsonNode before = named(base, name);
      JsonNode after = named(side, name);
      if (before.isMissingNode() || after.isMissingNode()) {
        found.add(new Change(name, List.of(), Same.text(before), Same.text(after), false));
      }
      if (!after.isMissingNode()) {
        subject(name, List.of(), form.questions("member"), before, after);
      }
    }
  }

  private static JsonNode named(JsonNode household, String name) {
    return household
        .path("members")
        .valueStream()
        .filter(one -> one.path("name").asString().equals(name))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private void subject(
      String of, List<String> at, List<Question> questions, JsonNode before, JsonNode after) {
    for (Question question : questions) {
      List<String> here = new ArrayList<>(at);
      here.add(question.id());
      JsonNode was = before.path(question.id());
      JsonNode is = after.path(question.id());
      switch (question.type()) {
        case "group" -> subject(of, here, question.questions(), was, is);
        case "list", "choices" -> items(of, here, was, is);
        default -> {
          if (!Same.of(was, is)) {
            found.add(new Change(of, here, Same.text(was), Same.text(is), false));
          }
        }
      }
    }
  }

  /** Items that are there now and weren't, and those of which none is left. */
  private void items(String of, List<String> at, JsonNode before, JsonNode after) {
    Set<String> was = new LinkedHashSet<>();
    Set<String> is = new LinkedHashSet<>();
    before.forEach(one -> was.add(Same.text(one)));
    after.forEach(one -> is.add(Same.text(one)));
    is.stream()
        .filter(one -> !was.contains(one))
        .forEach(one -> found.add(new Change(of, at, "", one, true)));
    was.stream()
        .filter(one -> !is.contains(one))
        .forEach(one -> found.add(new Change(of, at, one, "", true)));
  }
}

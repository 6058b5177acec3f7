package org.yimen.casework.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.yimen.casework.form.Form;
import org.yimen.casework.form.FormAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two visits that began alike: what each changed is there afterwards, or somebody is asked. */
class MergeAnswersTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final Form FORM = new FormAnswers(Clock.systemUTC()).form();

  private static final String BASE =
      """
      {"residence": "rural", "address": "12 号", "risks": ["illness"], "water": {"qualitySafe": true},
       "members": [
        {"id": "a", "name": "甲", "relation": "applicant", "birthDate": "1988-05-01",
         "income": [{"kind": "wage", "monthly": 600}]},
        {"id": "b", "name": "乙", "relation": "son", "birthDate": "2015-09-01"}]}
      """;

  private static ObjectNode base() {
    return (ObjectNode) JSON.readTree(BASE);
  }

  static ObjectNode changed(Consumer<ObjectNode> change) {
    ObjectNode household = base();
    change.accept(household);
    return household;
  }

  static ObjectNode member(JsonNode household, int place) {
    return (ObjectNode) household.get("members").get(place);
  }

  private static MergeAnswers.Merged merged(
      Consumer<ObjectNode> theirs, Consumer<ObjectNode> ours) {
    return MergeAnswers.of(FORM, base(), changed(theirs), changed(ours));
  }

  private static void assertMerged(MergeAnswers.Merged merged, Consumer<ObjectNode> expected) {
    assertThat(merged.differences()).isEmpty();
    assertThat(Same.text(merged.household())).isEqualTo(Same.text(changed(expected)));
  }

  @Test
  void what_only_one_side_changed_is_taken_from_either() {
    assertMerged(
        merged(
            theirs -> theirs.put("address", "13 号").putArray("risks").add("illness").add("water"),
            ours -> {
              member(ours, 1).put("student", "compulsory");
              ours.remove("risks");
              ours.putArray("risks").add("housing");
            }),
        both -> {
          both.put("address", "13 号").putArray("risks").add("water").add("housing");
          member(both, 1).put("student", "compulsory");
        });
  }

  @Test
  void the_same_change_on_both_sides_is_one() {
    assertMerged(
        merged(
            theirs ->
                member(theirs, 0)
                    .withArray("income")
                    .removeAll()
                    .addObject()
                    .put("kind", "wage")
                    .put("monthly", 700),
            ours ->
                member(ours, 0)
                    .withArray("income")
                    .removeAll()
                    .addObject()
                    .put("kind", "wage")
                    .put("monthly", 700.00)),
        both -> ((ObjectNode) member(both, 0).get("income").get(0)).put("monthly", 700));
  }

  @Test
  void two_different_sums_of_one_source_of_income_are_a_question_with_both() {
    MergeAnswers.Merged merged =
        merged(
            theirs -> ((ObjectNode) member(theirs, 0).get("income").get(0)).put("monthly", 700),
            ours -> ((ObjectNode) member(ours, 0).get("income").get(0)).put("monthly", 900));
    assertThat(merged.differences()).hasSize(1);
    Difference one = merged.differences().get(0);
    assertThat(one.place().path()).isEqualTo("members[a].income.wage");
    assertThat(one.title()).isEqualTo("甲：收入（工资）");
    assertThat(one.theirs().toString()).contains("700");
    assertThat(one.ours().toString()).contains("900");
    assertThat(member(merged.household(), 0).get("income").get(0).get("monthly").asInt())
        .isEqualTo(700);
  }

  @Test
  void different_items_added_on_both_sides_both_stay_and_equal_ones_are_one() {
    Consumer<ObjectNode> pension =
        one ->
            member(one, 0)
                .withArray("income")
                .addObject()
                .put("kind", "pension")
                .put("monthly", 90);
    assertMerged(
        merged(pension.andThen(one -> receipt(one, 120)), pension.andThen(one -> receipt(one, 80))),
        pension.andThen(one -> receipt(one, 120)).andThen(one -> receipt(one, 80)));
  }

  static void receipt(ObjectNode household, int yuan) {
    member(household, 1)
        .withArray("expenses")
        .addObject()
        .put("kind", "medical")
        .put("amount", yuan);
  }

  @Test
  void who_was_asked_and_has_none_has_said_so_and_what_the_other_found_is_more() {
    ObjectNode none = merged(theirs -> {}, ours -> member(ours, 1).putArray("income")).household();
    assertThat(member(none, 1).path("income").isArray()).isTrue();
    assertThat(member(none, 1).has("disability")).isFalse();
    ObjectNode found =
        merged(theirs -> member(theirs, 1).putArray("expenses"), ours -> receipt(ours, 120))
            .household();
    assertThat(member(found, 1).get("expenses")).hasSize(1);
  }

  @Test
  void who_was_taken_out_by_one_and_changed_by_the_other_is_a_question_and_stays_meanwhile() {
    Consumer<ObjectNode> without = one -> ((ArrayNode) one.get("members")).remove(1);
    Consumer<ObjectNode> school = one -> member(one, 1).put("student", "compulsory");
    for (MergeAnswers.Merged merged : List.of(merged(without, school), merged(school, without))) {
      assertThat(merged.differences())
          .extracting(one -> one.place().path())
          .containsExactly("members[b]");
      assertThat(merged.household().get("members")).hasSize(2);
    }
    assertMerged(
        merged(without, ours -> ours.put("address", "1 号")),
        without.andThen(one -> one.put("address", "1 号")));
  }

  @Test
  void new_members_are_known_by_who_they_are_and_not_by_the_marks_of_phones() {
    MergeAnswers.Merged merged =
        merged(
            theirs -> added(theirs, "m3", "丙"),
            ours -> {
              added(ours, "m3", "丁");
              added(ours, "m4", "丙");
            });
    assertThat(merged.differences()).isEmpty();
    assertThat(
            merged.household().get("members").valueStream().map(one -> one.get("name").asString()))
        .containsExactlyInAnyOrder("甲", "乙", "丙", "丁");
    assertThat(merged.household().get("members").valueStream().map(Marks::of))
        .doesNotHaveDuplicates();
  }

  private static void added(ObjectNode household, String mark, String name) {
    household
        .withArray("members")
        .addObject()
        .put("id", mark)
        .put("name", name)
        .put("relation", "daughter")
        .put("birthDate", "2018-01-01");
  }

  @Test
  void a_settled_question_is_put_in_its_place_and_nowhere_else() {
    ObjectNode household = base();
    List<String> wages = List.of("members", "a", "income", "wage");
    new Place(wages)
        .put(FORM, household, JSON.readTree("[{\"kind\": \"wage\", \"monthly\": 900}]"));
    new Place(List.of("water", "qualitySafe")).put(FORM, household, JSON.readTree("false"));
    new Place(List.of("members", "b")).put(FORM, household, JSON.nullNode());
    assertThat(Same.text(household))
        .isEqualTo(
            Same.text(
                changed(
                    one -> {
                      ((ObjectNode) member(one, 0).get("income").get(0)).put("monthly", 900);
                      ((ObjectNode) one.get("water")).put("qualitySafe", false);
                      ((ArrayNode) one.get("members")).remove(1);
                    })));
    assertThat(new Place(List.of("members", "b", "sex")).put(FORM, household, JSON.nullNode()))
        .isFalse();
  }

  /** A fixed beginning: who meets a failure meets it again. */
  @Test
  void whatever_two_visits_change_every_change_is_in_the_result_or_in_a_question() {
    Random chance = new Random(20261129);
    int questions = 0;
    for (int i = 0; i < 4_000; i++) {
      ObjectNode base = new RandomHousehold(chance).household();
      ObjectNode theirs = new RandomHousehold(chance).changed(base);
      ObjectNode ours = new RandomHousehold(chance).changed(base);
      MergeAnswers.Merged merged = MergeAnswers.of(FORM, base, theirs, ours);
      for (JsonNode side : List.of(theirs, ours)) {
        List<String> lost = new ArrayList<>();
        Changes.of(FORM, base, side).stream()
            .filter(change -> !change.isIn(merged))
            .forEach(change -> lost.add(change.toString()));
        assertThat(lost)
            .as("try %d\nbase %s\ntheirs %s\nours %s\nmerged %s", i, base, theirs, ours, merged)
            .isEmpty();
      }
      questions += merged.differences().size();
    }
    assertThat(questions).isGreaterThan(2_000);
  }

  @Test
  void a_side_that_changed_nothing_changes_nothing() {
    Random chance = new Random(7);
    for (int i = 0; i < 500; i++) {
      ObjectNode base = new RandomHousehold(chance).household();
      ObjectNode other = new RandomHousehold(chance).changed(base);
      for (MergeAnswers.Merged merged :
          List.of(
              MergeAnswers.of(FORM, base, base, other), MergeAnswers.of(FORM, base, other, base))) {
        assertThat(merged.differences()).isEmpty();
        assertThat(Same.text(merged.household())).isEqualTo(Same.text(other));
      }
    }
  }
}

package org.yimen.casework.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yimen.casework.merge.MergeAnswersTests.FORM;
import static org.yimen.casework.merge.MergeAnswersTests.changed;
import static org.yimen.casework.merge.MergeAnswersTests.member;
import static org.yimen.casework.merge.MergeAnswersTests.receipt;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a visitor was not shown: it isn't taken away, counts once, and is asked about. */
class PutBackTests {

  @Test
  void what_somebody_was_not_shown_they_have_not_taken_away() {
    ObjectNode kept =
        changed(
            one -> {
              member(one, 0).put("seriousIllness", true).put("citizenNumber", "650199198805010025");
              receipt(one, 500);
              member(one, 1)
                  .withArray("expenses")
                  .addObject()
                  .put("kind", "education")
                  .put("amount", 300);
            });
    ObjectNode handed = kept.deepCopy();
    member(handed, 0).remove("seriousIllness");
    member(handed, 0).put("citizenNumber", "650199********0025");
    member(handed, 1).withArray("expenses").remove(0);
    ObjectNode ours = handed.deepCopy().put("address", "7 号");
    member(ours, 1).withArray("expenses").addObject().put("kind", "education").put("amount", 50);

    MergeAnswers.Merged back = PutBack.of(FORM, handed, kept, ours);
    ObjectNode whole = back.household();
    assertThat(back.differences()).isEmpty();

    assertThat(whole.get("address").asString()).isEqualTo("7 号");
    assertThat(member(whole, 0).get("seriousIllness").asBoolean()).isTrue();
    assertThat(member(whole, 0).get("citizenNumber").asString()).isEqualTo("650199198805010025");
    assertThat(member(whole, 1).get("expenses").valueStream().map(one -> one.get("amount").asInt()))
        .containsExactlyInAnyOrder(500, 300, 50);
  }

  @Test
  void what_somebody_was_not_shown_and_is_told_in_the_house_counts_once() {
    ObjectNode kept = changed(one -> receipt(one, 500));
    ObjectNode handed = kept.deepCopy();
    member(handed, 1).withArray("expenses").removeAll();
    ObjectNode ours = kept.deepCopy();

    MergeAnswers.Merged back = PutBack.of(FORM, handed, kept, ours);
    ObjectNode whole = back.household();
    assertThat(back.differences()).isEmpty();

    assertThat(Same.text(whole)).isEqualTo(Same.text(kept));
  }

  private static ObjectNode blind(ObjectNode kept) {
    ObjectNode handed = kept.deepCopy();
    member(handed, 0).remove("seriousIllness");
    member(handed, 1).withArray("expenses").removeAll();
    return handed;
  }

  @Test
  void a_sum_that_somebody_was_not_shown_and_tells_otherwise_is_a_question_and_counts_once() {
    ObjectNode kept = changed(one -> receipt(one, 500));
    ObjectNode ours = blind(kept);
    receipt(ours, 620);

    MergeAnswers.Merged back = PutBack.of(FORM, blind(kept), kept, ours);

    assertThat(member(back.household(), 1).get("expenses")).hasSize(1);
    assertThat(member(back.household(), 1).get("expenses").get(0).get("amount").asInt())
        .isEqualTo(500);
    assertThat(back.differences()).hasSize(1);
    Difference one = back.differences().get(0);
    assertThat(one.title()).isEqualTo("乙：刚性支出（自己负担的部分）（医疗）");
    assertThat(one.theirs().toString()).contains("500").doesNotContain("620");
    assertThat(one.ours().toString()).contains("620").doesNotContain("500");
    one.place().put(FORM, back.household(), one.ours());
    assertThat(member(back.household(), 1).get("expenses").valueStream().map(Same::text))
        .containsExactlyElementsOf(one.ours().valueStream().map(Same::text).toList());
  }

  @Test
  void who_tells_what_they_were_not_shown_and_more_is_not_asked() {
    ObjectNode kept = changed(one -> receipt(one, 500));
    ObjectNode ours = kept.deepCopy();
    receipt(ours, 80);

    MergeAnswers.Merged back = PutBack.of(FORM, blind(kept), kept, ours);

    assertThat(back.differences()).isEmpty();
    assertThat(Same.text(back.household())).isEqualTo(Same.text(ours));
  }

  @Test
  void an_answer_that_somebody_was_not_shown_and_contradicts_is_a_question() {
    ObjectNode kept = changed(one -> member(one, 0).put("seriousIllness", true));
    ObjectNode ours = blind(kept);
    member(ours, 0).put("seriousIllness", false);

    MergeAnswers.Merged back = PutBack.of(FORM, blind(kept), kept, ours);

    assertThat(member(back.household(), 0).get("seriousIllness").asBoolean()).isTrue();
    assertThat(back.differences())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.place().path()).isEqualTo("members[a].seriousIllness");
              assertThat(one.ours().asBoolean()).isFalse();
            });
  }

  @Test
  void a_question_is_asked_beside_what_stands_now_and_not_where_that_says_the_same() {
    ObjectNode kept = changed(one -> receipt(one, 500));
    ObjectNode ours = blind(kept);
    receipt(ours, 620);
    MergeAnswers.Merged back = PutBack.of(FORM, blind(kept), kept, ours);
    ObjectNode now = changed(one -> receipt(one, 700));

    assertThat(back.standing(FORM, now).get(0).theirs().toString()).contains("700");
    assertThat(back.standing(FORM, changed(one -> receipt(one, 620)))).isEmpty();
  }
}

package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Who is told what would change the suggestion of a household. */
@OnPostgres
class NearMissPagesTests extends ScreenedHamlet {

  private Desk.Answer asked(String user, long household) {
    return asked(user, household, "near-misses");
  }

  @Test
  void each_change_names_the_fact_the_amount_and_both_categories_in_a_sentence() {
    Desk.Answer answer = asked("village", Hamlet.LIKELY);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode changes = answer.json();
    assertThat(changes.size()).isPositive();
    for (JsonNode change : changes) {
      boolean watch = change.get("about").asString().equals("watch");
      String now = watch ? "notWatched" : "dibao";
      assertThat(change.get("from").asString()).isEqualTo(now);
      assertThat(change.get("to").asString()).isNotEqualTo(now);
      assertThat(change.get("text").asString()).startsWith("如果").endsWith("。");
    }
    assertThat(answer.text()).contains("\"vehicle\"", "有一辆小汽车", "低保财产条件");
    assertThat(answer.text()).contains("\"householdIncome\"", "低保收入条件");
    assertThat(answer.text()).contains("本户发现返贫致贫风险", "防止返贫监测对象（");
  }

  @Test
  void a_household_outside_ones_area_or_not_screened_is_not_found() {
    assertThat(asked("village", Hamlet.ELSEWHERE).status()).isEqualTo(404);
    assertThat(asked("district", Hamlet.ELSEWHERE).status()).isEqualTo(200);
    assertThat(asked("district", 99_999_999).status()).isEqualTo(404);
    assertThat(asked("bureau", Hamlet.LIKELY).status()).isEqualTo(403);
  }

  @Test
  void of_a_household_without_members_nothing_is_said() {
    assertThat(asked("district", Hamlet.DESERTED).json().size()).isZero();
  }
}

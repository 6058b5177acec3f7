package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

@OnPostgres
class CaseworkTests extends CaseworkDay {

  private static final List<String> WHOLE_WAY =
      List.of(
          "register",
          "accept",
          "authorise",
          "askCheck",
          "startCheck",
          "answerCheck",
          "visit",
          "propose",
          "publish",
          "closeNotice",
          "review",
          "confirm");

  @Autowired DataSource dataSource;

  @Test
  void a_family_goes_through_all_steps_and_is_paid_from_the_month_after_the_decision() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    assertThat(cases.state(id)).isEqualTo("noticed");
    cases.did("deputy", id, "review", Map.of("note", "属实"));
    Desk.Answer decided = cases.did("district", id, "confirmation", Map.of());

    JsonNode decision = decided.json();
    assertThat(decision.get("category").asString()).isEqualTo("dibao");
    assertThat(decision.get("persons").asInt()).isEqualTo(2);
    // (800 - 300) x 2 and 35 for the child, in fen
    assertThat(decision.get("monthlyFen").asLong()).isEqualTo(103_500);
    assertThat(decision.get("paidFrom").asString()).isEqualTo("2025-11-01");
    assertThat(decision.get("reason").asString())
        .contains("人均月收入300元", "第九条")
        .doesNotContain("农户", "边缘");
    assertThat(
            jdbc.sql("select category || ' ' || valid_from from casework.recognition")
                .query(String.class)
                .list())
        .containsExactly("dibao 2025-11-01", "dibao 2025-11-01");
    assertThat(steps(id)).isEqualTo(WHOLE_WAY);
  }

  private List<String> steps(long id) {
    return jdbc.sql("select step from casework.step where application = :id order by id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  @Test
  void the_limits_of_the_law_run_from_acceptance_in_working_days() {
    long id = cases.accepted();
    assertThat(cases.limits(id))
        .containsEntry("低保全流程时限", "2025-11-24")
        .containsEntry("家庭经济状况调查启动时限", "2025-10-16");
    cases.did(
        "township",
        id,
        "circumstances",
        Map.of("circumstance", "hukouSplit", "because", "人户分离，须外地协查"));
    assertThat(cases.limits(id)).containsEntry("特殊情况低保全流程时限", "2025-12-15");
  }

  @Test
  void there_is_no_way_to_turn_a_family_away_at_the_door() {
    long id = cases.registered();
    for (String way : List.of("refusal", "ending", "proposal", "confirmation", "review")) {
      assertThat(cases.tried("district", id, way, Map.of("because", "不符合条件")).status())
          .as(way)
          .isNotIn(200, 201, 204);
    }
    assertThat(cases.as("district").delete(CaseDesk.PATH + "/" + id).status()).isIn(404, 405);
    assertThat(cases.state(id)).isEqualTo("received");
  }

  @Test
  void what_belongs_to_another_town_is_handed_on_and_out_of_sight() {
    long id = cases.registered();
    Map<String, Object> there = Map.of("area", "650107201", "because", "户籍和居住都在西沟乡");
    cases.did("township", id, "transfer", there);
    assertThat(cases.file(id).status()).isEqualTo(404);
    assertThat(cases.tried("township", id, "acceptance", Map.of()).status()).isEqualTo(404);
    Desk.Answer file = cases.as("district").get(CaseDesk.PATH + "/" + id);
    assertThat(file.json().get("area").asString()).isEqualTo("650107201");
    assertThat(steps(id)).containsExactly("register", "transfer");
    assertThat(cases.tried("township", id, "transfer", there).status()).isEqualTo(404);
  }

  @Test
  void papers_are_asked_for_once() {
    long id = cases.registered();
    Map<String, Object> papers = Map.of("papers", List.of("户口簿复印件", "授权书"));
    cases.did("township", id, "missing-papers", papers);
    cases.did("village", id, "papers", Map.of());
    Desk.Answer again = cases.tried("township", id, "missing-papers", papers);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("一次性告知");
  }

  @Test
  void nothing_is_proposed_without_authorisations_a_check_and_a_visit_of_two() {
    long id = cases.accepted();
    assertThat(cases.tried("township", id, "proposal", Map.of()).text()).contains("入户调查");
    assertThat(cases.tried("township", id, "check", Map.of()).text()).contains("授权");
    Map<String, Object> alone = cases.visit(CaseDesk.family(600));
    alone.put("investigators", List.of("示范甲", "示范甲"));
    assertThat(cases.tried("village", id, "visits", alone).text()).contains("两名以上");
    cases.did("village", id, "visits", cases.visit(CaseDesk.family(600)));
    assertThat(cases.tried("township", id, "proposal", Map.of()).text()).contains("核对");
    assertThat(cases.state(id)).isEqualTo("accepted");
  }

  @Test
  void a_family_that_the_check_says_does_not_qualify_is_proposed_with_a_reason_only() {
    long id = cases.accepted();
    cases.investigated(id, CaseDesk.family(600));
    cases.did("township", id, "check", Map.of());
    cases.did("checker", id, "check/start", Map.of());
    cases.did("checker", id, "check/report", Map.of("passes", false, "findings", "存款 5 万元"));
    cases.did("township", id, "check/told", Map.of("contested", false));
    Desk.Answer bare = cases.tried("township", id, "proposal", Map.of());
    assertThat(bare.status()).isEqualTo(409);
    assertThat(bare.text()).contains("核对报告认为不符合规定", "再入户一次更正", "写明理由");
    assertThat(cases.state(id)).isEqualTo("accepted");
    cases.did("township", id, "proposal", Map.of("because", "存款是邻居代存的，有银行证明"));
    assertThat(cases.state(id)).isEqualTo("proposed");
    assertThat(cases.file(id).text()).contains("仍提出的理由：存款是邻居代存的");
  }

  @Test
  void whoever_owes_support_has_to_authorise_too() {
    long id = cases.accepted();
    Map<String, Object> household = CaseDesk.family(600);
    Map<String, Object> mother = CaseDesk.first(household);
    mother.put("obligors", List.of(Map.of("name", "买买提·托合提", "birthDate", "1955-01-01")));
    cases.investigated(id, household);
    Desk.Answer answer = cases.tried("township", id, "proposal", Map.of());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("买买提·托合提");
  }

  @Test
  void answers_that_the_form_does_not_have_are_refused_with_their_places() {
    long id = cases.accepted();
    Map<String, Object> household = CaseDesk.family(600);
    CaseDesk.first(household).put("birthDate", "1988年5月");
    CaseDesk.first(household).put("shoeSize", 38);
    household.put("residence", "moon");
    Desk.Answer answer = cases.tried("village", id, "visits", cases.visit(household));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains("members[0].birthDate", "members[0].shoeSize", "residence", "只能从选项中选择");
  }

  @Test
  void a_visit_sent_twice_is_one() {
    long id = cases.accepted();
    Map<String, Object> visit = cases.visit(CaseDesk.family(600));
    assertThat(cases.did("village", id, "visits", visit).json().get("knownBefore").asBoolean())
        .isFalse();
    assertThat(cases.did("village", id, "visits", visit).json().get("knownBefore").asBoolean())
        .isTrue();
    assertThat(cases.file(id).json().get("records").get("visits").size()).isEqualTo(1);
  }

  @Test
  void a_towns_clerk_neither_sees_nor_moves_another_towns_application() {
    long id = cases.accepted();
    jdbc.sql("update casework.application set area = '650107201' where id = :id")
        .param("id", id)
        .update();
    assertThat(cases.as("township").get(CaseDesk.PATH + "/" + id).status()).isEqualTo(404);
    assertThat(cases.tried("township", id, "check", Map.of()).status()).isEqualTo(404);
    assertThat(cases.as("township").get(CaseDesk.PATH).json().get("items").toString())
        .doesNotContain("\"id\":" + id + ",");
    assertThat(cases.as("district").get(CaseDesk.PATH + "/" + id).status()).isEqualTo(200);
  }

  @Test
  void the_list_shows_first_what_is_due_first_and_how_late_it_is() {
    long id = cases.accepted();
    clock.set(LocalDate.of(2025, 10, 20));
    JsonNode late = cases.as("township").get(CaseDesk.PATH + "?late=late").json().get("items");
    assertThat(late.get(0).get("id").asLong()).isEqualTo(id);
    assertThat(late.get(0).get("limit").asString()).isEqualTo("家庭经济状况调查启动时限");
    assertThat(late.get(0).get("daysLate").asInt()).isEqualTo(4);
  }
}

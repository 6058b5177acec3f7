package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

@OnPostgres
class CaseDecisionTests extends CaseworkDay {

  @Autowired DataSource dataSource;

  @Test
  void an_objection_holds_up_its_own_family_only() {
    long objected = cases.accepted();
    long other = cases.accepted("applicant", "古丽巴哈尔·依明");
    cases.published(objected, CaseDesk.family(600));
    Map<String, Object> household = CaseDesk.family(600);
    CaseDesk.first(household).put("name", "阿依古丽·买买提");
    cases.published(other, household);
    cases.did(
        "village",
        objected,
        "objections",
        Map.of("raisedOn", cases.today().toString(), "text", "有一辆货车"));
    cases.noticesAreOver(closeNotices);
    assertThat(cases.state(objected)).isEqualTo("objected");
    assertThat(cases.state(other)).isEqualTo("noticed");
    assertThat(cases.limits(objected)).containsEntry("特殊情况低保全流程时限", "2025-12-15");
    assertThat(cases.limits(other)).containsEntry("低保全流程时限", "2025-11-24");
  }

  @Test
  void an_objection_is_answered_by_an_assembly_and_the_district_visits_before_it_confirms() {
    long objected = cases.accepted();
    cases.published(objected, CaseDesk.family(600));
    cases.did(
        "village",
        objected,
        "objections",
        Map.of("raisedOn", cases.today().toString(), "text", "有一辆货车"));
    cases.noticesAreOver(closeNotices);
    Map<String, Object> dismissed = Map.of("result", "dismissed", "answer", "货车属他人");
    assertThat(cases.tried("township", objected, "objections/settlement", dismissed).text())
        .contains("民主评议");
    cases.did(
        "village",
        objected,
        "objections/assembly",
        Map.of("heldOn", cases.today().toString(), "forCount", 12, "againstCount", 1));
    cases.did("township", objected, "objections/settlement", dismissed);
    closeNotices.closeOver();
    cases.did("deputy", objected, "review", Map.of());
    assertThat(cases.tried("district", objected, "confirmation", Map.of()).text())
        .contains("区民政局入户");
    Map<String, Object> visit = cases.visit(CaseDesk.family(600));
    visit.put("kind", "district");
    cases.did("checker", objected, "visits", visit);
    cases.did("district", objected, "confirmation", Map.of());
  }

  /** Checked by one, visited by another, and past its notice. */
  private void publishedBy(long id, String checks, String visits, Map<String, Object> visit) {
    cases.authorised(id);
    cases.did("township", id, "check", Map.of());
    cases.did(checks, id, "check/report", Map.of("passes", true));
    cases.did(visits, id, "visits", visit);
    cases.did("township", id, "proposal", Map.of());
    cases.did("township", id, "notice", Map.of());
    cases.noticesAreOver(closeNotices);
  }

  @Test
  void one_person_can_not_investigate_review_and_decide_the_same_case() {
    long id = cases.accepted();
    publishedBy(id, "checker", "district", cases.visit(CaseDesk.family(600)));
    assertThat(cases.tried("district", id, "review", Map.of()).status()).isEqualTo(403);
    cases.did("deputy", id, "review", Map.of());
    Desk.Answer own = cases.tried("district", id, "confirmation", Map.of());
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.text()).contains("另一位");
  }

  @Test
  void who_was_in_the_house_neither_reviews_nor_decides_also_where_a_colleague_wrote_it_down() {
    long id = cases.accepted();
    Map<String, Object> visit = cases.visit(CaseDesk.family(600));
    visit.put("investigators", List.of("示范·乡镇分管领导", "示范·区县经办人"));
    publishedBy(id, "checker", "village", visit);
    assertThat(cases.tried("deputy", id, "review", Map.of()).text()).contains("same-person");
    jdbc.sql("update casework.visit set investigators = array['示范甲', '示范·区县经办人']").update();
    cases.did("deputy", id, "review", Map.of());
    assertThat(cases.tried("district", id, "confirmation", Map.of()).text())
        .contains("same-person", "入户调查");
    Desk.Answer foretold =
        cases
            .as("district")
            .post("/api/v1/bulk-jobs/check", Map.of("kind", "confirm", "ids", List.of(id)));
    assertThat(foretold.json().get("ready").asInt()).isZero();
    assertThat(foretold.text()).contains("须由他人确认");
    jdbc.sql("update casework.visit set investigators = array['示范甲', '示范乙']").update();
    cases.did("district", id, "confirmation", Map.of());
  }

  @Test
  void who_answered_the_check_does_not_decide() {
    long id = cases.accepted();
    publishedBy(id, "district", "village", cases.visit(CaseDesk.family(600)));
    cases.did("deputy", id, "review", Map.of());
    assertThat(cases.tried("district", id, "confirmation", Map.of()).text())
        .contains("same-person", "核对报告");
  }

  @Test
  void nobody_confirms_before_the_notice_has_hung_seven_days() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    clock.set(cases.today().plusDays(7));
    closeNotices.closeOver();
    assertThat(cases.state(id)).isEqualTo("onNotice");
    assertThat(cases.tried("deputy", id, "review", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void what_the_law_refuses_is_refused_with_reasons_and_what_it_grants_can_not_be_refused() {
    long rich = cases.accepted();
    cases.investigated(rich, CaseDesk.family(9000));
    cases.did("township", rich, "proposal", Map.of());
    cases.did("deputy", rich, "review", Map.of());
    assertThat(cases.tried("district", rich, "confirmation", Map.of()).status()).isEqualTo(409);
    Desk.Answer refused = cases.did("district", rich, "refusal", Map.of());
    assertThat(refused.json().get("reason").asString()).contains("人均月收入4500元");
    assertThat(cases.limits(rich)).containsEntry("不予确认告知时限", "2025-10-16");

    long poor = cases.accepted("applicant", "古丽巴哈尔·依明");
    cases.published(poor, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", poor, "review", Map.of());
    Desk.Answer wrong = cases.tried("district", poor, "refusal", Map.of());
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.text()).contains("不得不予确认");
  }

  @Test
  void with_consent_a_family_goes_on_to_the_next_category_without_new_papers() {
    long with = cases.accepted();
    cases.published(with, CaseDesk.family(2000));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", with, "review", Map.of());
    assertThat(
            cases.did("district", with, "confirmation", Map.of()).json().get("category").asString())
        .isEqualTo("dibaoMargin");

    long without = cases.accepted("consent", false, "applicant", "古丽巴哈尔·依明");
    cases.published(without, CaseDesk.family(2000));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", without, "review", Map.of());
    assertThat(cases.tried("district", without, "confirmation", Map.of()).text()).contains("不同意转入");
    cases.did("district", without, "refusal", Map.of());
  }

  @Test
  void relatives_of_staff_are_visited_by_the_district_first() {
    long id = cases.accepted("relativeOf", "村委会委员某某之妹");
    cases.published(id, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", id, "review", Map.of());
    assertThat(cases.tried("district", id, "confirmation", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void nobody_is_in_two_categories_at_a_time() {
    long first = cases.accepted();
    Map<String, Object> household = CaseDesk.family(600);
    CaseDesk.first(household).put("person", 4711);
    confirmed(first, household);
    long second = cases.accepted();
    cases.published(second, household);
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", second, "review", Map.of());
    Desk.Answer answer = cases.tried("district", second, "confirmation", Map.of());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("同一时间只能在一类");
  }

  private void confirmed(long id, Map<String, Object> household) {
    cases.published(id, household);
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", id, "review", Map.of());
    cases.did("district", id, "confirmation", Map.of());
  }

  @Test
  void the_first_of_each_tekun_cases_is_drawn_for_a_visit_and_thirty_percent_stay_drawn() {
    for (int i = 0; i < 7; i++) {
      long id = cases.accepted("applicant", "示范老人" + i, "appliedFor", "tekun");
      Map<String, Object> household = CaseDesk.alone();
      cases.published(id, household);
      cases.noticesAreOver(closeNotices);
      cases.did("deputy", id, "review", Map.of());
    }
    assertThat(
            jdbc.sql(
                    "select count(*) filter (where spot_check) >= 0.3 * count(*) from casework.application where category = 'tekun'")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void every_draw_can_be_followed_afterwards_and_taking_an_application_back_dodges_none() {
    long drawn = sentTekun();
    assertThat(because(drawn)).isEqualTo("share");
    cases.did("village", drawn, "withdrawal", Map.of("because", "暂时不办了"));
    for (int i = 0; i < 3; i++) {
      assertThat(because(sentTekun())).isIn("share", "chance", "earlier");
    }
    assertThat(
            jdbc.sql(
                    """
                    select bool_and(case because
                      when 'share' then drawn_so_far * 10000 < 3000 * sent
                      when 'chance' then number < 3000 else number >= 3000 end)
                    from casework.spot_check_draw
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private long sentTekun() {
    long id = cases.accepted("applicant", "示范老人", "appliedFor", "tekun");
    cases.published(id, CaseDesk.alone());
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", id, "review", Map.of());
    return id;
  }

  private String because(long id) {
    return jdbc.sql("select because from casework.spot_check_draw where application = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  @Test
  void the_public_notice_holds_nothing_but_what_may_be_seen() {
    long id = cases.accepted("phone", "13900006501");
    cases.published(id, CaseDesk.family(600));
    Map<String, Object> notice =
        jdbc.sql("select * from casework.public_notice where application = :id")
            .param("id", id)
            .query()
            .singleRow();
    assertThat(notice.get("shown_name")).isEqualTo("阿＊提");
    assertThat(notice.toString()).doesNotContain("13900006501", "阿依古丽", "12 号", "1988");
  }
}

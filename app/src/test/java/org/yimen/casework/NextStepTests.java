package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

@OnPostgres
class NextStepTests extends CaseworkDay {

  /** What the step waits for; empty where it may be taken. */
  private String notNow(String user, long id, String step) {
    for (JsonNode one : cases.as(user).get(CaseDesk.PATH + "/" + id).json().get("next")) {
      if (one.get("step").asString().equals(step)) {
        return one.get("notNow").asString();
      }
    }
    throw new AssertionError(step + " is not among the steps of " + user);
  }

  @Test
  void an_investigation_says_what_each_step_waits_for() {
    long id = cases.accepted();
    assertThat(notNow("township", id, "askCheck")).contains("授权");
    assertThat(notNow("village", id, "tellCheck")).contains("核对报告");
    assertThat(notNow("checker", id, "answerCheck")).contains("还没有提请");
    assertThat(notNow("township", id, "propose")).contains("入户调查");
    cases.authorised(id);
    assertThat(notNow("township", id, "askCheck")).isEmpty();
    cases.did("township", id, "check", Map.of());
    assertThat(notNow("township", id, "askCheck")).contains("正在等待结果");
    cases.did("village", id, "visits", cases.visit(CaseDesk.family(600)));
    assertThat(notNow("township", id, "propose")).contains("核对");
    cases.did("checker", id, "check/report", Map.of("passes", false, "findings", "有一辆货车"));
    assertThat(notNow("township", id, "propose")).contains("告知家庭");
    cases.did("village", id, "check/told", Map.of("contested", false));
    assertThat(notNow("township", id, "propose")).isEmpty();
  }

  @Test
  void an_authorisation_that_was_taken_back_is_none() {
    long id = cases.accepted();
    cases.authorised(id);
    cases.did("township", id, "check", Map.of());
    assertThat(notNow("checker", id, "startCheck")).isEmpty();
    Map<String, Object> mistaken = Map.of("name", "阿依古丽·买买提", "kind", "member");
    cases.did("village", id, "authorisations/mistake", mistaken);
    assertThat(notNow("checker", id, "startCheck")).contains("没有授权不能核对");
    assertThat(notNow("township", id, "askCheck")).contains("没有授权不能核对");
  }

  @Test
  void what_the_law_does_not_grant_is_neither_published_nor_confirmed() {
    long rich = cases.accepted();
    cases.investigated(rich, CaseDesk.family(9000));
    cases.did("township", rich, "proposal", Map.of());
    assertThat(notNow("township", rich, "publish")).contains("不公示");
    assertThat(notNow("deputy", rich, "review")).isEmpty();
    cases.did("deputy", rich, "review", Map.of());
    assertThat(notNow("district", rich, "confirm")).contains("只能不予确认");
    assertThat(notNow("district", rich, "refuse")).isEmpty();
  }

  @Test
  void what_the_law_grants_is_published_before_it_is_reviewed_and_not_refused() {
    long poor = cases.accepted();
    cases.investigated(poor, CaseDesk.family(600));
    cases.did("township", poor, "proposal", Map.of());
    assertThat(notNow("deputy", poor, "review")).contains("须先公示");
    cases.did("township", poor, "notice", Map.of());
    cases.noticesAreOver(closeNotices);
    assertThat(notNow("deputy", poor, "review")).isEmpty();
    cases.did("deputy", poor, "review", Map.of());
    assertThat(notNow("district", poor, "confirm")).isEmpty();
    assertThat(notNow("district", poor, "refuse")).contains("不得不予确认");
  }

  @Test
  void only_the_end_of_a_tekun_persons_support_is_published() {
    RecheckDesk desk = new RecheckDesk(cases, closeNotices);
    long standing = desk.recognised(CaseDesk.family(600));
    long recheck = desk.opened(standing, RecheckDesk.cause("voluntary"));
    assertThat(notNow("township", recheck, "proposeChange")).isEmpty();
    desk.step("township", recheck, "proposal", Map.of());
    assertThat(notNow("township", recheck, "publishEnding")).contains("不公示");
    assertThat(notNow("deputy", recheck, "reviewChange")).isEmpty();
  }
}

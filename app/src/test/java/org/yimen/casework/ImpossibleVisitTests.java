package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be true is refused when a visit is sent, with whose it is and what to do. */
@OnPostgres
class ImpossibleVisitTests extends CaseworkDay {

  @Autowired CaseSecrets secrets;

  @Test
  void what_cannot_be_true_is_refused_with_who_and_what_to_do() {
    long id = cases.accepted();
    Map<String, Object> household = CaseDesk.family(600);
    Map<String, Object> mother = CaseDesk.first(household);
    mother.put("income", List.of(Map.of("kind", "wage", "monthly", -600)));
    mother.put("obligors", List.of(Map.of("name", "买买提·托合提", "birthDate", "1855-01-01")));
    mother.put("citizenNumber", "650199198805010021");
    CaseDesk.second(household).put("birthDate", cases.today().plusDays(1).toString());
    CaseDesk.second(household).put("citizenNumber", "65019920150901");
    String said = cases.tried("village", id, "visits", cases.visit(household)).text();
    assertThat(said)
        .contains("members[0].income[0].monthly：阿依古丽·买买提的收入第 1 项的“每月（元）”不能是负数")
        .contains("阿依古丽·买买提的义务人买买提·托合提的“出生日期”早于 130 年前")
        .contains("members[0].citizenNumber：阿依古丽·买买提的“公民身份号码”校验不对")
        .contains("members[1].birthDate：努尔江·艾合买提的“出生日期”晚于今天")
        .contains("努尔江·艾合买提的“公民身份号码”应为 18 位")
        .doesNotContain("650199");
    mother.put("citizenNumber", "650199198805010025");
    mother.put("birthDate", "1988-05-02");
    assertThat(cases.tried("village", id, "visits", cases.visit(household)).text())
        .contains("“公民身份号码”与“出生日期”不一致");
  }

  @Test
  void a_business_may_have_lost_money_and_a_number_may_be_unknown_masked_or_of_a_disability_card() {
    long id = cases.accepted();
    Map<String, Object> household = CaseDesk.family(600);
    Map<String, Object> mother = CaseDesk.first(household);
    mother.put("income", List.of(Map.of("kind", "business", "yearly", -5000)));
    for (String number : List.of("", "650199********0025", "65019919880501002544")) {
      mother.put("citizenNumber", number);
      cases.did("village", id, "visits", cases.visit(household));
    }
  }

  @Test
  void nobody_visits_for_an_application_that_was_not_made_yet_nor_tomorrow() {
    long id = cases.accepted();
    Map<String, Object> visit = cases.visit(CaseDesk.family(600));
    visit.put("visitedAt", cases.today().minusDays(1) + "T12:00:00+08:00");
    assertThat(cases.tried("village", id, "visits", visit).text()).contains("早于登记申请的日期", "请改正入户时间");
    visit.put("visitedAt", cases.today().plusDays(1) + "T12:00:00+08:00");
    assertThat(cases.tried("village", id, "visits", visit).text()).contains("入户时间晚于现在，请改正入户时间");
  }

  @Test
  void what_was_kept_before_it_was_looked_at_is_named_when_it_is_proposed() {
    long id = cases.accepted();
    cases.investigated(id, CaseDesk.family(600));
    UUID visit =
        jdbc.sql("select id from casework.visit where application = :id")
            .param("id", id)
            .query(UUID.class)
            .single();
    Map<String, Object> family = CaseDesk.family(-600);
    CaseDesk.first(family).put("citizenNumber", "65019919880501002");
    String kept = JsonMapper.shared().writeValueAsString(family);
    jdbc.sql("update casework.visit set answers = :answers where id = :id")
        .param("answers", secrets.answers().seal(visit, kept))
        .param("id", visit)
        .update();
    assertThat(cases.tried("township", id, "proposal", Map.of()).text())
        .contains("阿依古丽·买买提的收入第 1 项的“每月（元）”不能是负数", "重新登记一次入户")
        .doesNotContain("monthly", "公民身份号码");
  }
}

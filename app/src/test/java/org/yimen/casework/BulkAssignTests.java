package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Two people are sent to families, one by one and many at once (派单). */
@OnPostgres
class BulkAssignTests extends CaseworkDay {

  private static final List<String> TWO = List.of("village", "township");
  private static final String NAMES = "示范·村工作人员、示范·乡镇经办人";

  private long elsewhere() {
    long id =
        cases
            .as("township")
            .post(CaseDesk.PATH, CaseDesk.application("area", "650107200"))
            .json()
            .get("id")
            .asLong();
    cases.did("township", id, "acceptance", Map.of());
    return id;
  }

  private List<Long> listed(String user, String query) {
    JsonNode items = cases.as(user).get(CaseDesk.PATH + "?" + query).json().get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(one -> one.get("id").asLong())
        .toList();
  }

  @Test
  void many_families_are_sent_to_two_people_who_see_them_first() throws Exception {
    long others = cases.accepted();
    long one = cases.accepted();
    long two = cases.accepted();
    long notYet = cases.registered();
    long town = elsewhere();
    BulkDesk deputy = new BulkDesk(cases.as("deputy"));
    JsonNode end = deputy.over(deputy.begun("assign", TWO, List.of(one, two, notYet, town)));

    assertThat(end.get("title").asString()).isEqualTo("派单：" + NAMES);
    assertThat(end.get("done").asInt()).isEqualTo(2);
    JsonNode refused = deputy.get(end.get("id").asLong(), "/rows?outcome=refused").json();
    assertThat(refused.toString()).contains("已登记", "管辖范围不含本户所在地");
    assertThat(listed("village", "assigned=me")).containsExactlyInAnyOrder(one, two);
    assertThat(listed("township", "assigned=nobody&state=accepted"))
        .containsExactlyInAnyOrder(others, town);
    assertThat(cases.file(one).json().get("investigators").toString()).contains("示范·村工作人员");

    JsonNode tasks = cases.as("village").get("/api/v1/field/tasks").json();
    assertThat(tasks.get(0).get("mine").asBoolean()).isTrue();
    assertThat(tasks.get(0).get("assigned").asString()).isEqualTo(NAMES);
    assertThat(tasks.get(2).get("application").asLong()).isEqualTo(others);
    assertThat(tasks.get(2).get("mine").asBoolean()).isFalse();
    assertThat(told(one)).isEqualTo(1);
  }

  private void successor() {
    jdbc.sql(
            """
            update identity.holding set valid_to = '2025-10-20' where account = 'village';
            insert into identity.account (username, display_name, password_hash, factor_required)
            select 'next', '接任的人', password_hash, false from identity.account where username = 'village';
            insert into identity.holding (position, account, valid_from)
            select position, 'next', '2025-10-20' from identity.holding where account = 'village'
            """)
        .update();
  }

  @Test
  void who_follows_in_a_position_takes_over_whom_it_was_to_visit() {
    long id = cases.accepted();
    cases.did("deputy", id, "assignment", Map.of("investigators", TWO));
    successor();
    clock.set(LocalDate.of(2025, 10, 17));
    assertThat(listed("village", "assigned=me")).containsExactly(id);
    clock.set(LocalDate.of(2025, 10, 20));
    assertThat(listed("next", "assigned=me")).containsExactly(id);
    assertThat(cases.as("next").get("/api/v1/field/tasks").json().get(0).get("mine").asBoolean())
        .isTrue();
    assertThat(cases.file(id).json().get("investigators").toString())
        .contains("接任的人")
        .doesNotContain("示范·村工作人员");
    JsonNode able = cases.as("deputy").get("/api/v1/investigators").json();
    assertThat(able.toString()).contains("\"next\"").doesNotContain("\"village\"");
    able.forEach(
        one -> {
          if (one.get("username").asString().equals("next")) {
            assertThat(one.get("open").asInt()).isEqualTo(1);
          }
        });
  }

  private long told(long id) {
    return jdbc.sql(
            """
            select count(*) from audit.entry
            where deed = 'case.step' and why = '派单' and object = :object
            """)
        .param("object", "application:" + id)
        .query(Long.class)
        .single();
  }

  @Test
  void it_is_foretold_who_cannot_be_sent_where() {
    cases.accepted();
    elsewhere();
    cases.registered();
    JsonNode foretold =
        new BulkDesk(cases.as("township"))
            .foretold("assign", TWO, Map.of("area", "650107200", "kind", "application"));
    assertThat(foretold.get("all").asInt()).isEqualTo(3);
    assertThat(foretold.get("ready").asInt()).isEqualTo(1);
    assertThat(foretold.get("obstacles").toString()).contains("不用入户", "管辖范围不含本户所在地");
  }

  @Test
  void who_is_sent_instead_takes_the_place_and_the_same_again_changes_nothing() {
    addWorker();
    long id = cases.accepted();
    cases.did("township", id, "assignment", Map.of("investigators", TWO));
    cases.did("township", id, "assignment", Map.of("investigators", TWO));
    assertThat(told(id)).isEqualTo(1);
    cases.did("township", id, "assignment", Map.of("investigators", List.of("worker", "village")));
    assertThat(listed("township", "assigned=me")).isEmpty();
    assertThat(listed("village", "assigned=me")).containsExactly(id);
    assertThat(rows(id)).as("rows are ended, not deleted").isEqualTo(3);
    assertThat(cases.file(id).json().get("history").toString()).contains("新来的人");
  }

  private long rows(long id) {
    return jdbc.sql("select count(*) from casework.assignment where application = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private void addWorker() {
    jdbc.sql(
            """
            insert into identity.account (username, display_name, password_hash)
            values ('worker', '新来的人', '{noop}x');
            insert into identity.position (code, unit, title, role, reach)
            values ('weizi-worker-2', 'weizi', '协理员', 'villageWorker', 'area');
            insert into identity.holding (position, account, valid_from)
            values ('weizi-worker-2', 'worker', '2025-01-01')
            """)
        .update();
  }

  @Test
  void two_are_needed_and_only_who_may_send_sends() {
    long id = cases.accepted();
    Map<String, Object> twice = Map.of("investigators", List.of("village", "village"));
    assertThat(cases.tried("township", id, "assignment", twice).text()).contains("不得少于两人");
    Map<String, Object> reviewer = Map.of("investigators", List.of("village", "deputy"));
    assertThat(cases.tried("township", id, "assignment", reviewer).text()).contains("没有入户调查权限");
    Map<String, Object> both = Map.of("investigators", TWO);
    assertThat(cases.tried("village", id, "assignment", both).status()).isEqualTo(403);
    assertThat(new BulkDesk(cases.as("village")).tried("assign", TWO, List.of(id)).status())
        .isEqualTo(403);
    assertThat(new BulkDesk(cases.as("township")).tried("assign", List.of("village"), List.of(id)))
        .extracting(answer -> answer.text())
        .asString()
        .contains("不得少于两人");
    JsonNode able = cases.as("deputy").get("/api/v1/investigators?area=" + CaseDesk.VILLAGE).json();
    assertThat(able.toString()).contains("苇子村委会", "东沟乡人民政府").doesNotContain("区县经办人");
  }
}

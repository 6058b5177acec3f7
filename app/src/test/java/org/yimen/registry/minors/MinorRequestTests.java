package org.yimen.registry.minors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** 未成年人网络保护条例 第三十六条: a minor's details are seen after an approval, which leaves a record. */
@OnPostgres
class MinorRequestTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private Desk clerk;
  private Desk officer;

  @BeforeEach
  void a_child_and_its_mother() {
    clock.set(LocalDate.of(2026, 3, 2));
    jdbc.sql(
            """
            delete from casework.step; delete from casework.application; delete from registry.minor_request; delete from registry.fact;
            delete from registry.membership; delete from registry.person; delete from registry.household;
            insert into registry.household (id, number, area) values (960, 'h960', '650107200200'), (961, 'h961', '650107201200');
            insert into registry.person (id, name, birth_date, founded_by)
            values (960, '母', '1985-01-01', 'residence'), (961, '子', '2015-06-01', 'residence');
            insert into registry.membership (household, person, source_row) values (960, 960, 1), (960, 961, 2);
            insert into registry.fact (person, kind, detail, source_row, source_kind) values
              (960, 'seriousIllness', '母之病', 1, 'serious'), (961, 'seriousIllness', '子之病', 2, 'serious'),
              (961, 'student', '一年级', 2, 'students')
            """)
        .update();
    clerk = new Desk(port).as("township");
    officer = new Desk(port).as("district");
  }

  @AfterEach
  void release() {
    clock.release();
  }

  private static String facts(Desk desk) {
    return desk.get("/api/v1/households/960").json().get("facts").toString()
        + desk.get("/api/v1/persons/961").json().get("facts");
  }

  private int ask(Desk desk, long household) {
    return desk.post(
            "/api/v1/minor-requests", Map.of("household", household, "purpose", "核对大病救助申请"))
        .status();
  }

  private static long open(Desk desk) {
    return desk.get("/api/v1/minor-requests").json().get(0).get("id").asLong();
  }

  private static int decide(Desk desk, long id, boolean approved) {
    return desk.post(
            "/api/v1/minor-requests/%d/decision".formatted(id),
            Map.of("approved", approved, "days", 3))
        .status();
  }

  @Test
  void a_childs_illness_is_held_back_until_a_second_person_approves_and_for_some_days() {
    assertThat(facts(clerk)).contains("母之病", "一年级", "经批准后才能查看").doesNotContain("子之病");
    assertThat(ask(clerk, 960)).isEqualTo(201);
    assertThat(facts(clerk)).doesNotContain("子之病");
    assertThat(decide(officer, open(officer), true)).isEqualTo(204);
    assertThat(facts(clerk)).contains("子之病");
    assertThat(facts(officer)).as("the approval is the asker's").doesNotContain("子之病");
    clock.pass(Duration.ofDays(3));
    assertThat(facts(new Desk(port).as("township"))).doesNotContain("子之病");
  }

  @Test
  void who_works_the_households_open_case_needs_no_approval() {
    jdbc.sql(
            """
            insert into casework.application (number, area, household, applicant, handed_in, applied_for,
              consent, state, registered_at, registered_by)
            values ('n1', '650107200200', 960, '母', 'applicant', 'dibao', true, 'registered', now(), 'township');
            insert into casework.step (application, step, to_state, at, who, unit)
            select id, 'register', state, now(), 'township', '' from casework.application
            """)
        .update();
    assertThat(facts(clerk)).contains("子之病");
    assertThat(facts(officer)).doesNotContain("子之病");
    jdbc.sql("update casework.application set state = 'refused'").update();
    assertThat(facts(clerk)).doesNotContain("子之病");
  }

  @Test
  void nobody_approves_their_own_and_none_is_decided_twice() {
    assertThat(ask(officer, 960)).isEqualTo(201);
    long id = open(officer);
    assertThat(decide(officer, id, true)).isEqualTo(403);
    assertThat(decide(clerk, id, true)).isEqualTo(403);
    Desk leader = new Desk(port).as("leader");
    assertThat(decide(leader, id, false)).isEqualTo(204);
    assertThat(decide(leader, id, true)).isEqualTo(409);
    assertThat(facts(officer)).doesNotContain("子之病");
  }

  @Test
  void what_lies_elsewhere_is_neither_asked_for_nor_listed() {
    assertThat(ask(clerk, 961)).isEqualTo(404);
    assertThat(ask(officer, 961)).isEqualTo(201);
    assertThat(clerk.get("/api/v1/minor-requests").json()).isEmpty();
  }

  @Test
  void asking_deciding_and_seeing_leave_a_record() {
    ask(clerk, 960);
    decide(officer, open(officer), true);
    facts(clerk);
    List<String> deeds =
        new ArrayList<>(
            jdbc.sql("select who || ' ' || deed from audit.entry where deed like 'minor.%'")
                .query(String.class)
                .list());
    assertThat(deeds)
        .contains("township minor.ask", "district minor.decide", "township minor.read");
  }
}

package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** Nobody puts a value in force before they were shown whom it touches, as things are now. */
@OnPostgres
class EffectsBeforeAgreeingTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationContext context;
  @Autowired TestClock clock;

  private ValueDesk values;

  @BeforeAll
  static void settle(@Autowired DataSource dataSource) {
    Hamlet.settle(dataSource);
  }

  @BeforeEach
  void sit() {
    clock.set(Hamlet.TODAY);
    values = new ValueDesk(port);
  }

  @AfterEach
  void release() throws InterruptedException {
    while (context.getBean(ScreeningRuns.class).progress().running()) {
      Thread.sleep(50);
    }
    clock.release();
  }

  private void refused(String problem, String word, long id, Desk.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/" + problem);
    assertThat(answer.json().get("detail").asString()).contains(word, "测算影响").endsWith("。");
    var value = new Desk(port).as("leader").get(ValueDesk.PATH + "/" + id).json();
    assertThat(value.get("state").asString()).isEqualTo("open");
  }

  private boolean outdated(long id) {
    var effects = new Desk(port).as("leader").get(ValueDesk.PATH + "/" + id + "/effects").json();
    return effects.get("outdated").asBoolean();
  }

  @Test
  void agreeing_needs_the_effects_of_exactly_this_value_and_tells_which_were_seen() {
    long other = values.proposed("dibao.class.rural.B", "410", "2025-07-01");
    long id = values.proposed("dibao.class.rural.A", "610", "2025-07-01");
    Long ofOther = values.tried(other);
    refused("effects-unseen", "请先", id, values.decided("leader", id, true, null));
    refused("effects-unseen", "请先", id, values.decided("leader", id, true, ofOther));
    Long seen = values.tried(id);
    refused("effects-unseen", "请先", id, values.decided("leader", id, true, null));
    refused("effects-outdated", "重新", id, values.decided("leader", id, true, ofOther));
    assertThat(values.decided("leader", id, true, seen).status()).isEqualTo(200);
    assertThat(kept(id)).isEqualTo(seen);
  }

  private Long kept(long id) {
    return jdbc.sql("select seen from eligibility.parameter_value_decision where value = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  @Test
  void effects_that_somebody_has_worked_out_again_since_are_not_the_ones_that_hold() {
    long id = values.proposed("dibao.class.urban.B", "510", "2025-07-01");
    Long first = values.tried(id);
    Long second = values.tried(id);
    refused("effects-outdated", "最近一次", id, values.decided("leader", id, true, first));
    assertThat(values.decided("leader", id, true, second).status()).isEqualTo(200);
  }

  @Test
  void effects_worked_out_by_another_law_are_refused_until_they_are_worked_out_again() {
    long first = values.proposed("property.dibao.financialMonths", "25", "2025-07-01");
    long second = values.proposed("dibao.class.urban.A", "710", "2025-07-01");
    Long early = values.tried(second);
    assertThat(outdated(second)).isFalse();
    assertThat(values.decided("leader", first, true).status()).isEqualTo(200);
    assertThat(outdated(second)).isTrue();
    refused("effects-outdated", "生效", second, values.decided("leader", second, true, early));
    Long again = values.tried(second);
    assertThat(values.decided("leader", second, true, again).status()).isEqualTo(200);
  }

  @Test
  void effects_worked_out_before_the_register_changed_are_refused() {
    long id = values.proposed("dibao.class.rural.C", "310", "2025-07-01");
    Long early = values.tried(id);
    jdbc.sql("update registry.last_change set at = clock_timestamp()").update();
    assertThat(outdated(id)).isTrue();
    refused("effects-outdated", "登记数据", id, values.decided("leader", id, true, early));
    assertThat(values.decided("leader", id, true, values.tried(id)).status()).isEqualTo(200);
  }

  @Test
  void effects_of_another_day_than_the_last_screening_are_refused() {
    long id = values.proposed("dibao.class.urban.C", "320", "2025-07-01");
    Long early = values.tried(id);
    ScreenRegister screen = context.getBean(ScreenRegister.class);
    screen.run(Hamlet.TODAY.minusDays(1), null, (done, total) -> {});
    refused("effects-outdated", "初筛日期", id, values.decided("leader", id, true, early));
  }

  @Test
  void to_refuse_a_value_nobody_has_to_work_out_its_effects() {
    long id = values.proposed("dibao.jobRefusals", "4", "2025-07-01");
    Desk.Answer answer = values.decided("leader", id, false, null);
    assertThat(answer.json().get("state").asString()).as(answer.text()).isEqualTo("refused");
  }
}

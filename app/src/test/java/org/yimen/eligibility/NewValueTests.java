package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/** What follows from a value in force: back-pay, a new screening, a line in its history. */
@OnPostgres
class NewValueTests extends ValueDay {

  @Test
  void nobody_is_paid_back_for_months_before_it_came_on_the_list() {
    clock.set(Hamlet.TODAY);
    context.getBean(ScreenRegister.class).run(Hamlet.TODAY, null, (done, total) -> {});
    jdbc.sql(
            "update registry.fact set valid_from = date '2025-07-01' where kind = 'list.dibao'"
                + " and household = (select min(household) from registry.fact"
                + " where kind = 'list.dibao')")
        .update();
    long id = values.proposed("dibao.supplement.oldOrYoung", "45", "2025-06-01");
    Desk leader = new Desk(port).as("leader");
    assertThat(leader.post(ValueDesk.PATH + "/" + id + "/effects", Map.of()).status())
        .isEqualTo(200);
    var rows = leader.get(ValueDesk.PATH + "/" + id + "/back-pay").json().get("items");
    assertThat(rows).extracting(row -> row.get("months").asInt()).contains(2);
    for (var row : rows) {
      boolean late = row.get("since").asString("").equals("2025-07-01");
      assertThat(row.get("months").asInt()).as(row.toString()).isEqualTo(late ? 2 : 3);
      long rise = row.get("payAfter").asLong() - row.get("payBefore").asLong();
      assertThat(row.get("owed").asLong()).isEqualTo(row.get("months").asInt() * rise);
    }
    String csv = leader.get(ValueDesk.PATH + "/" + id + "/back-pay.csv").text();
    assertThat(csv.lines()).as("who decides may take the list along").hasSize(1 + rows.size());
    jdbc.sql(
            "update registry.fact set valid_from = date '2024-01-01'"
                + " where kind = 'list.dibao' and valid_from = date '2025-07-01'")
        .update();
  }

  @Test
  void everybody_is_screened_by_the_new_value_without_a_restart() throws InterruptedException {
    clock.set(Hamlet.TODAY);
    context.getBean(ScreenRegister.class).run(Hamlet.TODAY, null, (done, total) -> {});
    long before = context.getBean(ScreeningRuns.class).current().id();
    long id = values.proposed("dibao.margin.factor", "1.6", "2025-07-01");
    assertThat(values.decided("leader", id, true).status()).isEqualTo(200);
    ScreeningRuns.Current now = context.getBean(ScreeningRuns.class).current();
    for (int i = 0; i < 200 && now.id() == before; i++) {
      Thread.sleep(50);
      now = context.getBean(ScreeningRuns.class).current();
    }
    assertThat(now.id()).isGreaterThan(before);
    assertThat(now.valuesUntil()).isEqualTo(inForce.edition().number());
    assertThat(now.asOf()).isEqualTo(Hamlet.TODAY);
  }

  @Test
  void the_history_names_who_set_what_and_keeps_what_was_corrected_or_refused() {
    values.decided("leader", values.proposed("deadline.dibao", "25个工作日", "2024-01-01"), true);
    values.decided("leader", values.proposed("deadline.dibao", "28个工作日", "2024-01-01"), true);
    values.decided("leader", values.proposed("deadline.dibao", "1个月", "2025-01-01"), false);
    values.proposed("deadline.dibao", "20个工作日", "2099-01-01");
    var lines =
        new Desk(port).as("village").get("/api/v1/parameters/deadline.dibao/history").json();
    Map<String, String> states = new HashMap<>();
    for (var line : lines) {
      states.put(line.get("value").asString(), line.get("state").asString());
    }
    assertThat(states)
        .containsEntry("自受理次日起30个工作日", "holds")
        .containsEntry("自受理次日起25个工作日", "corrected")
        .containsEntry("自受理次日起28个工作日", "holds")
        .containsEntry("自受理次日起1个月", "refused")
        .containsEntry("自受理次日起20个工作日", "open");
    var right =
        lines.get(1).get("value").asString().endsWith("28个工作日") ? lines.get(1) : lines.get(2);
    assertThat(right.get("enteredBy").asString()).isEqualTo("示范·区县经办人");
    assertThat(right.get("decidedBy").isNull()).isFalse();
    assertThat(new Desk(port).as("village").get("/api/v1/parameters/x/history").status())
        .isEqualTo(404);
  }
}

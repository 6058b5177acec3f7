package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;

/** A value of the law comes in force when a second person agrees, and for every process. */
@OnPostgres
class ParameterValueTests extends ValueDay {

  private static final String VILLAGE = "650107200200";

  private static Object value(Law law, String id, String day) {
    Determination.UsedParameter found =
        law.parameter(id, LocalDate.parse(day), VILLAGE, Household.Residence.RURAL);
    return found == null ? "none" : found.value().toString();
  }

  @Test
  void a_value_holds_from_its_day_once_a_second_person_agrees_and_the_law_is_another() {
    long hash = inForce.law().hash();
    long id = values.proposed("dibao.standard.rural", "850", "2025-09-01");
    assertThat(value(inForce.law(), "dibao.standard", "2025-09-01")).isEqualTo("800");
    assertThat(inForce.law().hash()).isEqualTo(hash);
    Desk.Answer answer = values.decided("leader", id, true);
    assertThat(answer.json().get("state").asString()).as(answer.text()).isEqualTo("inForce");
    assertThat(value(inForce.law(), "dibao.standard", "2025-08-31")).isEqualTo("800");
    assertThat(value(inForce.law(), "dibao.standard", "2025-09-01")).isEqualTo("850");
    assertThat(inForce.law().hash()).isNotEqualTo(hash);
    LawInForce elsewhere = new LawInForce(Law.load(java.util.List.of()), jdbc);
    assertThat(elsewhere.law().hash()).as("another process").isEqualTo(inForce.law().hash());
    String path = "/api/v1/parameters?area=650107&on=2025-09-02";
    String shown = new Desk(port).as("village").get(path).text();
    assertThat(shown).contains("达民发〔2025〕8号 第一条");
  }

  @ParameterizedTest
  @CsvSource({
    "dibao.standard.urban, 850 # c, 850",
    "dibao.standard.urban, &a 850, 850",
    "dibao.standard.urban, 8e2, 800",
    "dibao.standard.urban, 850.50, 850.5",
    "dibao.payment, classes, classes",
    "deadline.dibao, '{days: 25, kind: working, from: acceptance} # c', 自受理次日起25个工作日",
  })
  void who_decides_reads_the_value_as_it_was_understood(
      String parameter, String written, String understood) {
    long id = values.proposed(parameter, written, "2031-01-01");
    String path = ValueDesk.PATH + "/" + id;
    assertThat(new Desk(port).as("leader").get(path).json().get("value").asString())
        .isEqualTo(understood);
    String kept =
        jdbc.sql("select value from eligibility.parameter_value where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain("#").doesNotContain("&").doesNotContain("e2");
  }

  @Test
  void what_was_kept_as_written_before_is_shown_as_understood_too() {
    jdbc.sql(
            """
            insert into eligibility.parameter_value (parameter, value, area, valid_from, document,
              article, note, entered_by, entered_by_name)
            values ('dibao.standard.urban', '&a 8e2 # c', '650107', '2032-01-01', '某号', '第一条', '',
              'district', '经办人')
            """)
        .update();
    String all = new Desk(port).as("leader").get(ValueDesk.PATH).text();
    assertThat(all).contains("\"value\":\"800\"").doesNotContain("8e2");
  }

  @Test
  void a_mistake_is_followed_by_another_value_and_what_was_known_before_can_be_had_again() {
    assertThat(
            values
                .decided("leader", values.proposed("watch.incomeLine", "9000", "2024-01-01"), true)
                .status())
        .isEqualTo(200);
    LawInForce.Edition mistaken = inForce.edition();
    long right = values.proposed("watch.incomeLine", "9900", "2024-01-01");
    assertThat(values.decided("leader", right, true).status()).isEqualTo(200);
    assertThat(value(inForce.law(), "watch.incomeLine", "2025-01-01")).isEqualTo("9900");
    Law before = inForce.asOf(mistaken.number());
    assertThat(value(before, "watch.incomeLine", "2025-01-01")).isEqualTo("9000");
    assertThat(before.hash()).isEqualTo(mistaken.law().hash());
  }

  @Test
  void nobody_decides_on_their_own_value_nor_twice_and_a_refused_one_never_holds() {
    Map<String, Object> body = ValueDesk.body("dibao.floorShare", "0.3", "2025-09-01");
    Desk.Answer own = new Desk(port).as("leader").post(ValueDesk.PATH, body);
    Desk.Answer answer = values.decided("leader", own.json().get("id").asLong(), true);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/own-value");
    long id = values.proposed("dibao.floorShare", "0.2", "2025-09-01");
    assertThat(values.decided("district", id, true).status())
        .as("an officer only proposes")
        .isEqualTo(403);
    assertThat(values.decided("leader", id, false).json().get("state").asString())
        .isEqualTo("refused");
    Desk.Answer again = values.decided("leader", id, true);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("type").asString()).isEqualTo("/problems/value-decided");
    assertThat(value(inForce.law(), "dibao.floorShare", "2025-10-01")).isEqualTo("0");
    assertThat(values.decided("leader", 999_999, true).status()).isEqualTo(404);
  }

  @Test
  void what_was_entered_and_decided_is_never_changed_or_deleted() {
    long id = values.proposed("dibao.standard.urban", "860", "2026-01-01");
    for (String sql :
        new String[] {
          "delete from eligibility.parameter_value",
          "update eligibility.parameter_value set value = '1'",
          "truncate eligibility.parameter_value_decision",
          "insert into eligibility.parameter_value_decision (value, in_force, reason, decided_by,"
              + " decided_by_name, decided_on) values ("
              + id
              + ", true, '', 'district', '', now())"
        }) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).isInstanceOf(Exception.class);
    }
  }

  @Test
  void values_of_one_place_do_not_overlap() {
    values.decided("leader", values.proposed("rigid.ratio", "0.6", "2026-01-01"), true);
    Map<String, Object> early = ValueDesk.body("rigid.ratio", "0.55", "2025-07-01");
    Desk district = new Desk(port).as("district");
    Desk.Answer answer = district.post(ValueDesk.PATH, early);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asString()).contains("2025-12-31");
    early.put("to", "2025-12-31");
    assertThat(district.post(ValueDesk.PATH, early).status()).isEqualTo(201);
    early.put("to", "2025-06-30");
    assertThat(district.post(ValueDesk.PATH, early).status())
        .as("ends before it begins")
        .isEqualTo(400);
  }

  @Test
  void of_two_proposals_that_overlap_the_second_is_refused_when_decided() {
    long late = values.proposed("property.homes", "2", "2026-06-01");
    long early = values.proposed("property.homes", "3", "2026-01-01");
    assertThat(values.decided("leader", late, true).status()).isEqualTo(200);
    Desk.Answer answer = values.decided("leader", early, true);
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    assertThat(value(inForce.law(), "property.homes", "2026-02-01")).isNotEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "parameter, dibao.nothing, unknown-parameter",
    "parameter, 农村低保标准, unknown-parameter",
    "value, 很多, wrong-value",
    "value, -5, wrong-value",
    "value, '{a: 1', wrong-value",
    "value, '', invalid-request",
    "value, 99999999999999999999, wrong-value",
    "value, 90000000000000, wrong-value",
    "area, 6502, area-outside",
    "area, '', area-outside",
    "area, 65010799, area-outside",
    "area, x, area-outside",
    "document, ' ', missing-basis",
    "article, '', missing-basis",
    "from, yesterday, invalid-request",
  })
  void what_cannot_come_in_force_is_told_in_words_and_not_kept(
      String field, String value, String problem) {
    Map<String, Object> body = ValueDesk.body("dibao.class.rural.A", "600", "2026-01-01");
    body.put(field, value);
    int kept = count();
    Desk.Answer answer = new Desk(port).as("district").post(ValueDesk.PATH, body);
    assertThat(answer.json().get("type").asString())
        .as(answer.text())
        .isEqualTo("/problems/" + problem);
    assertThat(answer.json().get("detail").asString()).endsWith("。").doesNotContain("Exception");
    assertThat(count()).isEqualTo(kept);
  }

  private int count() {
    return jdbc.sql("select count(*) from eligibility.parameter_value")
        .query(Integer.class)
        .single();
  }

  @Test
  void the_list_tells_who_entered_and_who_decided_and_only_those_who_may_propose() {
    long id = values.proposed("dibao.class.urban.A", "700", "2026-01-01");
    var row = new Desk(port).as("district").get(ValueDesk.PATH).json().get(0);
    assertThat(row.get("id").asLong()).as("open ones first").isEqualTo(id);
    assertThat(row.get("enteredBy").asString()).isEqualTo("示范·区县经办人");
    assertThat(row.get("own").asBoolean()).isTrue();
    assertThat(row.get("name").asString()).isEqualTo("城市A类金额");
    assertThat(new Desk(port).as("village").get(ValueDesk.PATH).status()).isEqualTo(200);
    for (String user : new String[] {"village", "township", "bureau", "system"}) {
      Map<String, Object> body = ValueDesk.body("dibao.class.urban.A", "1", "2026-01-01");
      assertThat(new Desk(port).as(user).post(ValueDesk.PATH, body).status())
          .as(user)
          .isEqualTo(403);
    }
  }

  @Test
  void a_rise_from_the_past_tells_whom_it_touches_and_what_each_is_paid_back() {
    clock.set(Hamlet.TODAY);
    context.getBean(ScreenRegister.class).run(Hamlet.TODAY, null, (done, total) -> {});
    long id = values.proposed("dibao.supplement.oldOrYoung", "45", "2025-06-01");
    Desk district = new Desk(port).as("district");
    String one = ValueDesk.PATH + "/" + id;
    assertThat(district.get(one + "/effects").status()).isEqualTo(404);
    var preview = district.post(one + "/effects", Map.of()).json();
    assertThat(preview.get("months").asInt()).as("June, July and August").isEqualTo(3);
    long monthly = preview.get("monthly").asLong();
    assertThat(monthly).isPositive().isEqualTo(10_00L * (monthly / 10_00));
    assertThat(preview.get("backPay").asLong()).isEqualTo(3 * monthly);
    assertThat(values.decided("leader", id, true).status()).isEqualTo(200);
    var after = district.get(one + "/effects").json();
    assertThat(after.get("whatIf").asLong()).isGreaterThan(preview.get("whatIf").asLong());
    assertThat(after.get("backPay")).as("as the preview said").isEqualTo(preview.get("backPay"));
    String csv = district.get(one + "/back-pay.csv").text();
    assertThat(csv.lines()).hasSize(1 + after.get("recipients").asInt());
    assertThat(csv).contains(",10.00,3,30.00");
    String trial = "/api/v1/what-ifs/" + after.get("whatIf").asLong();
    assertThat(district.get(trial).json().get("trial").get("payAfter").asLong())
        .isGreaterThanOrEqualTo(monthly);
    assertThat(district.delete(trial).status()).as("kept with the value").isEqualTo(400);
    assertThat(district.get("/api/v1/what-ifs").text()).doesNotContain("老年人未成年人增发 45");
  }
}

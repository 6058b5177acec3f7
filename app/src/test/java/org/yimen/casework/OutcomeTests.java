package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** What changes for a recognised family, and what it gets in which month then. */
@OnPostgres
class OutcomeTests extends RecheckDay {

  @Test
  void three_refusals_take_off_only_that_persons_share() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = inMonth(standing, "2025-11-01");
    String mother = desk.person(standing, "阿依古丽·买买提");
    List<String> two = List.of("2025-10-14", "2025-10-15");
    assertThat(
            desk.tried(standing, RecheckDesk.cause("jobRefusal", "person", mother, "refusals", two))
                .text())
        .contains("连续 3 次");
    List<String> three = List.of("2025-10-14", "2025-10-15", "2025-10-16");
    long id =
        desk.opened(standing, RecheckDesk.cause("jobRefusal", "person", mother, "refusals", three));
    JsonNode proposal = desk.proposed(id, NOTHING);
    assertThat(proposal.get("outcome").asString()).isEqualTo("reduced");
    assertThat(proposal.get("persons").asInt()).isEqualTo(2);
    desk.decided(id);
    desk.served(id);
    assertThat(inMonth(standing, "2025-11-01")).isLessThan(before).isPositive();
    assertThat(desk.card(standing).get("people")).allMatch(one -> one.get("validTo").isNull());
  }

  @Test
  void a_stop_without_notice_is_taken_back_with_everything_owed_since() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("found"), CaseDesk.family(9000));
    desk.proposed(id, NOTHING);
    desk.decided(id);
    desk.served(id);
    clock.set(LocalDate.of(2026, 10, 15));
    JsonNode arrears =
        desk.did("district", id, "reversal", Map.of("because", "停发告知书没有送到，签收不是本人")).json();
    assertThat(arrears.get("firstMonth").asString()).isEqualTo("2026-01-01");
    assertThat(arrears.get("months").asInt()).isEqualTo(10);
    assertThat(arrears.get("arrearsFen").asLong()).isEqualTo(10 * before);
    assertThat(inMonth(standing, "2026-05-01")).isEqualTo(before);
    JsonNode card = desk.card(standing);
    assertThat(card.get("standing").get("endedOn").isNull()).isTrue();
    assertThat(card.get("people")).hasSize(4);
    Desk.Answer again = desk.step("district", id, "reversal", Map.of("because", "再撤一次"));
    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void a_family_whose_income_work_has_lifted_gets_a_grace_period_that_ends_by_itself() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    clock.set(LocalDate.of(2025, 12, 10));
    long id =
        recheck(
            standing,
            RecheckDesk.cause("employed", "happenedOn", "2025-12-01"),
            CaseDesk.family(9000));
    assertThat(desk.step("township", id, "proposal", Map.of("graceMonths", 7)).text())
        .contains("最长到 2026-06-01");
    JsonNode proposal = desk.proposed(id, Map.of("graceMonths", 6));
    assertThat(proposal.get("outcome").asString()).isEqualTo("grace");
    assertThat(proposal.get("graceUntil").asString()).isEqualTo("2026-06-01");
    desk.decided(id);
    assertThat(desk.paper(id).get("sentences").toString()).contains("2026 年 7 月");
    desk.served(id);
    assertThat(inMonth(standing, "2026-06-01")).isEqualTo(before);
    assertThat(inMonth(standing, "2026-07-01")).isZero();
    assertThat(desk.list("grace").get("total").asInt()).isEqualTo(1);
    clock.set(LocalDate.of(2026, 7, 1));
    assertThat(desk.list("").get("total").asInt()).isZero();
    assertThat(desk.card(standing).get("endedBecause").asString()).isEqualTo("grace");
  }

  @Test
  void without_employment_there_is_no_grace_period() {
    long standing = desk.recognised(CaseDesk.family(600));
    long id = recheck(standing, RecheckDesk.cause("found"), CaseDesk.family(9000));
    assertThat(desk.step("township", id, "proposal", Map.of("graceMonths", 3)).text())
        .contains("渐退期只给因就业");
  }

  @Test
  void above_the_standard_a_family_moves_to_the_next_category_without_a_new_application() {
    long standing = desk.recognised(CaseDesk.family(600));
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("found"), CaseDesk.family(2000));
    JsonNode proposal = desk.proposed(id, NOTHING);
    assertThat(proposal.get("outcome").asString()).isEqualTo("moved");
    assertThat(proposal.get("category").asString()).isEqualTo("dibaoMargin");
    desk.decided(id);
    desk.served(id);
    JsonNode card = desk.card(standing);
    assertThat(card.get("standing").get("category").asString()).isEqualTo("dibaoMargin");
    assertThat(inMonth(standing, "2025-12-01")).isPositive();
    assertThat(inMonth(standing, "2026-01-01")).isZero();
    assertThat(card.get("people")).hasSize(4);
  }

  @Test
  void a_member_who_leaves_is_no_longer_counted_and_the_rest_is_determined_anew() {
    long standing = desk.recognised(CaseDesk.family(600));
    Map<String, Object> alone = CaseDesk.family(600);
    alone.put("members", new ArrayList<>(List.of(CaseDesk.first(alone))));
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("members"), alone);
    JsonNode proposal = desk.proposed(id, NOTHING);
    assertThat(proposal.get("persons").asInt()).isEqualTo(1);
    desk.decided(id);
    desk.served(id);
    JsonNode card = desk.card(standing);
    assertThat(card.get("standing").get("persons").asInt()).isEqualTo(1);
    assertThat(card.get("people"))
        .anyMatch(
            one ->
                one.get("name").asString().equals("努尔江·艾合买提")
                    && one.get("validTo").asString().equals("2026-01-01"));
    assertThat(overlaps()).isZero();
  }

  @Test
  void a_child_who_is_born_joins_without_a_new_application() {
    long standing = desk.recognised(CaseDesk.family(600));
    long before = monthly(standing);
    Map<String, Object> more = CaseDesk.family(600);
    Map<String, Object> baby = new HashMap<>();
    baby.put("id", "c");
    baby.put("name", "古丽米热·艾合买提");
    baby.put("relation", "daughter");
    baby.put("birthDate", "2025-10-20");
    @SuppressWarnings("unchecked")
    List<Object> members = (List<Object>) more.get("members");
    members.add(baby);
    clock.set(LocalDate.of(2025, 12, 10));
    long id = recheck(standing, RecheckDesk.cause("members"), more);
    assertThat(desk.proposed(id, NOTHING).get("outcome").asString()).isEqualTo("raised");
    desk.decided(id);
    assertThat(monthly(standing)).isGreaterThan(before);
    assertThat(desk.card(standing).get("people")).hasSize(3);
  }

  private long overlaps() {
    return jdbc.sql(
            """
            select count(*) from casework.recognition a join casework.recognition b
              on a.person = b.person and a.id < b.id
                and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)
            """)
        .query(Long.class)
        .single();
  }
}

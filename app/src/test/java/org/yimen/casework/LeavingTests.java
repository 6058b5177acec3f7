package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Deaths, and the end of a tekun person's support. */
@OnPostgres
class LeavingTests extends CaseworkDay {

  private static final Map<String, Object> NOTHING = Map.of();
  private static final String FATHER = "艾合买提·依明";

  private RecheckDesk desk = new RecheckDesk(cases, null);

  @BeforeEach
  void begin() {
    desk = new RecheckDesk(cases, closeNotices);
  }

  @Test
  void who_has_died_leaves_from_the_month_after_and_months_paid_since_are_told() {
    long standing = desk.recognised(CaseDesk.alone(), "appliedFor", "tekun");
    long monthly = desk.card(standing).get("standing").get("monthlyFen").asLong();
    clock.set(LocalDate.of(2026, 8, 4));
    long id =
        desk.opened(
            standing,
            RecheckDesk.cause(
                "death", "happenedOn", "2025-11-20", "person", desk.person(standing, "阿依古丽·买买提")));
    assertThat(cases.limits(id)).containsEntry("成员去世后核查变更时限", "2026-02-20");
    assertThat(desk.step("township", id, "proposal", Map.of("lastPaidMonth", "2026-09-01")).text())
        .contains("不能晚于本月");
    desk.proposed(id, Map.of("lastPaidMonth", "2026-07-01"));
    desk.decided(id);
    assertThat(cases.state(id)).isEqualTo("done");
    JsonNode card = desk.card(standing);
    assertThat(card.get("standing").get("endedOn").asString()).isEqualTo("2025-12-01");
    JsonNode overpaid = card.get("overpaid").get(0);
    assertThat(overpaid.get("firstMonth").asString()).isEqualTo("2025-12-01");
    assertThat(overpaid.get("lastMonth").asString()).isEqualTo("2026-07-01");
    assertThat(overpaid.get("months").asInt()).isEqualTo(8);
    assertThat(overpaid.get("monthlyFen").asLong()).isEqualTo(monthly);
    assertThat(card.get("amounts").get(0).get("toMonth").asString()).isEqualTo("2025-12-01");
  }

  private static Map<String, Object> father() {
    Map<String, Object> father = new HashMap<>();
    father.put("id", "c");
    father.put("name", FATHER);
    father.put("relation", "spouse");
    father.put("birthDate", "1985-02-01");
    return father;
  }

  private static Map<String, Object> signed(String name, String kind, LocalDate on) {
    return Map.of("signed", List.of(Map.of("name", name, "kind", kind, "signedOn", on.toString())));
  }

  /** Three people, one of whom is going to die. */
  private long recognised(Map<String, Object> family) {
    long application = cases.accepted();
    cases.did("village", application, "authorisations", signed(FATHER, "member", cases.today()));
    cases.published(application, family);
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", application, "review", Map.of());
    cases.did("district", application, "confirmation", Map.of());
    return desk.list("all").get("items").get(0).get("id").asLong();
  }

  @Test
  void after_a_death_the_rest_of_the_family_is_determined_anew_without_the_dead() {
    Map<String, Object> family = CaseDesk.family(600);
    @SuppressWarnings("unchecked")
    List<Object> members = (List<Object>) family.get("members");
    members.add(father());
    long standing = recognised(family);
    clock.set(LocalDate.of(2026, 1, 10));
    String dead = desk.person(standing, FATHER);
    long id =
        desk.opened(
            standing, RecheckDesk.cause("death", "happenedOn", "2025-12-20", "person", dead));
    desk.investigated(id, family);
    assertThat(desk.step("township", id, "proposal", NOTHING).text()).contains("已去世的" + FATHER);
    members.remove(2);
    clock.set(LocalDate.of(2026, 1, 11));
    cases.did("village", id, "visits", cases.visit(family));
    assertThat(desk.proposed(id, NOTHING).get("outcome").asString()).isEqualTo("reduced");
    desk.decided(id);
    desk.served(id);
    JsonNode card = desk.card(standing);
    assertThat(card.get("standing").get("persons").asInt()).isEqualTo(2);
    assertThat(card.get("people"))
        .anyMatch(
            one ->
                one.get("name").asString().equals(FATHER)
                    && one.get("validTo").asString().equals("2026-01-01")
                    && one.get("endedBecause").asString().equals("death"));
    assertThat(card.get("overpaid").get(0).get("months").asInt()).isEqualTo(1);
  }

  /** The old man, who has got an able son. */
  private static Map<String, Object> withSon() {
    Map<String, Object> household = CaseDesk.alone();
    Map<String, Object> man = new HashMap<>(CaseDesk.first(household));
    man.put(
        "obligors",
        List.of(
            Map.of(
                "name",
                "示范之子",
                "relation",
                "son",
                "birthDate",
                "1980-01-01",
                "perCapitaMonthlyIncome",
                9000,
                "familySize",
                3,
                "propertyWithinRule",
                false)));
    household.put("members", new ArrayList<>(List.of(man)));
    return household;
  }

  /** Investigated and proposed to end, for the son's sake. */
  private long ending(long standing) {
    clock.set(LocalDate.of(2025, 12, 10));
    long id = desk.opened(standing, RecheckDesk.cause("tekunLost"));
    cases.did("village", id, "authorisations", signed("示范之子", "obligor", cases.today()));
    desk.investigated(id, withSon());
    assertThat(desk.proposed(id, NOTHING).get("noticeNeeded").asBoolean()).isTrue();
    return id;
  }

  @Test
  void the_end_of_tekun_support_hangs_seven_days_before_it_is_reviewed() {
    long standing = desk.recognised(CaseDesk.alone(), "appliedFor", "tekun");
    long id = ending(standing);
    assertThat(desk.step("deputy", id, "review", NOTHING).text()).contains("公示 7 天");
    desk.did("township", id, "notice", NOTHING);
    assertThat(desk.step("deputy", id, "review", NOTHING).status()).isEqualTo(409);
    cases.noticesAreOver(closeNotices);
    desk.decided(id);
    assertThat(cases.state(id)).isEqualTo("awaitingService");
    desk.served(id);
    assertThat(desk.card(standing).get("people").get(0).get("validTo").asString())
        .isEqualTo("2026-01-01");
  }

  @Test
  void an_objection_to_the_end_is_looked_into_within_fifteen_working_days_and_it_hangs_again() {
    long id = ending(desk.recognised(CaseDesk.alone(), "appliedFor", "tekun"));
    desk.did("township", id, "notice", NOTHING);
    Map<String, Object> objection =
        Map.of("raisedOn", cases.today().toString(), "text", "儿子已多年没有音讯");
    cases.did("village", id, "objections", objection);
    assertThat(cases.limits(id)).containsEntry("特困拟终止公示异议核实时限", "2025-12-31");
    Map<String, Object> settled = Map.of("result", "upheld", "answer", "重新核实义务人");
    cases.did("township", id, "objections/settlement", settled);
    cases.did("village", id, "visits", cases.visit(withSon()));
    desk.proposed(id, NOTHING);
    assertThat(desk.step("deputy", id, "review", NOTHING).status()).isEqualTo(400);
    desk.did("township", id, "notice", NOTHING);
    cases.noticesAreOver(closeNotices);
    assertThat(desk.decided(id).get("outcome").asString()).isNotEqualTo("kept");
  }

  @Test
  void a_tekun_pupil_keeps_the_support_beyond_sixteen() {
    Map<String, Object> household = CaseDesk.alone();
    Map<String, Object> child = new HashMap<>(CaseDesk.first(household));
    child.put("birthDate", "2009-12-01");
    child.put("student", "compulsory");
    household.put("members", new ArrayList<>(List.of(child)));
    long standing = desk.recognised(household, "appliedFor", "tekun");
    clock.set(LocalDate.of(2026, 2, 2));
    child.put("student", "vocational");
    long id = desk.opened(standing, RecheckDesk.cause("due"));
    desk.investigated(id, household);
    JsonNode proposal = desk.proposed(id, NOTHING);
    assertThat(proposal.get("outcome").asString()).isEqualTo("kept");
    assertThat(proposal.get("reason").asString()).contains("毕业");
  }

  @Test
  void a_wrongly_begun_recheck_is_cancelled_by_the_deputy_with_a_reason() {
    long standing = desk.recognised(CaseDesk.family(600));
    long id = desk.opened(standing, RecheckDesk.cause("found"));
    assertThat(desk.step("township", id, "cancellation", Map.of("because", "看错了户")).status())
        .isEqualTo(403);
    desk.did("deputy", id, "cancellation", Map.of("because", "看错了户"));
    assertThat(cases.state(id)).isEqualTo("withdrawn");
    assertThat(desk.tried(standing, RecheckDesk.cause("found")).status()).isEqualTo(201);
  }
}

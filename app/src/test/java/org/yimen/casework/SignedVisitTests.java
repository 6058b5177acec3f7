package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The paper of a visit: who visited, who signed, and a reason where nobody went. */
@OnPostgres
class SignedVisitTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private CaseDesk cases = new CaseDesk(0, new TestClock());
  private FieldDesk phone = new FieldDesk(cases);

  @BeforeEach
  void villages() {
    cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    phone = new FieldDesk(cases);
  }

  private JsonNode last(long id) {
    JsonNode visits = cases.file(id).json().get("records").get("visits");
    return visits.get(visits.size() - 1);
  }

  @Test
  void a_visit_with_signatures_photo_and_place_is_kept_once_however_often_it_is_sent() {
    long id = cases.accepted();
    JsonNode family = phone.taken("village", id);
    ObjectNode household = FieldDesk.household(family);
    household.put("residence", "rural").put("address", "苇子村");
    FieldDesk.member(household, 0).put("birthDate", "1988-05-01");
    Map<String, Object> visit = phone.visit(family, household);
    phone.signed("village", id, visit);
    assertThat(phone.sent("village", id, visit).get("knownBefore").asBoolean()).isFalse();
    assertThat(phone.sent("village", id, visit).get("knownBefore").asBoolean()).isTrue();
    JsonNode particulars = last(id).get("particulars");
    assertThat(particulars.get("signatures")).hasSize(3);
    assertThat(particulars.get("photos").get(0).get("caption").asString()).isEqualTo("院子");
    assertThat(particulars.get("location").get("latitude").asDouble()).isEqualTo(43.36);
    household.put("address", "别处");
    visit.put("household", Map.of());
    assertThat(cases.tried("village", id, "visits", visit).status()).isEqualTo(409);
  }

  @Test
  void a_visit_is_refused_whose_signatures_lack_or_have_not_come_in() {
    long id = cases.accepted();
    Map<String, Object> visit = cases.visit(CaseDesk.family(600));
    List<Map<String, Object>> signatures = new ArrayList<>();
    signatures.add(FieldDesk.signature("family", "甲", UUID.randomUUID()));
    signatures.add(FieldDesk.signature("investigator", "示范甲", UUID.randomUUID()));
    visit.put("signatures", signatures);
    assertThat(cases.tried("village", id, "visits", visit).text()).contains("两名以上调查人员");
    signatures.add(FieldDesk.signature("investigator", "示范乙", UUID.randomUUID()));
    Desk.Answer missing = cases.tried("village", id, "visits", visit);
    assertThat(missing.status()).isEqualTo(409);
    assertThat(missing.text()).contains("attachment-missing", "3 张");
  }

  @Test
  void a_visit_by_telephone_needs_its_reason() {
    long id = cases.accepted();
    Map<String, Object> visit = cases.visit(CaseDesk.family(600));
    visit.put("kind", "telephone");
    assertThat(cases.tried("village", id, "visits", visit).text()).contains("第十六条", "原因");
    visit.put("note", "暴雪封路");
    cases.did("village", id, "visits", visit);
  }
}

package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.eligibility.ValueDesk;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/** Where the district entrusts its townships, they confirm themselves (民发〔2022〕83号 四（一）、（二）). */
@OnPostgres
class EntrustedTownTests extends CaseworkDay {

  @Test
  void the_head_of_a_township_confirms_once_it_is_entrusted_and_new_cases_have_less_time() {
    long id = reviewed();
    assertThat(cases.limits(id)).containsEntry("低保全流程时限", "2025-11-24");
    Desk.Answer refused = cases.tried("mayor", id, "confirmation", Map.of());
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.text()).contains("没有受委托", "区民政局");
    entrust();
    cases.did("mayor", id, "confirmation", Map.of());
    assertThat(cases.state(id)).isEqualTo("confirmed");
    assertThat(
            jdbc.sql("select delegated from casework.decision where application = ?")
                .param(id)
                .query(Boolean.class)
                .single())
        .isTrue();
    long later = cases.accepted("applicant", "古丽巴哈尔·依明");
    assertThat(cases.today()).isEqualTo("2025-10-21");
    assertThat(cases.limits(later)).containsEntry("委托乡镇确认的低保全流程时限", "2025-11-18");
  }

  private long reviewed() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", id, "review", Map.of());
    return id;
  }

  private void entrust() {
    ValueDesk values = new ValueDesk(port);
    long proposed = values.proposed("decision.delegated", "true", "2025-10-01");
    Desk.Answer inForce = values.decided("leader", proposed, true);
    assertThat(inForce.status()).as(inForce.text()).isEqualTo(200);
  }
}

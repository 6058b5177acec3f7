package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yimen.eligibility.ValueDesk;
import org.yimen.platform.testing.OnPostgres;

/** Where a place leaves out the days of the notice (公示时间不计), the limit of the case does. */
@OnPostgres
class PausedLimitTests extends CaseworkDay {

  private LocalDate due(long application) {
    return jdbc.sql(
            """
            select due from casework.clock where application = :id and asked = 'deadline.dibao'
            """)
        .param("id", application)
        .query(LocalDate.class)
        .single();
  }

  @Test
  void the_days_of_the_notice_count_unless_the_limit_says_that_they_do_not() {
    long plain = cases.accepted();
    cases.published(plain, CaseDesk.family(600));
    assertThat(due(plain)).isEqualTo("2025-11-24");
    new AdjustmentDesk(cases, new ValueDesk(port))
        .inForce(
            "deadline.dibao",
            "{days: 30, kind: working, from: acceptance, pausedDuring: [publicNotice]}",
            "2025-01-01");
    long paused = cases.accepted();
    assertThat(due(paused)).as("nothing hangs yet").isEqualTo("2025-11-24");
    cases.published(paused, CaseDesk.family(600));
    assertThat(due(paused)).as("five working days hung out").isEqualTo("2025-12-01");
    assertThat(due(plain)).as("it runs already").isEqualTo("2025-11-24");
  }
}

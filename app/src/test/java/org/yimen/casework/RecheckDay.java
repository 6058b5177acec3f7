package org.yimen.casework;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** What tests of re-checks begin with, and what a recognised family gets in a month. */
abstract class RecheckDay extends CaseworkDay {

  static final Map<String, Object> NOTHING = Map.of();

  RecheckDesk desk = new RecheckDesk(cases, null);

  @BeforeEach
  void a_desk() {
    desk = new RecheckDesk(cases, closeNotices);
  }

  long monthly(long standing) {
    return desk.card(standing).get("standing").get("monthlyFen").asLong();
  }

  long inMonth(long standing, String month) {
    return jdbc.sql(
            """
            select coalesce(sum(monthly_fen), 0) from casework.entitlement
            where standing = :standing and from_month <= :month
              and (to_month is null or to_month > :month)
            """)
        .param("standing", standing)
        .param("month", LocalDate.parse(month))
        .query(Long.class)
        .single();
  }

  /** A re-check whose visit found the household as told. */
  long recheck(long standing, Map<String, Object> cause, Map<String, Object> household) {
    long id = desk.opened(standing, cause);
    desk.investigated(id, household);
    return id;
  }
}

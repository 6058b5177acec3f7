package org.yimen.eligibility.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.Finding;

/** Counts how the conditions turned out for the households of the last screening. */
@Repository
class CountFindings {

  private final JdbcClient jdbc;
  private final LawInForce inForce;

  CountFindings(JdbcClient jdbc, LawInForce inForce) {
    this.jdbc = jdbc;
    this.inForce = inForce;
  }

  /** Households for which a condition is met, is not, or stays open, as things most likely are. */
  record Count(int met, int notMet, int unknown) {

    private Count plus(Finding finding) {
      return switch (finding) {
        case MET -> new Count(met + 1, notMet, unknown);
        case NOT_MET -> new Count(met, notMet + 1, unknown);
        case UNKNOWN -> new Count(met, notMet, unknown + 1);
      };
    }
  }

  /** By condition of the household, of the households whose areas begin with the scope. */
  Map<String, Count> all(String scope) {
    List<String> ids = inForce.law().householdConditions();
    List<Count> counts = new ArrayList<>();
    ids.forEach(id -> counts.add(new Count(0, 0, 0)));
    jdbc.sql(
            """
            select s.trace
            from eligibility.screening_result s join registry.household h on h.id = s.household
            where s.run = (select run from eligibility.current_run) and length(s.trace) > 1
              and (:scope = '' or starts_with(h.area, :scope))
            """)
        .param("scope", scope)
        .query(
            row -> {
              add(row.getBytes("trace"), counts);
            });
    Map<String, Count> byId = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(ids.get(i), counts.get(i));
    }
    return byId;
  }

  /** A trace is a length, the findings as known, and those as likely. */
  private static void add(byte[] trace, List<Count> counts) {
    int likely = 1 + trace[0];
    for (int i = 0; i < counts.size() && likely + (i >> 2) < trace.length; i++) {
      int code = trace[likely + (i >> 2)] >> ((i & 3) << 1) & 3;
      Finding finding = code == 1 ? Finding.MET : code == 0 ? Finding.NOT_MET : Finding.UNKNOWN;
      counts.set(i, counts.get(i).plus(finding));
    }
  }
}

package org.yimen.eligibility.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.Category;
import org.yimen.policy.Finding;
import org.yimen.policy.WatchKind;

/** Counts how the conditions turned out for the households of the last screening. */
@Repository
class CountFindings {

  private static final Count NOBODY = new Count(0, 0, 0);

  private static final Map<String, WatchKind> WATCH =
      Map.of(
          "watch.unstable", WatchKind.UNSTABLE,
          "watch.marginal", WatchKind.MARGINAL,
          "watch.suddenKind", WatchKind.SUDDEN);

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

  /**
   * By condition, category and watch, of the households whose areas begin with the scope. What is
   * about a member counts once a household: met where it is for anybody, else open where it may be.
   */
  Map<String, Count> all(String scope) {
    List<String> ofHousehold = inForce.law().householdConditions();
    List<String> ofMember = inForce.law().memberConditions();
    Tally tally = new Tally(ofHousehold.size(), ofMember.size());
    jdbc.sql(
            """
            select s.trace, s.members
            from eligibility.screening_result s join registry.household h on h.id = s.household
            where s.run = (select run from eligibility.current_run) and length(s.trace) > 1
              and (:scope = '' or starts_with(h.area, :scope))
            """)
        .param("scope", scope)
        .query(
            row -> {
              tally.add(row.getBytes("trace"), row.getInt("members"));
            });
    Map<String, Count> byId = outcomes(scope);
    for (int i = 0; i < ofHousehold.size(); i++) {
      byId.put(ofHousehold.get(i), tally.counts[i]);
    }
    for (int i = 0; i < ofMember.size(); i++) {
      byId.put(ofMember.get(i), tally.counts[ofHousehold.size() + i]);
    }
    return byId;
  }

  /** What comes of the conditions: categories as the law's order leaves them, and the watch. */
  private Map<String, Count> outcomes(String scope) {
    Map<String, Integer> found = new HashMap<>();
    jdbc.sql(
            """
            select o.code, count(*) as households
            from eligibility.current_screening s join registry.household h on h.id = s.household
            cross join lateral (values (s.suggested_category), ('watch.' || s.watch_kind), ('all')) o (code)
            where o.code is not null and (:scope = '' or starts_with(h.area, :scope))
            group by o.code
            """)
        .param("scope", scope)
        .query(
            row -> {
              found.put(row.getString("code"), row.getInt("households"));
            });
    return counts(found);
  }

  private static Map<String, Count> counts(Map<String, Integer> found) {
    int all = found.getOrDefault("all", 0);
    int open = found.getOrDefault(Category.UNKNOWN.code(), 0);
    Map<String, Count> counts = new HashMap<>();
    for (Category category : Category.values()) {
      int met = found.getOrDefault(category.code(), 0);
      counts.put(category.code(), new Count(met, all - met - open, open));
    }
    int watched = 0;
    for (Map.Entry<String, WatchKind> kind : WATCH.entrySet()) {
      int met = found.getOrDefault("watch." + kind.getValue().code(), 0);
      counts.put(kind.getKey(), new Count(met, all - met, 0));
      watched += met;
    }
    counts.put("watch", new Count(watched, all - watched, 0));
    return counts;
  }

  /** Counts the conditions of trace after trace. */
  private static final class Tally {
    private final int ofHousehold;
    private final int ofMember;
    private final Count[] counts;

    Tally(int ofHousehold, int ofMember) {
      this.ofHousehold = ofHousehold;
      this.ofMember = ofMember;
      this.counts = new Count[ofHousehold + ofMember];
      Arrays.fill(counts, NOBODY);
    }

    /** A trace is a length, the findings as known, and those as likely. */
    void add(byte[] trace, int members) {
      int likely = 1 + trace[0];
      if ((trace.length - likely) * 4 < ofHousehold + ofMember * members) {
        return; // of rules with fewer conditions
      }
      for (int i = 0; i < ofHousehold; i++) {
        counts[i] = counts[i].plus(finding(trace, likely, i));
      }
      for (int i = ofHousehold; i < counts.length; i++) {
        Finding any = Finding.NOT_MET;
        for (int member = 0; member < members; member++) {
          any = any.or(finding(trace, likely, i + member * ofMember));
        }
        counts[i] = counts[i].plus(any);
      }
    }

    private static Finding finding(byte[] trace, int from, int index) {
      return switch (trace[from + (index >> 2)] >> ((index & 3) << 1) & 3) {
        case 0 -> Finding.NOT_MET;
        case 1 -> Finding.MET;
        default -> Finding.UNKNOWN;
      };
    }
  }
}

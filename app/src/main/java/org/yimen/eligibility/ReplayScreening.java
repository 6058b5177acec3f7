package org.yimen.eligibility;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.RegisterSnapshot;
import org.yimen.eligibility.indication.IndicateHousehold;
import org.yimen.eligibility.indication.Indication;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.Said;
import org.yimen.policy.law.Tongue;
import org.yimen.registry.SealedFacts;

/**
 * Makes the full reasons of a household again, from the facts that the last run saw. What it kept
 * of the run, the findings of all conditions and a hash of the facts, proves that they are the
 * same.
 */
@Component
class ReplayScreening {

  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DataSource dataSource;
  private final SealedFacts sealed;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ScreeningRuns runs;
  private final LawInForce inForce;

  ReplayScreening(
      DataSource dataSource,
      SealedFacts sealed,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ScreeningRuns runs,
      LawInForce inForce) {
    this.dataSource = dataSource;
    this.sealed = sealed;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.runs = runs;
    this.inForce = inForce;
  }

  /** What the run kept of a household. */
  record Kept(
      String groupCode,
      String suggestedCategory,
      String certainty,
      @Nullable String watchKind,
      String reason,
      String[] missing,
      String[] against,
      byte[] trace,
      long factsHash) {}

  /**
   * A household made again.
   *
   * @param determination with all conditions; null where the household has no members
   * @param uyghur what its conditions say in Uyghur, in their order
   * @param same whether the facts that the run saw, the law and the findings are still the run's
   * @param changed whether something else has been recorded of the household since
   */
  record Replayed(
      HouseholdRecord household,
      Indication indication,
      @Nullable Determination determination,
      List<Said> uyghur,
      boolean same,
      boolean changed) {}

  /**
   * What the last run kept of a household, or null where it kept nothing.
   *
   * @param scope what the area of the household has to begin with; empty for any
   */
  @Nullable Kept kept(ScreeningRuns.Current run, long household, String scope) {
    return jdbc.sql(
            """
            select s.*
            from eligibility.screening_result s join registry.household h on h.id = s.household
            where s.run = :run and s.household = :household
              and (:scope = '' or starts_with(h.area, :scope))
            """)
        .param("run", run.id())
        .param("household", household)
        .param("scope", scope)
        .query(
            (row, n) ->
                new Kept(
                    row.getString("group_code"),
                    row.getString("suggested_category"),
                    row.getString("certainty"),
                    row.getString("watch_kind"),
                    row.getString("reason"),
                    (String[]) row.getArray("missing").getArray(),
                    (String[]) row.getArray("against").getArray(),
                    row.getBytes("trace"),
                    row.getLong("facts_hash")))
        .optional()
        .orElse(null);
  }

  /** The household's reasons; by the law as it was then. */
  @Nullable Replayed replayed(ScreeningRuns.Current run, Kept kept, long household) {
    Law law = inForce.asOf(run.valuesUntil());
    IndicateHousehold indicate = new IndicateHousehold(law, run.asOf(), inForce.whenTold());
    HouseholdRecord seen = read(run, household, run.factsUntil().toInstant());
    if (seen == null) {
      return null;
    }
    Indication again = indicate.of(seen);
    boolean same =
        again.factsHash() == kept.factsHash()
            && Arrays.equals(again.trace(), kept.trace())
            && Long.toHexString(law.hash()).equals(run.law());
    HouseholdRecord now = read(run, household, FOREVER);
    boolean changed = now == null || indicate.of(now).factsHash() != again.factsHash();
    List<Said> uyghur = indicate.said(seen, Tongue.UYGHUR);
    return new Replayed(seen, again, indicate.explained(seen), uyghur, same, changed);
  }

  private @Nullable HouseholdRecord read(ScreeningRuns.Current run, long household, Instant until) {
    List<HouseholdRecord> found = new ArrayList<>();
    transaction.executeWithoutResult(
        status -> {
          Connection connection = DataSourceUtils.getConnection(dataSource);
          try {
            new RegisterSnapshot(connection, sealed, run.asOf(), until)
                .read(household, household, found::add);
          } catch (SQLException e) {
            throw new DataAccessResourceFailureException("replay", e);
          } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
          }
        });
    return found.isEmpty() ? null : found.get(0);
  }
}

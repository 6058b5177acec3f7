package org.yimen.eligibility;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.eligibility.evidence.ReadEverybody;
import org.yimen.eligibility.indication.IndicateHousehold;
import org.yimen.eligibility.indication.Indication;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.eligibility.inforce.LawWhenTold;
import org.yimen.platform.JobLock;
import org.yimen.registry.SealedFacts;

/**
 * Screens every household of the register (全面摸底排查) and keeps what that suggests. One process at a
 * time; until a run is through, everybody reads the results of the one before.
 */
@Component
public class ScreenRegister {

  private final DataSource dataSource;
  private final SealedFacts sealed;
  private final TransactionTemplate transaction;
  private final ScreeningRuns runs;
  private final LawInForce inForce;
  private final Clock clock;

  ScreenRegister(
      DataSource dataSource,
      SealedFacts sealed,
      TransactionTemplate transaction,
      ScreeningRuns runs,
      LawInForce inForce,
      Clock clock) {
    this.dataSource = dataSource;
    this.sealed = sealed;
    this.transaction = transaction;
    this.runs = runs;
    this.inForce = inForce;
    this.clock = clock;
  }

  /** Is told how many households are done. */
  public interface Listener {
    void done(int households, int total);
  }

  /**
   * What a run found.
   *
   * @param groups households in each group, by its code
   */
  public record Summary(
      long run, LocalDate asOf, int households, int persons, Map<String, Integer> groups) {}

  /** A run that has begun; {@link #finish} must be called. */
  record Begun(long id, LocalDate asOf, LawInForce.Edition edition, int total, JobLock.Held lock) {}

  /**
   * Screens everybody and returns when all results can be read.
   *
   * @param asOf the day whose facts and rules hold; today where null
   * @param by the user who asked for it, if any
   * @return null where another process is screening
   */
  public @Nullable Summary run(@Nullable LocalDate asOf, @Nullable String by, Listener listener) {
    Begun begun = begin(asOf, by);
    return begun == null ? null : finish(begun, listener);
  }

  /** Takes the lock and notes the run, so that its progress is seen from now on. */
  @Nullable Begun begin(@Nullable LocalDate asOf, @Nullable String by) {
    JobLock.Held lock = ScreeningRuns.LOCK.tryTake(dataSource);
    if (lock == null) {
      return null;
    }
    try {
      LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
      LawInForce.Edition edition = inForce.edition();
      long run = runs.begin(day, edition, by);
      return new Begun(run, day, edition, runs.total(run), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Does what was begun, and gives the lock back whatever happens. */
  Summary finish(Begun begun, Listener listener) {
    try (JobLock.Held lock = begun.lock()) {
      WriteIndications written = new WriteIndications(dataSource, begun, listener);
      transaction.executeWithoutResult(status -> screen(begun, written));
      runs.settle();
      ScreeningRuns.show(lock, begun.id(), written.households());
      return new Summary(
          begun.id(), begun.asOf(), written.households(), written.persons(), written.groups());
    } catch (RuntimeException e) {
      runs.fail(begun.id(), "初筛没有完成：程序出错");
      throw e;
    }
  }

  private void screen(Begun begun, WriteIndications written) {
    try {
      LawWhenTold told = inForce.whenTold();
      ReadEverybody<Indication> everybody =
          new ReadEverybody<>(
              dataSource,
              sealed,
              begun.asOf(),
              () -> new IndicateHousehold(begun.edition().law(), begun.asOf(), told)::all);
      Instant until = everybody.run(() -> runs.clear(begun.id()), written::add);
      written.close();
      runs.finish(begun.id(), until, written.households(), written.persons());
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("screening", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("screening was asked to stop");
    }
  }
}

package org.yimen.eligibility.whatif;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.eligibility.evidence.FactKind;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.Lists;
import org.yimen.eligibility.evidence.ReadEverybody;
import org.yimen.eligibility.evidence.Said;
import org.yimen.eligibility.indication.IndicateHousehold;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.eligibility.inforce.LawWhenTold;
import org.yimen.platform.CopyRows;
import org.yimen.policy.Category;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.Outcome;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.Changes;
import org.yimen.registry.SealedFacts;

/**
 * Decides every household by the law in force and by the one to be tried, on the same facts, and
 * keeps who is affected. Nobody's help changes.
 */
@Component
public class RunWhatIf {

  private static final Outcome NOBODY =
      new Outcome(
          Category.NONE,
          new Figure(BigDecimal.ZERO, BigDecimal.ZERO, true),
          new Figure(BigDecimal.ZERO, BigDecimal.ZERO, true),
          null,
          Finding.NOT_MET,
          null,
          List.of());

  private final DataSource dataSource;
  private final SealedFacts sealed;
  private final TransactionTemplate transaction;
  private final WhatIfs whatIfs;
  private final LawInForce inForce;

  RunWhatIf(
      DataSource dataSource,
      SealedFacts sealed,
      TransactionTemplate transaction,
      WhatIfs whatIfs,
      LawInForce inForce) {
    this.dataSource = dataSource;
    this.sealed = sealed;
    this.transaction = transaction;
    this.whatIfs = whatIfs;
    this.inForce = inForce;
  }

  /**
   * What to try.
   *
   * @param values parameter's id to its value as typed
   * @param without ids of conditions taken as met
   * @param asOf the day whose facts and rules hold
   * @param parameterValue the entered value that it is about, null: none
   */
  public record Trial(
      String name,
      LocalDate asOf,
      Map<String, String> values,
      List<String> without,
      String by,
      @Nullable Long parameterValue) {}

  /**
   * Returns the id of the kept result.
   *
   * @throws org.yimen.policy.text.BadFile with a sentence for everything that can't be tried
   */
  long of(Trial trial) {
    Law law = inForce.law();
    Changes changes = Changes.of(law.parameters(), trial.values(), Set.copyOf(trial.without()));
    return between(trial, law, law.changed(changes));
  }

  /** Compares two laws on the same facts; returns the id of the kept result. */
  public long between(Trial trial, Law law, Law tried) {
    Long id = transaction.execute(status -> keep(trial, law, tried));
    if (id == null) {
      throw new IllegalStateException("nothing was kept");
    }
    return id;
  }

  private long keep(Trial trial, Law law, Law tried) {
    long id = whatIfs.begin(trial, tried.hash());
    LawWhenTold told = inForce.whenTold();
    Sums sums = new Sums();
    try (CopyRows rows = WhatIfs.households(dataSource)) {
      ReadEverybody<Move> everybody =
          new ReadEverybody<>(
              dataSource, sealed, trial.asOf(), () -> work(told, trial.asOf(), law, tried));
      everybody.run(
          () -> {},
          move -> {
            sums.add(move);
            if (move.isListed()) {
              rows.row(cells(id, move));
            }
          });
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("what-if", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("what-if was asked to stop");
    }
    whatIfs.finish(id, sums);
    return id;
  }

  private Function<List<HouseholdRecord>, List<Move>> work(
      LawWhenTold told, LocalDate asOf, Law law, Law tried) {
    IndicateHousehold facts = new IndicateHousehold(law, asOf, told);
    Function<HouseholdRecord, Move> one =
        household ->
            household.members().isEmpty()
                ? nobody(household)
                : move(household, facts.likely(household), asOf, law, tried);
    return households -> households.stream().map(one).toList();
  }

  private static Move nobody(HouseholdRecord household) {
    return new Move(household.id(), household.area(), 0, false, null, NOBODY, NOBODY);
  }

  private static Move move(
      HouseholdRecord household, Household likely, LocalDate asOf, Law law, Law tried) {
    String area = household.area();
    return new Move(
        household.id(),
        area,
        household.members().size(),
        isRecipient(household, asOf),
        since(household),
        law.outcome(likely, asOf, area),
        tried.outcome(likely, asOf, area));
  }

  private static boolean isRecipient(HouseholdRecord household, LocalDate asOf) {
    Set<Lists> lists = Lists.of(household, asOf);
    return lists.contains(Lists.DIBAO) || lists.contains(Lists.TEKUN);
  }

  private static @Nullable LocalDate since(HouseholdRecord household) {
    Stream<@Nullable Said> told =
        Stream.concat(
            Stream.of(household.first(FactKind.LIST_DIBAO)),
            household.everybody().stream().map(member -> member.first(FactKind.LIST_TEKUN)));
    return told.map(said -> said == null ? null : said.from())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Object[] cells(long id, Move move) {
    Figure income = move.after().perCapitaMonthly();
    return new @Nullable Object[] {
      id,
      move.household(),
      move.kind().code(),
      move.before().category().code(),
      move.after().category().code(),
      income.exact() ? income.low().movePointRight(2).longValue() : null,
      move.payBefore(),
      move.payAfter(),
      move.close(),
      move.recipient(),
      move.since(),
      move.isOpenBefore(),
      move.isOpenAfter(),
      move.watchBefore().code(),
      move.watchAfter().code()
    };
  }
}

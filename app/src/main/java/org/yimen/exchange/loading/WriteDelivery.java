package org.yimen.exchange.loading;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.exchange.reading.Identity;
import org.yimen.exchange.reading.ReadRow;
import org.yimen.linkage.Decision;
import org.yimen.linkage.Outcome;
import org.yimen.registry.RegisterUpdate;

/** Writes a linked file, all of it or nothing, in one transaction. */
@Component
class WriteDelivery {

  private static final String AREA_OF_CANDIDATE =
      """
      update exchange.doubtful_pair p set area = h.area
      from exchange.pair_candidate c
      join registry.membership m on m.person = c.person and m.valid_to is null
      join registry.household h on h.id = m.household
      where p.area is null and p.source_row >= :first
        and c.source_row = p.source_row and c.rank = 1
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Deliveries deliveries;
  private final LoadProgress progress;
  private final SealedRows sealed;

  WriteDelivery(
      DataSource dataSource,
      TransactionTemplate transaction,
      Deliveries deliveries,
      LoadProgress progress,
      SealedRows sealed) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = transaction;
    this.deliveries = deliveries;
    this.progress = progress;
    this.sealed = sealed;
  }

  /** Somebody has settled a pair since the file was linked: it must be linked anew. */
  static final class Outdated extends RuntimeException {}

  /**
   * Writes and commits.
   *
   * @throws Outdated if what the file was linked on is no longer what the database holds
   */
  void write(LinkedFile linked) {
    progress.linking(linked.file().delivery());
    transaction.executeWithoutResult(status -> within(linked));
    progress.fileDone(linked.file().reading().rowCount());
  }

  private void within(LinkedFile linked) {
    if (!Ledger.lock(jdbc).equals(linked.before())) {
      throw new Outdated();
    }
    ReadFile file = linked.file();
    long first = linked.before().nextRow();
    var origin =
        new RegisterUpdate.Origin(
            file.reading().format().id(), file.delivery().day(), file.residence(), first);
    RowCounts counts;
    try (RegisterUpdate update = sealed.update(dataSource, origin)) {
      Writing writing = new Writing(linked, new RowTables(dataSource, sealed), update);
      file.rows(writing::row);
      counts = writing.finish();
      update.apply();
    }
    jdbc.sql(AREA_OF_CANDIDATE).param("first", first).update();
    linked.after().save(jdbc);
    deliveries.done(file.delivery(), counts);
  }

  /** The rows of one file on their way into the tables. */
  private final class Writing {

    private final LinkedFile linked;
    private final RowTables tables;
    private final RegisterRows register;
    private final RowCounts counts = new RowCounts();
    private final long delivery;
    private int next;

    Writing(LinkedFile linked, RowTables tables, RegisterUpdate update) {
      this.linked = linked;
      this.tables = tables;
      this.register = new RegisterRows(update, linked.file().residence());
      this.delivery = linked.file().delivery().id();
    }

    void row(ReadRow row) {
      long id = linked.before().nextRow() + counts.rows();
      Identity who = row.identity();
      if (who == null) {
        tables.nobody(id, delivery, row);
        counts.count(
            row.outcome(), row.outcome().name().toLowerCase(java.util.Locale.ROOT), row.rows());
      } else {
        decided(id, row, who);
      }
      progress.rows(counts.rows());
    }

    private void decided(long id, ReadRow row, Identity who) {
      int at = next++;
      Decision decision = linked.decisions().get(at);
      long home = linked.homes()[at];
      tables.decided(id, delivery, row, decision, home);
      tables.evidence(id, who);
      if (decision.outcome() == Outcome.REVIEW) {
        tables.doubt(id, row, who, decision);
      } else if (decision.person() != 0) {
        register(new RegisterRows.Row(id, who, decision.person(), home), at, row);
      }
      String link = decision.outcome().name().toLowerCase(java.util.Locale.ROOT);
      counts.count(RowTables.outcome(row, decision), link);
    }

    private void register(RegisterRows.Row known, int at, ReadRow row) {
      if (linked.decisions().get(at).outcome() == Outcome.NEW) {
        register.founds(known);
      } else {
        register.sees(known);
      }
      if (linked.joins().get(at) && known.household() != 0) {
        register.joins(known, number(known.household()), row.facts());
      }
      row.facts().forEach(fact -> register.says(known, fact));
    }

    /** A number for a household that is new or that the residence file tells of. */
    private @Nullable String number(long household) {
      String official = linked.numbers().get(household);
      boolean fresh = household >= linked.before().nextHousehold();
      return official != null ? official : fresh ? InventedNumber.of(household) : null;
    }

    RowCounts finish() {
      tables.flush();
      if (counts.rows() != linked.file().reading().rowCount()) {
        throw new IllegalStateException(
            "%d rows instead of %d".formatted(counts.rows(), linked.file().reading().rowCount()));
      }
      return counts;
    }
  }
}

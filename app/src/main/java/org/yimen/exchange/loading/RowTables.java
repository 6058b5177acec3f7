package org.yimen.exchange.loading;

import java.util.Locale;
import javax.sql.DataSource;
import org.yimen.exchange.reading.Identity;
import org.yimen.exchange.reading.ReadRow;
import org.yimen.exchange.reading.RowFact;
import org.yimen.exchange.reading.RowOutcome;
import org.yimen.linkage.Decision;
import org.yimen.linkage.Outcome;
import org.yimen.linkage.Suggestion;
import org.yimen.platform.CopyRows;
import org.yimen.registry.SealedFacts;

/** Writes what exchange keeps of each row: the row, its evidence, its doubts. */
final class RowTables {

  private static final String[] SOURCE_ROW = {
    "id",
    "delivery",
    "sheet",
    "row",
    "outcome",
    "reason",
    "link",
    "person",
    "household",
    "link_reason",
    "weight",
    "cells"
  };
  private static final String[] EVIDENCE = {
    "source_row",
    "sealed",
    "name",
    "sex",
    "birth",
    "area",
    "household_key",
    "household_size",
    "relation",
    "role",
    "ethnic_group"
  };
  private static final String[] WITHHELD_FACT = {
    "source_row", "subject", "kind", "amount", "code", "detail", "sealed", "valid_from", "valid_to"
  };

  private final SealedRows sealed;
  private final CopyRows rows;
  private final CopyRows evidence;
  private final CopyRows pairs;
  private final CopyRows candidates;
  private final CopyRows withheld;

  RowTables(DataSource dataSource, SealedRows sealed) {
    this.sealed = sealed;
    rows = CopyRows.into(dataSource, "exchange.source_row", SOURCE_ROW);
    evidence = CopyRows.into(dataSource, "exchange.evidence", EVIDENCE);
    pairs = CopyRows.into(dataSource, "exchange.doubtful_pair", "source_row", "why", "area");
    candidates =
        CopyRows.into(
            dataSource, "exchange.pair_candidate", "source_row", "rank", "person", "weight", "why");
    withheld = CopyRows.into(dataSource, "exchange.withheld_fact", WITHHELD_FACT);
  }

  /** A row that says nothing of anybody. */
  void nobody(long id, long delivery, ReadRow row) {
    String outcome = row.outcome().name().toLowerCase(Locale.ROOT);
    rows.row(
        id,
        delivery,
        row.sheet(),
        row.row(),
        outcome,
        row.reason(),
        outcome,
        null,
        null,
        null,
        null,
        sealed.cells(id, row.values()));
  }

  void decided(long id, long delivery, ReadRow row, Decision decision, long home) {
    boolean refused = decision.outcome() == Outcome.REFUSED;
    String why = decision.reason().text();
    rows.row(
        id,
        delivery,
        row.sheet(),
        row.row(),
        outcome(row, decision).name().toLowerCase(Locale.ROOT),
        refused ? why : row.reason(),
        decision.outcome().name().toLowerCase(Locale.ROOT),
        decision.person() == 0 ? null : decision.person(),
        decision.person() == 0 || home == 0 ? null : home,
        why,
        (float) decision.weight(),
        sealed.cells(id, row.values()));
  }

  /** A row that linking can make nothing of is refused, whatever reading thought of it. */
  static RowOutcome outcome(ReadRow row, Decision decision) {
    return decision.outcome() == Outcome.REFUSED ? RowOutcome.REFUSED : row.outcome();
  }

  void evidence(long id, Identity who) {
    evidence.row(
        id,
        sealed.evidence(id, who),
        who.name(),
        who.sex(),
        who.birthDate(),
        who.areaCode(),
        who.householdKey(),
        who.householdSize(),
        who.relation(),
        who.role().name(),
        who.ethnicGroup());
  }

  /** What a person needs to settle the row later. */
  void doubt(long id, ReadRow row, Identity who, Decision decision) {
    pairs.row(id, decision.reason().text(), who.areaCode());
    int rank = 1;
    for (Suggestion suggestion : decision.suggestions()) {
      candidates.row(
          id, rank++, suggestion.person(), (float) suggestion.weight(), suggestion.why());
    }
    row.facts().forEach(fact -> withhold(id, fact));
  }

  private void withhold(long id, RowFact fact) {
    String subject = fact.subject().name().toLowerCase(Locale.ROOT);
    SealedFacts.Kept kept =
        sealed
            .facts()
            .kept(
                SealedRows.waiting(id, subject),
                fact.kind(),
                new SealedFacts.Words(fact.code(), fact.detail()));
    withheld.row(
        id,
        subject,
        fact.kind(),
        fact.amount(),
        kept.code(),
        kept.detail(),
        kept.sealed(),
        fact.from(),
        fact.to());
  }

  void flush() {
    for (CopyRows table : new CopyRows[] {rows, evidence, pairs, candidates, withheld}) {
      table.flush();
    }
  }
}

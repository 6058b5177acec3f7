package org.yimen.exchange.pairs;

import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.exchange.loading.Ledger;
import org.yimen.exchange.loading.SealedRows;
import org.yimen.platform.ProblemType;
import org.yimen.platform.secrecy.KeyChange;
import org.yimen.registry.RowEffects;

/** Takes a decision on a pair back: the register stands as without it, the pair waits again. */
@Component
class ReopenPair {

  static final ProblemType IN_USE =
      new ProblemType("person-in-use", HttpStatus.CONFLICT, "此人已有其他记录");

  private final JdbcClient jdbc;
  private final SettlePair settling;
  private final SealedRows sealed;
  private final KeyChange keys;

  ReopenPair(DataSource dataSource, SettlePair settling, SealedRows sealed, KeyChange keys) {
    this.jdbc = JdbcClient.create(dataSource);
    this.settling = settling;
    this.sealed = sealed;
    this.keys = keys;
  }

  /** Does nothing where the pair is open. */
  void reopen(long id) {
    keys.refuseWhileGoing();
    settling.locked(
        ledger -> {
          PairRecord pair = PairRecord.lock(jdbc, sealed, id);
          if (!pair.open()) {
            takeBack(pair);
            reopened(pair);
            new Ledger(
                    ledger.nextRow(),
                    ledger.nextPerson(),
                    ledger.nextHousehold(),
                    ledger.decisions() + 1)
                .save(jdbc);
          }
        });
  }

  private void takeBack(PairRecord pair) {
    Long person = pair.person();
    String changes = pair.changes();
    if (person == null || changes == null) {
      throw new IllegalStateException("pair " + pair.id() + " was settled without a trace");
    }
    if (pair.state().equals("accepted")) {
      RowEffects.takeBack(jdbc, pair.id(), changes);
      return;
    }
    if (inUse(pair.id(), person)) {
      throw IN_USE.because("新建的这个人后来又有别的记录关联或待定，不能直接撤销。请先处理那些记录。");
    }
    long household =
        jdbc.sql("select coalesce(household, 0) from exchange.source_row where id = :id")
            .param("id", pair.id())
            .query(Long.class)
            .single();
    RowEffects.takeBackFounded(jdbc, pair.id(), person, household);
  }

  private boolean inUse(long id, long person) {
    return jdbc.sql(
            """
            select exists (
                select from exchange.source_row where person = :person and id <> :id)
              or exists (select from exchange.pair_candidate where person = :person)
            """)
        .param("person", person)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private void reopened(PairRecord pair) {
    jdbc.sql(
            """
            update exchange.doubtful_pair
            set state = 'open', person = null, decided_by = null, decided_at = null, note = null,
              changes = null
            where source_row = :id
            """)
        .param("id", pair.id())
        .update();
    jdbc.sql(
            """
            update exchange.source_row
            set link = 'review', person = null, household = null, link_reason = :why
            where id = :id
            """)
        .param("why", pair.why())
        .param("id", pair.id())
        .update();
    jdbc.sql(RowLinkCounts.FRESH).param("delivery", pair.delivery()).update();
  }
}

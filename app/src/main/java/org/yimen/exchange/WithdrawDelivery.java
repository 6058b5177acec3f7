package org.yimen.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.exchange.loading.Ledger;
import org.yimen.platform.ProblemType;
import org.yimen.platform.secrecy.KeyChange;
import org.yimen.registry.DeliveryEffects;

/**
 * Takes a loaded delivery back (撤回): the register stands as without it. Its rows stay to be read,
 * linked to nobody. Refused while something loaded or decided later rests on it.
 */
@Component
class WithdrawDelivery {

  private static final ProblemType BUSY =
      new ProblemType("loading-now", HttpStatus.CONFLICT, "正在装载数据");
  private static final ProblemType NOT_LOADED =
      new ProblemType("delivery-not-loaded", HttpStatus.CONFLICT, "没有可撤回的内容");
  private static final ProblemType NOT_NOTED =
      new ProblemType("delivery-not-noted", HttpStatus.CONFLICT, "没有改动记录");
  private static final ProblemType IN_USE =
      new ProblemType("delivery-in-use", HttpStatus.CONFLICT, "其后的数据以它为依据");

  /** What must be taken back before, with the file's name; a pair where it is a decision. */
  private static final String RESTS_ON_IT =
      """
      select file_name, min(pairs) as pairs from (
        select d.file_name, 0 as pairs from exchange.delivery d
        where d.state = 'done' and d.id <> :id and exists (
          select from exchange.source_row r where r.delivery = d.id and (
            r.id > :last and d.format = :format
            or r.person = any(:founded)
            or r.household = any(:homes)
            or r.id = any(:later)
            or exists (
              select from exchange.pair_candidate c
              where c.source_row = r.id and c.person = any(:founded))))
        union all
        select d.file_name, 1 from exchange.doubtful_pair p
        join exchange.source_row r on r.id = p.source_row
        join exchange.delivery d on d.id = r.delivery
        where d.id <> :id and d.format = :format and p.decided_at > :finished
      ) blocking
      group by file_name order by file_name
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final KeyChange keys;
  private final Clock clock;

  WithdrawDelivery(JdbcClient jdbc, TransactionTemplate transaction, KeyChange keys, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.keys = keys;
    this.clock = clock;
  }

  private record Loaded(
      long id,
      String format,
      OffsetDateTime finished,
      boolean changesNoted,
      long first,
      long last) {}

  private record Blocking(String fileName, int pairs) {}

  /** Takes it back and commits. */
  void withdraw(long id, String by, String because) {
    keys.refuseWhileGoing();
    try {
      transaction.executeWithoutResult(
          status -> {
            jdbc.sql("set local lock_timeout = '10s'").update();
            within(Ledger.lock(jdbc), loaded(id));
            note(id, by, because);
          });
    } catch (PessimisticLockingFailureException e) {
      throw BUSY.because("正在装载数据，暂时不能撤回。请等装载完成后再试。");
    }
  }

  private Loaded loaded(long id) {
    return jdbc.sql(
            """
            select d.id, d.format, d.finished_at as finished, d.changes_noted, min(r.id) as first,
              max(r.id) as last
            from exchange.delivery d join exchange.source_row r on r.delivery = d.id
            where d.id = :id and d.state = 'done' group by d.id
            """)
        .param("id", id)
        .query(Loaded.class)
        .optional()
        .orElseThrow(() -> NOT_LOADED.because("这份来文没有装载到台账里（未装载、正在处理或已经撤回），不需要撤回。"));
  }

  private void within(Ledger ledger, Loaded delivery) {
    if (!delivery.changesNoted()) {
      throw NOT_NOTED.because("这份来文由较早的版本装载，没有记下它改动了什么，不能撤回。请改用更正后的来文覆盖。");
    }
    DeliveryEffects effects = DeliveryEffects.of(jdbc, delivery.first(), delivery.last());
    List<Long> founded =
        jdbc.sql("select person from exchange.source_row where delivery = :id and link = 'new'")
            .param("id", delivery.id())
            .query(Long.class)
            .list();
    refuseWhereUsed(delivery, effects, founded);
    effects.takeBack(founded, LocalDate.now(clock));
    forgetLinks(delivery.id());
    new Ledger(
            ledger.nextRow(), ledger.nextPerson(), ledger.nextHousehold(), ledger.decisions() + 1)
        .save(jdbc);
  }

  private void refuseWhereUsed(Loaded delivery, DeliveryEffects effects, List<Long> founded) {
    List<Blocking> blocking =
        jdbc.sql(RESTS_ON_IT)
            .param("id", delivery.id())
            .param("format", delivery.format())
            .param("last", delivery.last())
            .param("finished", delivery.finished())
            .param("founded", founded.toArray(Long[]::new))
            .param("homes", effects.ownHouseholds().toArray(Long[]::new))
            .param("later", effects.changedSince().toArray(Long[]::new))
            .query(Blocking.class)
            .list();
    if (blocking.isEmpty()) {
      return;
    }
    String files =
        String.join("、", blocking.stream().limit(5).map(b -> "“" + b.fileName() + "”").toList());
    boolean pairsOnly = blocking.stream().allMatch(b -> b.pairs() == 1);
    throw IN_USE.because(
        pairsOnly
            ? "这份来文装载之后，又处理过%s里的疑似同人。请先在“疑似同人”页把那些处理撤销，再撤回这份来文。".formatted(files)
            : "其后装载的%s%s以这份来文为依据，现在撤回会使它们对不上。请先撤回那些来文（从最后装载的开始），再撤回这一份，然后把需要的重新装载。"
                .formatted(files, blocking.size() > 5 ? "等 " + blocking.size() + " 份来文" : ""));
  }

  private void forgetLinks(long id) {
    for (String table : List.of("pair_candidate", "withheld_fact", "doubtful_pair")) {
      jdbc.sql(
              """
              delete from exchange.%s p using exchange.source_row r
              where r.id = p.source_row and r.delivery = :id
              """
                  .formatted(table))
          .param("id", id)
          .update();
    }
    jdbc.sql(
            """
            update exchange.source_row
            set link = 'withdrawn', link_reason = '来文已撤回', person = null, household = null
            where delivery = :id and link in ('link', 'review', 'new')
            """)
        .param("id", id)
        .update();
  }

  private void note(long id, String by, String because) {
    jdbc.sql(
            """
            update exchange.delivery
            set state = 'withdrawn', withdrawn_by = :by, withdrawn_at = :at,
              withdrawn_because = :because, linked = 0, review = 0, founded = 0
            where id = :id
            """)
        .param("id", id)
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .param("because", because)
        .update();
  }
}

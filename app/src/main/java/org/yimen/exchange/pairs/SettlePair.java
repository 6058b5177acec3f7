package org.yimen.exchange.pairs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.exchange.loading.InventedNumber;
import org.yimen.exchange.loading.Ledger;
import org.yimen.exchange.loading.RegisterRows;
import org.yimen.exchange.loading.SealedRows;
import org.yimen.exchange.reading.RowFact;
import org.yimen.platform.ProblemType;
import org.yimen.registry.RegisterUpdate;
import org.yimen.registry.RowEffects;

/** Somebody says whose a doubtful row is; the facts kept back are written then. */
@Component
class SettlePair {

  static final ProblemType ALREADY_SETTLED =
      new ProblemType("pair-already-settled", HttpStatus.CONFLICT, "已经处理过");
  static final ProblemType BUSY = new ProblemType("loading-now", HttpStatus.CONFLICT, "正在装载数据");
  static final ProblemType NOT_A_CANDIDATE =
      new ProblemType("not-a-candidate", HttpStatus.BAD_REQUEST, "不是候选人");

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SealedRows sealed;
  private final Clock clock;

  SettlePair(
      DataSource dataSource, TransactionTemplate transaction, SealedRows sealed, Clock clock) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = transaction;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** What a decision makes of the row. */
  private record Outcome(String state, String link, String reason, long person, long household) {}

  /**
   * The row is of this person, or of the first candidate; the same decision again changes nothing.
   */
  void accept(long id, @Nullable Long chosen, String by, String note) {
    locked(
        ledger -> {
          PairRecord pair = PairRecord.lock(jdbc, sealed, id);
          long person = candidate(id, chosen);
          if (settled(pair, "accepted", person)) {
            return;
          }
          long home = pair.residence() ? officialHome(pair) : 0;
          Ledger after = counted(ledger, 0, home >= ledger.nextHousehold() ? 1 : 0);
          long household = home != 0 ? home : homeOf(person);
          RowEffects effects = RowEffects.watch(jdbc, person, household, pair.format());
          write(pair, new RegisterRows.Row(id, pair.who(), person, household), false);
          keep(
              pair,
              new Outcome("accepted", "link", "人工确认为同一人", person, household),
              effects.changes());
          sign(id, by, note);
          after.save(jdbc);
        });
  }

  /** The row is of none of the candidates, so it founds a person. */
  void refuse(long id, String by, String note) {
    locked(
        ledger -> {
          PairRecord pair = PairRecord.lock(jdbc, sealed, id);
          if (settled(pair, "refused", pair.person())) {
            return;
          }
          long person = ledger.nextPerson();
          long home = pair.residence() ? officialHome(pair) : companionsHome(pair);
          long household = home != 0 ? home : ledger.nextHousehold();
          write(pair, new RegisterRows.Row(id, pair.who(), person, household), true);
          keep(pair, new Outcome("refused", "new", "人工确认不是候选人，新建", person, household), "{}");
          sign(id, by, note);
          counted(ledger, 1, household >= ledger.nextHousehold() ? 1 : 0).save(jdbc);
        });
  }

  /** What is done while nobody else changes links. */
  interface Step {
    void run(Ledger ledger);
  }

  void locked(Step step) {
    try {
      transaction.executeWithoutResult(
          status -> {
            jdbc.sql("set local lock_timeout = '10s'").update();
            step.run(Ledger.lock(jdbc));
          });
    } catch (PessimisticLockingFailureException e) {
      throw BUSY.because("正在装载数据，暂时不能处理。请稍候再试，您的选择没有保存。");
    }
  }

  private static Ledger counted(Ledger ledger, int persons, int households) {
    return new Ledger(
        ledger.nextRow(),
        ledger.nextPerson() + persons,
        ledger.nextHousehold() + households,
        ledger.decisions() + 1);
  }

  private static boolean settled(PairRecord pair, String wanted, @Nullable Long person) {
    if (pair.open()) {
      return false;
    }
    if (pair.state().equals(wanted) && Objects.equals(pair.person(), person)) {
      return true;
    }
    OffsetDateTime at = pair.decidedAt();
    throw ALREADY_SETTLED.because(
        "%s已于%s把这一对确认为%s。如需更改，请先在“%s”里重新打开。"
            .formatted(
                pair.decidedBy() == null ? "同事" : "“" + pair.decidedBy() + "”",
                at == null ? "刚才" : at.format(DateTimeFormatter.ofPattern("M月d日HH:mm")),
                pair.state().equals("accepted") ? "同一人" : "不同的人",
                pair.state().equals("accepted") ? "已确认同人" : "已确认不同人"));
  }

  private long candidate(long id, @Nullable Long chosen) {
    return jdbc.sql(
            """
            select person from exchange.pair_candidate
            where source_row = :id and (cast(:chosen as bigint) is null or person = :chosen)
            order by rank limit 1
            """)
        .param("id", id)
        .param("chosen", chosen)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> NOT_A_CANDIDATE.because("所选的人不在这条记录的候选人之中，请刷新后重选。"));
  }

  private long homeOf(long person) {
    return jdbc.sql(
            """
            select household from registry.membership where person = :person
            order by (valid_to is null) desc, source_row desc limit 1
            """)
        .param("person", person)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** The household of that number in the register; 0 where the row has no number. */
  private long officialHome(PairRecord pair) {
    String number = pair.who().householdKey();
    if (number == null) {
      return 0;
    }
    Optional<Long> known =
        jdbc.sql("select id from registry.household where number = :number")
            .param("number", number)
            .query(Long.class)
            .optional();
    return known.orElseGet(() -> Ledger.lock(jdbc).nextHousehold());
  }

  /** Rows of the same household of the same file tell where the person lives. */
  private long companionsHome(PairRecord pair) {
    return jdbc.sql(
            """
            select r.household from exchange.source_row r
            join exchange.evidence e on e.source_row = r.id
            where r.delivery = :delivery and e.household_key = :key
              and r.link in ('link', 'new') and r.household is not null
            order by r.id limit 1
            """)
        .param("delivery", pair.delivery())
        .param("key", pair.who().householdKey())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private void write(PairRecord pair, RegisterRows.Row row, boolean founds) {
    List<RowFact> facts = pair.withheld(jdbc, sealed.facts());
    var origin =
        new RegisterUpdate.Origin(
            pair.format(), pair.day(clock.getZone()), pair.residence(), pair.firstRow(), pair.id());
    try (RegisterUpdate update = sealed.update(dataSource, origin)) {
      RegisterRows register = new RegisterRows(update, pair.residence());
      if (founds) {
        register.founds(row);
      } else {
        register.sees(row);
      }
      if (founds || pair.residence() && row.household() != 0) {
        register.joins(row, numberOfNew(pair, row.household()), facts);
      }
      facts.forEach(fact -> register.says(row, fact));
      update.apply();
    }
  }

  private @Nullable String numberOfNew(PairRecord pair, long household) {
    boolean known =
        jdbc.sql("select exists (select from registry.household where id = :id)")
            .param("id", household)
            .query(Boolean.class)
            .single();
    String official = pair.residence() ? pair.who().householdKey() : null;
    return known ? null : official != null ? official : InventedNumber.of(household);
  }

  private void keep(PairRecord pair, Outcome outcome, String changes) {
    jdbc.sql(
            """
            update exchange.doubtful_pair
            set state = :state, person = :person, changes = cast(:changes as json)
            where source_row = :id
            """)
        .param("state", outcome.state())
        .param("person", outcome.person())
        .param("changes", changes)
        .param("id", pair.id())
        .update();
    jdbc.sql(
            """
            update exchange.source_row
            set link = :link, link_reason = :reason, person = :person, household = :household
            where id = :id
            """)
        .param("link", outcome.link())
        .param("reason", outcome.reason())
        .param("person", outcome.person())
        .param("household", outcome.household() == 0 ? null : outcome.household())
        .param("id", pair.id())
        .update();
    jdbc.sql(RowLinkCounts.FRESH).param("delivery", pair.delivery()).update();
  }

  private void sign(long id, String by, String note) {
    jdbc.sql(
            """
            update exchange.doubtful_pair set decided_by = :by, decided_at = :at, note = :note
            where source_row = :id
            """)
        .param("by", by)
        .param("at", OffsetDateTime.now(clock))
        .param("note", note.isEmpty() ? null : note)
        .param("id", id)
        .update();
  }
}

package org.yimen.exchange.loading;

import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.linkage.KnownPerson;
import org.yimen.linkage.Register;
import org.yimen.linkage.SourceRecord;

/**
 * All that linking knows: the register in memory and the ledger it is up to. Replaying the evidence
 * of every linked row in the order in which they were linked makes the same register as linking
 * them made.
 */
final class Knowledge {

  private static final int AT_ONCE = 5_000;

  private static final String IN_ORDER_OF_LINKING =
      """
      select r.link, r.person, home.household, e.*
      from exchange.source_row r
      join exchange.evidence e on e.source_row = r.id
      join (
        select distinct on (person) person, household from registry.membership
        order by person, (valid_to is null) desc, source_row desc) home on home.person = r.person
      where r.link in ('link', 'new')
      order by
        min(r.id) over (partition by r.delivery, coalesce(e.household_key, r.id::text)), r.id
      """;

  private final Register register;
  private Ledger ledger;

  private Knowledge(Register register, Ledger ledger) {
    this.register = register;
    this.ledger = ledger;
  }

  /** What the database holds at this moment. */
  static Knowledge of(DataSource dataSource, SealedRows sealed) {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    transaction.setReadOnly(true);
    transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    Knowledge knowledge =
        transaction.execute(
            status -> {
              Register register = new Register();
              JdbcTemplate jdbc = new JdbcTemplate(dataSource);
              jdbc.setFetchSize(AT_ONCE);
              RowCallbackHandler handler = row -> replay(register, row, sealed);
              jdbc.query(IN_ORDER_OF_LINKING, handler);
              return new Knowledge(register, Ledger.read(JdbcClient.create(dataSource)));
            });
    return java.util.Objects.requireNonNull(knowledge);
  }

  private static void replay(Register register, ResultSet row, SealedRows sealed)
      throws SQLException {
    SourceRecord record = SourceRecords.of(row, sealed);
    long person = row.getLong("person");
    if (row.getString("link").equals("new")) {
      register.add(KnownPerson.founded(record, person, row.getLong("household")));
    } else {
      register.learn(person, record);
    }
  }

  Register register() {
    return register;
  }

  Ledger ledger() {
    return ledger;
  }

  void advance(Ledger next) {
    ledger = next;
  }
}

package org.yimen.exchange.loading;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row of exchange.linking: ids given to what comes next, and the number of decisions people
 * have made. Whoever changes links locks it first, so ids never clash and are the same again after
 * a transaction that was rolled back.
 */
public record Ledger(long nextRow, long nextPerson, long nextHousehold, long decisions) {

  private static final String READ =
      "select next_row, next_person, next_household, decisions from exchange.linking";

  static Ledger read(JdbcClient jdbc) {
    return jdbc.sql(READ).query(Ledger.class).single();
  }

  /** Reads and keeps everybody else from changing links until the transaction ends. */
  public static Ledger lock(JdbcClient jdbc) {
    return jdbc.sql(READ + " for update").query(Ledger.class).single();
  }

  /** Writes within the transaction that locked. */
  public void save(JdbcClient jdbc) {
    jdbc.sql(
            """
            update exchange.linking set next_row = :row, next_person = :person,
              next_household = :household, decisions = :decisions
            """)
        .param("row", nextRow)
        .param("person", nextPerson)
        .param("household", nextHousehold)
        .param("decisions", decisions)
        .update();
  }
}

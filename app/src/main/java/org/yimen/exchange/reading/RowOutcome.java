package org.yimen.exchange.reading;

/** What reading made of a row. */
public enum RowOutcome {
  /** Read in full. */
  TAKEN,
  /**
   * Says who it is about, but a value has to be looked at by a person; that value gives no fact.
   */
  DOUBTFUL,
  /** Holds data of which nothing can be used; the reason says what to do. */
  REFUSED,
  /** Holds no data: title, header, blank, totals, signatures. */
  SKIPPED
}

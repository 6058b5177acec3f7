package org.yimen.policy.columns;

/**
 * How large facts may be in columns. The proof that nothing overflows rests on them; a household
 * with more is decided by the row form.
 */
public final class Limits {
  /** Fen; ten million yuan. */
  public static final long MONEY = 1_000_000_000L;

  public static final int MEMBERS = 32;

  /** Items of one list. */
  public static final int ITEMS = 64;

  public static final int PERSONS = 32;
  public static final int SUPPORTED = 12;

  /** Months, hundredths of years of office, hundredths of measures of water. */
  public static final long MEASURE = 100_000_000L;

  private Limits() {}
}

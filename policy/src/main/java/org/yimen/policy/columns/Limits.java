package org.yimen.policy.columns;

/**
 * How large facts may be in columns. The proof that nothing overflows rests on them, and with it
 * how many decimals the law's values may have; a household with more is decided by the row form.
 */
public final class Limits {
  /** Fen; ten million yuan. */
  public static final long MONEY = 1_000_000_000L;

  public static final int MEMBERS = 12;

  /** Items of one list. */
  public static final int ITEMS = 32;

  /** Outside the household, of one member. */
  public static final int OBLIGORS = 8;

  /** Of one member; there are four kinds. */
  public static final int COSTS = 8;

  public static final int PERSONS = 16;

  /** A share of support is over the least number that all of these divide. */
  public static final int SUPPORTED = 6;

  /** Months, hundredths of years of office, hundredths of measures of water. */
  public static final long MEASURE = 100_000_000L;

  private Limits() {}

  /** How many rows of a place one row of the wider place may have. */
  public static int rows(Place place) {
    return switch (place) {
      case MEMBER -> MEMBERS;
      case OBLIGOR -> OBLIGORS;
      case COST -> COSTS;
      default -> ITEMS;
    };
  }
}

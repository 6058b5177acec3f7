package org.yimen.bench.deciding;

/** What Drools found: somebody counts. */
public final class PeerCounted {
  private final int household;
  private final long income;

  public PeerCounted(int household, long income) {
    this.household = household;
    this.income = income;
  }

  public int getHousehold() {
    return household;
  }

  /** Fen a year. */
  public long getIncome() {
    return income;
  }
}

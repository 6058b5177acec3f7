package org.yimen.exchange.loading;

/** Numbers of households that no residence file has named yet. */
public final class InventedNumber {

  static final String PREFIX = "临时-";

  private InventedNumber() {}

  /** The same for a household as long as it has none of its own. */
  public static String of(long household) {
    return PREFIX + household;
  }
}

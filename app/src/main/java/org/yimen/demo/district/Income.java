package org.yimen.demo.district;

/**
 * A household's income of twelve months by kind, yuan; business is what is left after its costs.
 */
public record Income(int wage, int business, int property, int transfer) {
  public int total() {
    return wage + business + property + transfer;
  }
}

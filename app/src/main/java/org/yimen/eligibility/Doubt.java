package org.yimen.eligibility;

/**
 * Something that speaks against a household's list.
 *
 * @param text a Chinese sentence without a full stop, with the figures
 */
record Doubt(Kind kind, String text) {

  /** Kinds of doubt, the gravest first, with what each adds to the worth of a visit. */
  enum Kind {
    NOBODY(38),
    WAGES(36),
    TOLD(32),
    ASSETS(30),
    PAYMENT(28),
    PROJECTED(18);

    private final int worth;

    Kind(int worth) {
      this.worth = worth;
    }

    int worth() {
      return worth;
    }
  }
}

package org.yimen.identity;

/** What a role may do; the code is its name in the API. */
public enum Permission {
  REGISTER_READ("register.read"),
  DELIVERY_LOAD("delivery.load"),
  PAIR_SETTLE("pair.settle"),
  SCREENING_READ("screening.read"),
  SCREENING_RUN("screening.run"),
  REGISTER_EXPORT("register.export"),
  RULES_READ("rules.read"),
  WHAT_IF("what-if"),
  VALUES_PROPOSE("values.propose"),
  VALUES_DECIDE("values.decide"),
  ASSESS("assess");

  private final String code;

  Permission(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}

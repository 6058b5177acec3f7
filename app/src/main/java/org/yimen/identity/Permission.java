package org.yimen.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a role may do; the code is its name in the API, in roles of the database and in bootstrap
 * files. Permissions of different kinds never meet in one role.
 */
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
  ASSESS("assess"),
  CASE_READ("case.read"),
  /** Registers applications and what families and neighbours say of them. */
  CASE_REGISTER("case.register"),
  /** Accepts applications and proposes, publishes and answers for the township. */
  CASE_ACCEPT("case.accept"),
  /** Says who visits which families. */
  CASE_ASSIGN("case.assign"),
  /** Visits families and notes what was signed. */
  CASE_INVESTIGATE("case.investigate"),
  /** Answers information checks and visits for the district. */
  CASE_CHECK("case.check"),
  /** Reviews for the township. */
  CASE_REVIEW("case.review"),
  /** Confirms or refuses. */
  CASE_DECIDE("case.decide"),
  /** Delivers families to the national systems, with all that these ask, and settles answers. */
  OUTWARD("outward"),
  /** Sees which illnesses somebody has. */
  HEALTH_FIELDS("field.health"),
  /** Sees which disability somebody has. */
  DISABILITY_FIELDS("field.disability"),
  /** Sees bank accounts. */
  BANK_FIELDS("field.bank"),
  /** Sees who petitioned and about what. */
  PETITION_FIELDS("field.petition"),
  /** Decides whether a colleague may see the sensitive details of a minor. */
  MINORS_APPROVE("minors.approve"),
  /** May look beyond the own area and fields in an emergency, with a reason. */
  BREAK_GLASS("break-glass"),
  ACCOUNTS_MANAGE("accounts.manage", Kind.SECURITY),
  AUDIT_READ("audit.read", Kind.AUDIT),
  PROGRAM_STATE("program.state", Kind.SYSTEM);

  /**
   * The business and the three administrations that are kept apart from it and from each other
   * (GB/T 22239-2019 8.1.5.1, 8.1.5.2, 8.1.5.3).
   */
  public enum Kind {
    BUSINESS,
    SYSTEM,
    SECURITY,
    AUDIT
  }

  private final String code;
  private final Kind kind;

  Permission(String code) {
    this(code, Kind.BUSINESS);
  }

  Permission(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  public String code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }

  /** The permission of this code. */
  public static Optional<Permission> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findAny();
  }
}

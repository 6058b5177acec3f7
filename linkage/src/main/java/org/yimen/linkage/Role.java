package org.yimen.linkage;

/** Whom a row of a file names. */
public enum Role {
  /** The row speaks of the person named. */
  PERSON,
  /** The row speaks of a household and names its head only. */
  HOUSEHOLD_HEAD,
  /** The row speaks of a household and names the person who is paid for it, as a rule the head. */
  PAYEE
}

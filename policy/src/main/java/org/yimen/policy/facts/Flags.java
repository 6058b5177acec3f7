package org.yimen.policy.facts;

/**
 * Yes-or-no facts of a member, each yes, no or not known.
 *
 * @param yes bits of those that hold
 * @param unsure bits of those not known
 */
public record Flags(int yes, int unsure) {
  public static final Flags NONE = new Flags(0, 0);

  public boolean has(Flag flag) {
    return (yes & flag.bit()) != 0;
  }

  public boolean isUnsure(Flag flag) {
    return (unsure & flag.bit()) != 0;
  }

  public Flags with(Flag flag) {
    return new Flags(yes | flag.bit(), unsure & ~flag.bit());
  }

  public Flags unsure(Flag flag) {
    return new Flags(yes & ~flag.bit(), unsure | flag.bit());
  }
}

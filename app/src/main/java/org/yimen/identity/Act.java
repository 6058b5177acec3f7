package org.yimen.identity;

/**
 * Something that somebody did, read or was refused; told as an event inside the transaction that
 * did it. Never holds a citizen number, an account number or a secret.
 *
 * @param who the user name, empty where nobody was signed in
 * @param object what it was done to: {@code household:7}, {@code account:li}; empty for no one
 *     thing
 * @param why the reason that was given; empty for none
 * @param done false where it was refused
 */
public record Act(
    String who, String unit, String role, Deed deed, String object, String why, boolean done) {

  /** Done by somebody who is not signed in, or by the program. */
  static Act by(String who, Deed deed, String object, String why) {
    return new Act(who, "", "", deed, object, why, true);
  }

  Act refused() {
    return new Act(who, unit, role, deed, object, why, false);
  }
}

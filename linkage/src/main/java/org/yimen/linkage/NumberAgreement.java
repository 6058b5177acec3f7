package org.yimen.linkage;

import org.yimen.linkage.matching.EditDistance;
import org.yimen.linkage.text.CitizenNumber;

/** How far two citizen numbers agree, strongest first. */
enum NumberAgreement {
  /** The same whole number. */
  EQUAL(30),
  /** The same in the old form of 15 digits. */
  OLD_FORM(26),
  /** The same but for the last three places, which a spreadsheet has overwritten. */
  HEAD(16),
  /** The same but for the area code, which a filler has overwritten. */
  TAIL(21),
  /** One place typed wrongly, left out, doubled, or two neighbours exchanged. */
  ONE_SLIP(19),
  /** Two such slips. */
  TWO_SLIPS(9),
  /** What a spreadsheet left of the number begins as the other does. */
  BEGINNING(0.3),
  /** One of the two says nothing. */
  SILENT(0),
  /** What is left of the number does not fit. */
  UNLIKE(-7),
  /** Both are whole and right, and they are not the same. */
  OTHER(-20);

  /** Evidence in bits. */
  final double bits;

  NumberAgreement(double bits) {
    this.bits = bits;
  }

  /** True where only this person's number can look so. */
  boolean strong() {
    return bits > 15;
  }

  static NumberAgreement of(CitizenNumber row, CitizenNumber known) {
    if (row.whole() || !known.whole()) {
      return known.whole() ? of(row, known.text()) : of(known, row.text());
    }
    return of(row, known.text());
  }

  private static NumberAgreement of(CitizenNumber row, String known) {
    String text = row.text();
    if (known.isEmpty() || text.isEmpty()) {
      return SILENT;
    }
    if (text.equals(known)) {
      return text.length() >= CitizenNumber.OLD_LENGTH ? EQUAL : BEGINNING;
    }
    return switch (row.kind()) {
      case REPAIRED_15 -> oldForm(text, known);
      case VALID, DISABILITY_20 -> whole(text, known);
      case PLACEHOLDER -> tail(text, known);
      default -> damaged(text, known);
    };
  }

  private static NumberAgreement oldForm(String text, String known) {
    if (known.length() != 18) {
      return SILENT;
    }
    boolean same = text.startsWith(known.substring(0, 6)) && text.regionMatches(8, known, 8, 9);
    if (same) {
      return OLD_FORM;
    }
    String row = text.substring(0, 6) + text.substring(8, 17);
    String other = known.substring(0, 6) + known.substring(8, 17);
    return EditDistance.within(row, other, 1) == 1 ? ONE_SLIP : UNLIKE;
  }

  /** One number in eleven that a spreadsheet ended in 000 has a right check character by chance. */
  private static NumberAgreement whole(String text, String known) {
    if (text.endsWith("000") && known.startsWith(text.substring(0, 15))) {
      return HEAD;
    }
    return known.length() == 18 ? OTHER : slips(text, known);
  }

  private static NumberAgreement tail(String text, String known) {
    boolean comparable = text.length() == 18 && known.length() == 18;
    return comparable && text.regionMatches(6, known, 6, 12) ? TAIL : SILENT;
  }

  private static NumberAgreement damaged(String text, String known) {
    if (text.length() <= 8) {
      return known.startsWith(text) ? BEGINNING : UNLIKE;
    }
    if (text.length() == 18 && text.endsWith("000") && known.startsWith(text.substring(0, 15))) {
      return HEAD;
    }
    return slips(text, known);
  }

  private static NumberAgreement slips(String text, String known) {
    int distance = EditDistance.within(text, known, 2);
    return distance <= 1 ? ONE_SLIP : distance == 2 ? TWO_SLIPS : UNLIKE;
  }
}

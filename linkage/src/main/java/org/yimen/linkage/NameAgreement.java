package org.yimen.linkage;

import org.yimen.linkage.text.Names;

/** How far two names agree. */
enum NameAgreement {
  /** A side has no name. */
  SILENT(0),
  /** Equal but for dots, blanks, titles and traditional characters. */
  EQUAL(-0.2),
  /** The same sound: homophones or another transcription. */
  SOUND(-5),
  /** The same sound in a name of two parts, which every office transcribes its own way. */
  TRANSCRIBED(-2),
  /** The one part that the row has. */
  GIVEN(-1.5),
  /** Parts turned round, cut off or written far apart. */
  PART(-5),
  /** Something of it. */
  WEAK(-9),
  /** Nothing of it. */
  OTHER(-13);

  private static final double SAME_SOUND = 0.9;
  private static final double HALF = 0.78;
  private static final double SOMETHING = 0.62;

  /** Evidence in bits that this level takes away from what the name's rarity gives. */
  final double cost;

  NameAgreement(double cost) {
    this.cost = cost;
  }

  static NameAgreement of(String left, String right) {
    double likeness = Names.likeness(left, right);
    if (likeness >= 1) {
      return left.isEmpty() ? SILENT : EQUAL;
    }
    boolean inParts = left.indexOf(Names.DOT) >= 0;
    boolean otherInParts = right.indexOf(Names.DOT) >= 0;
    if (likeness >= SAME_SOUND) {
      return inParts || otherInParts ? TRANSCRIBED : SOUND;
    }
    if (likeness >= HALF) {
      return inParts == otherInParts ? PART : GIVEN;
    }
    return likeness >= SOMETHING ? WEAK : OTHER;
  }

  /** True where the names may well be of one person. */
  boolean fits() {
    return this != SILENT && this != WEAK && this != OTHER;
  }
}

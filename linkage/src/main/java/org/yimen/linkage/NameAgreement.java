package org.yimen.linkage;

/** How far two names agree. */
enum NameAgreement {
  /** A side has no name. */
  SILENT(0),
  /** Equal but for dots, blanks, titles and traditional characters. */
  EQUAL(-0.2),
  /** The same sound: homophones or another transcription. */
  SOUND(-4),
  /** Half of it: the father's name dropped, cut off, parts turned round. */
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

  static NameAgreement of(double likeness) {
    if (likeness >= 1) {
      return EQUAL;
    }
    if (likeness >= SAME_SOUND) {
      return SOUND;
    }
    return likeness >= HALF ? PART : likeness >= SOMETHING ? WEAK : OTHER;
  }

  /** True where the names may well be of one person. */
  boolean fits() {
    return this == EQUAL || this == SOUND || this == PART;
  }
}

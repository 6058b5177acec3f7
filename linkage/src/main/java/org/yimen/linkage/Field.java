package org.yimen.linkage;

import org.yimen.linkage.matching.AgreementWeights;

/**
 * What is compared besides number and name, with the weights of its levels. Level 0: a side is
 * silent. The weights are logarithms of shares that hold for rolls of any district: how often
 * offices mistype a sex, how often two people of one village share a house number.
 */
enum Field {
  /** 1 differs, 2 agrees. */
  SEX(0, -6, 1),
  /** 1 differs, 2 nearly, 3 the year, 4 year and month, 5 to the day. */
  BIRTH(0, -7, 2, 5, 9, 13),
  /** 1 another town, 2 another village, 3 the town, 4 the village (its rarity comes on top). */
  PLACE(0, -5, -4, 0, 0),
  /** 1 another house of the village, 2 the same. */
  DOOR(0, -2.5, 7),
  /** 1 the phone is somebody else's, 2 it is this household's. */
  PHONE(0, -2, 13),
  /** 1 the register holds more, 2 far fewer, 3 one fewer, 4 equal. */
  SIZE(0, -3, -2, -0.8, 1.7),
  /** Guardian, head or relative named in the row: 1 not in the household, 2 in it. */
  OTHER_NAME(0, -1.5, 7),
  /** 1 differs, 2 agrees. */
  RELATION(0, -2, 1.2),
  /** The row names a head: 1 not known as head, 2 head. */
  HEAD(0, -6, 1.4),
  /** Rows of the same household: 1 linked to another household, 2 to this one. */
  COMPANION(0, -5, 12);

  static final int COUNT = values().length;

  private static final AgreementWeights WEIGHTS = weights();

  private final double[] bits;

  Field(double... bits) {
    this.bits = bits;
  }

  /** Evidence of one level in bits. */
  double bits(int level) {
    return bits[level];
  }

  /** Evidence of the level that says most. */
  double most() {
    return bits[bits.length - 1];
  }

  static AgreementWeights given() {
    return WEIGHTS;
  }

  private static AgreementWeights weights() {
    double[][] table = new double[values().length][];
    for (Field field : values()) {
      table[field.ordinal()] = field.bits;
    }
    return AgreementWeights.given(table);
  }
}

package org.yimen.demo.district;

import java.time.LocalDate;

/** One member before anything but relation (GB/T 4761), sex and birth is known. */
public record Kin(String relation, boolean male, LocalDate birth) {
  public static final String HEAD = "02";
  public static final String WIFE = "12";
  static final String SON = "20";
  static final String DAUGHTER = "30";
  static final String GRANDSON = "41";
  static final String GRANDDAUGHTER = "42";
  static final String FATHER = "51";
  static final String MOTHER = "52";

  /** Years as the bureaus count them: this year less the year of birth. */
  public int age() {
    return Parameters.AS_OF.getYear() - birth.getYear();
  }

  boolean isChild() {
    return relation.equals(SON) || relation.equals(DAUGHTER);
  }

  boolean isGrandchild() {
    return relation.equals(GRANDSON) || relation.equals(GRANDDAUGHTER);
  }
}

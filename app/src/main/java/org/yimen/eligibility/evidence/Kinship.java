package org.yimen.eligibility.evidence;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Relation;

/** Relations to the head (GB/T 4761-2008) as the law distinguishes them. */
public final class Kinship {

  private Kinship() {}

  /**
   * What somebody is to the head. The code's first digit names the generation, its second the kind
   * of kin, where children, parents and siblings by marriage stand among those by birth.
   */
  public static Relation of(@Nullable String code, boolean female) {
    if (code == null || code.length() != 2) {
      return Relation.OTHER;
    }
    return switch (code) {
      case "01", "02" -> Relation.APPLICANT;
      case "28" -> Relation.SON_IN_LAW;
      case "38" -> Relation.DAUGHTER_IN_LAW;
      case "45", "46" -> Relation.OTHER;
      case "50", "59" -> female ? Relation.MOTHER : Relation.FATHER;
      case "51", "57" -> Relation.FATHER;
      case "52", "58" -> Relation.MOTHER;
      case "53", "55" -> Relation.FATHER_IN_LAW;
      case "54", "56" -> Relation.MOTHER_IN_LAW;
      case "72", "74", "76", "78" -> Relation.OTHER;
      default -> byGeneration(code.charAt(0));
    };
  }

  private static Relation byGeneration(char digit) {
    return switch (digit) {
      case '1' -> Relation.SPOUSE;
      case '2' -> Relation.SON;
      case '3' -> Relation.DAUGHTER;
      case '4' -> Relation.GRANDCHILD;
      case '6' -> Relation.GRANDPARENT;
      case '7' -> Relation.SIBLING;
      default -> Relation.OTHER;
    };
  }
}

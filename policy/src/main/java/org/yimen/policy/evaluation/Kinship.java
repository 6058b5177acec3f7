package org.yimen.policy.evaluation;

import static org.yimen.policy.facts.Relation.APPLICANT;
import static org.yimen.policy.facts.Relation.DAUGHTER;
import static org.yimen.policy.facts.Relation.DAUGHTER_IN_LAW;
import static org.yimen.policy.facts.Relation.FATHER;
import static org.yimen.policy.facts.Relation.FATHER_IN_LAW;
import static org.yimen.policy.facts.Relation.MOTHER;
import static org.yimen.policy.facts.Relation.MOTHER_IN_LAW;
import static org.yimen.policy.facts.Relation.SIBLING;
import static org.yimen.policy.facts.Relation.SON;
import static org.yimen.policy.facts.Relation.SON_IN_LAW;
import static org.yimen.policy.facts.Relation.SPOUSE;

import java.util.List;
import java.util.Set;
import org.yimen.policy.facts.Relation;

/**
 * Who of a household owes whom support: spouses each other, adult children their parents, parents
 * their minor children (民法典 第一千零五十九条、第一千零六十七条). Relations are told towards the applicant; where
 * that leaves open who is whose, the likely kinship is taken.
 */
final class Kinship {
  private static final int ADULT = 18;

  private Kinship() {}

  /** Whether the first owes the second support. */
  static boolean owes(MemberFrame giver, MemberFrame taker, List<MemberFrame> all) {
    if (giver == taker) {
      return false;
    }
    Relation from = giver.facts().relation();
    Relation to = taker.facts().relation();
    return spouses(from, to, all)
        || giver.age() >= ADULT && children(to).contains(from)
        || taker.age() < ADULT && parents(to).contains(from) && giver.age() >= ADULT;
  }

  private static boolean spouses(Relation a, Relation b, List<MemberFrame> all) {
    return pair(a, b, APPLICANT, SPOUSE)
        || pair(a, b, FATHER, MOTHER)
        || pair(a, b, FATHER_IN_LAW, MOTHER_IN_LAW)
        || pair(a, b, SON, DAUGHTER_IN_LAW) && single(SON, all) && single(DAUGHTER_IN_LAW, all)
        || pair(a, b, DAUGHTER, SON_IN_LAW) && single(DAUGHTER, all) && single(SON_IN_LAW, all);
  }

  private static boolean pair(Relation a, Relation b, Relation one, Relation other) {
    return a == one && b == other || a == other && b == one;
  }

  private static boolean single(Relation relation, List<MemberFrame> all) {
    return all.stream().filter(m -> m.facts().relation() == relation).count() == 1;
  }

  /** Who may be a grown child of somebody of that relation. */
  private static Set<Relation> children(Relation parent) {
    return switch (parent) {
      case APPLICANT, SPOUSE -> Set.of(SON, DAUGHTER);
      case FATHER, MOTHER -> Set.of(APPLICANT, SIBLING);
      case FATHER_IN_LAW, MOTHER_IN_LAW -> Set.of(SPOUSE);
      case GRANDPARENT -> Set.of(FATHER, MOTHER);
      default -> Set.of();
    };
  }

  /** Who may be a parent of somebody of that relation. */
  private static Set<Relation> parents(Relation child) {
    return switch (child) {
      case SON, DAUGHTER -> Set.of(APPLICANT, SPOUSE);
      case APPLICANT, SIBLING -> Set.of(FATHER, MOTHER);
      case SPOUSE -> Set.of(FATHER_IN_LAW, MOTHER_IN_LAW);
      case GRANDCHILD -> Set.of(SON, DAUGHTER, SON_IN_LAW, DAUGHTER_IN_LAW);
      default -> Set.of();
    };
  }
}

package org.yimen.policy.evaluation;

import static org.yimen.policy.facts.Relation.APPLICANT;
import static org.yimen.policy.facts.Relation.DAUGHTER;
import static org.yimen.policy.facts.Relation.DAUGHTER_IN_LAW;
import static org.yimen.policy.facts.Relation.FATHER;
import static org.yimen.policy.facts.Relation.FATHER_IN_LAW;
import static org.yimen.policy.facts.Relation.GRANDCHILD;
import static org.yimen.policy.facts.Relation.GRANDPARENT;
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
public final class Kinship {
  public static final int ADULT = 18;

  /** How one relation is bound to another. */
  private static final int SPOUSES = 1;

  private static final int SON_AND_WIFE = 2;
  private static final int DAUGHTER_AND_HUSBAND = 4;
  private static final int CHILD = 8;
  private static final int PARENT = 16;

  private static final int[][] TIES = ties();

  private Kinship() {}

  private static int[][] ties() {
    Relation[] all = Relation.values();
    int[][] ties = new int[all.length][all.length];
    for (Relation from : all) {
      for (Relation to : all) {
        ties[from.ordinal()][to.ordinal()] =
            marriage(from, to)
                | (children(to).contains(from) ? CHILD : 0)
                | (parents(to).contains(from) ? PARENT : 0);
      }
    }
    return ties;
  }

  private static int marriage(Relation a, Relation b) {
    if (pair(a, b, APPLICANT, SPOUSE)
        || pair(a, b, FATHER, MOTHER)
        || pair(a, b, FATHER_IN_LAW, MOTHER_IN_LAW)) {
      return SPOUSES;
    }
    if (pair(a, b, SON, DAUGHTER_IN_LAW)) {
      return SON_AND_WIFE;
    }
    return pair(a, b, DAUGHTER, SON_IN_LAW) ? DAUGHTER_AND_HUSBAND : 0;
  }

  /** What binds a giver to a taker of support, for {@link #owes}; by the relations' ordinals. */
  public static int tie(int giver, int taker) {
    return TIES[giver][taker];
  }

  /**
   * Whether a tie makes the giver owe the taker support.
   *
   * @param couples of {@link #couples}
   */
  public static boolean owes(int tie, long giverAge, long takerAge, int couples) {
    return (tie & bound(giverAge >= ADULT, takerAge < ADULT, couples)) != 0;
  }

  /** The ties that bind a giver to a taker; nobody under age is married to a child or in-law. */
  public static int bound(boolean grown, boolean minor, int couples) {
    if (!grown) {
      return SPOUSES;
    }
    return SPOUSES | CHILD | (minor ? PARENT : couples);
  }

  /** Which children are surely married to which in-laws: where there is one grown of either. */
  public static int couples(int sons, int wives, int daughters, int husbands) {
    return (sons == 1 && wives == 1 ? SON_AND_WIFE : 0)
        | (daughters == 1 && husbands == 1 ? DAUGHTER_AND_HUSBAND : 0);
  }

  /** Whether the first owes the second support. */
  static boolean owes(MemberFrame giver, MemberFrame taker, int couples) {
    if (giver == taker) {
      return false;
    }
    int tie = tie(giver.facts().relation().ordinal(), taker.facts().relation().ordinal());
    return tie != 0 && owes(tie, giver.age(), taker.age(), couples);
  }

  static int couples(List<MemberFrame> all) {
    return couples(
        count(SON, all), count(DAUGHTER_IN_LAW, all), count(DAUGHTER, all), count(SON_IN_LAW, all));
  }

  private static int count(Relation relation, List<MemberFrame> all) {
    int count = 0;
    for (MemberFrame member : all) {
      count += member.facts().relation() == relation && member.age() >= ADULT ? 1 : 0;
    }
    return count;
  }

  private static boolean pair(Relation a, Relation b, Relation one, Relation other) {
    return a == one && b == other || a == other && b == one;
  }

  /** Who may be a grown child of somebody of that relation. */
  private static Set<Relation> children(Relation parent) {
    return switch (parent) {
      case APPLICANT, SPOUSE -> Set.of(SON, DAUGHTER);
      case FATHER, MOTHER -> Set.of(APPLICANT, SIBLING);
      case FATHER_IN_LAW, MOTHER_IN_LAW -> Set.of(SPOUSE);
      case GRANDPARENT -> Set.of(FATHER, MOTHER);
      case SON, DAUGHTER, SON_IN_LAW, DAUGHTER_IN_LAW -> Set.of(GRANDCHILD);
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

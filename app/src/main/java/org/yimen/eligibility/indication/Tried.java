package org.yimen.eligibility.indication;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.IncomeTold;
import org.yimen.eligibility.evidence.Lists;
import org.yimen.policy.Category;
import org.yimen.policy.Decision;

/**
 * A household with what the law says of it, as known and as likely, and what speaks against its
 * lists.
 *
 * @param told the best account of its income, or null
 * @param known what registers prove, within bounds; null where a category is likely or open, or
 *     wages on record don't even reach the standard, so that they can't prove that none holds
 * @param cautious as likely, had the income been told a few percent wrong: higher for who is on no
 *     list, lower for who is on one
 */
record Tried(
    HouseholdRecord household,
    Set<Lists> lists,
    @Nullable IncomeTold told,
    Lines lines,
    @Nullable Decision known,
    Decision likely,
    Decision cautious,
    List<Doubt> doubts) {

  /** The categories that a list and a benefit go with. */
  private static final Set<Category> AIDED =
      Set.of(Category.TEKUN, Category.DIBAO, Category.DIBAO_MARGIN, Category.RIGID_EXPENSE);

  /** Whether facts that are likely point to a category that a list goes with, and not just so. */
  boolean pointsToAid() {
    return AIDED.contains(likely.category()) && AIDED.contains(cautious.category());
  }

  /** Whether the income told lies so close to a line that it decides nothing. */
  boolean isCloseToLine() {
    return AIDED.contains(likely.category()) && !AIDED.contains(cautious.category());
  }

  boolean isOn(Category category) {
    for (Lists list : lists) {
      if (list.code().equals(category.code())) {
        return true;
      }
    }
    return false;
  }

  /** On a list of the law's categories; being watched is a mark beside them and no category. */
  boolean isListed() {
    return lists.size() > (isWatched() ? 1 : 0);
  }

  boolean isWatched() {
    return lists.contains(Lists.WATCH);
  }

  boolean doubted(Doubt.Kind kind) {
    for (Doubt doubt : doubts) {
      if (doubt.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  Group group() {
    if (isListed()) {
      if (pointsToAnother()) {
        return Group.LISTED_OTHER;
      }
      return doubts.isEmpty() ? Group.LISTED_AGREES : Group.LISTED_CONTRADICTED;
    }
    if (pointsToAid()) {
      return Group.UNLISTED_LIKELY;
    }
    if (isWatched()) {
      return Group.LISTED_AGREES;
    }
    return likely.category() == Category.NONE ? Group.UNLISTED_NOT : Group.UNLISTED_UNCLEAR;
  }

  /**
   * Whether the income told puts the household into another category than its lists. What tells 特困
   * from 低保, ability to work and people who owe support, stands in no file, so neither is held
   * against the other.
   */
  private boolean pointsToAnother() {
    boolean another = pointsToAid() && !isOn(likely.category()) && !isOn(cautious.category());
    boolean supported = isOn(Category.TEKUN) && likely.category() == Category.DIBAO;
    boolean onlyIncome = doubts.stream().allMatch(doubt -> doubt.kind() == Doubt.Kind.TOLD);
    return another && !supported && onlyIncome;
  }

  Certainty certainty(Group group) {
    return switch (group) {
      case LISTED_CONTRADICTED ->
          doubted(Doubt.Kind.WAGES) || doubted(Doubt.Kind.NOBODY)
              ? Certainty.KNOWN
              : Certainty.LIKELY;
      case LISTED_AGREES -> isOn(likely.category()) ? Certainty.LIKELY : Certainty.UNCLEAR;
      case UNLISTED_NOT -> provesNone() ? Certainty.KNOWN : Certainty.LIKELY;
      case UNLISTED_UNCLEAR -> Certainty.UNCLEAR;
      default -> Certainty.LIKELY;
    };
  }

  private boolean provesNone() {
    return known != null && known.category() == Category.NONE;
  }

  /** Whoever is recognised isn't screened for admission again: the list's own category stands. */
  String suggested(Group group) {
    if (group != Group.LISTED_AGREES) {
      return isCloseToLine() ? Category.UNKNOWN.code() : likely.category().code();
    }
    return isListed() ? lists.iterator().next().code() : Category.OTHER_DIFFICULTY.code();
  }
}

package org.yimen.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets all candidates of a row against each other and against the possibility of nobody. */
final class Judge {
  /** Share of people whom the register lacks. */
  private static final double ABSENT = 0.03;

  private static final double SURE = 0.985;
  private static final double SURE_AGAINST_NUMBER = 0.998;
  private static final double DOUBTFUL = 0.35;
  private static final int SHOWN = 5;

  private Judge() {}

  static Verdict judge(RowView row, List<Evidence> candidates, int persons) {
    List<Evidence> ranked = new ArrayList<>(candidates);
    ranked.sort(
        Comparator.comparingDouble(Evidence::bits).reversed().thenComparingInt(Evidence::at));
    double nobody = ABSENT;
    double all = nobody;
    for (Evidence candidate : ranked) {
      all += share(candidate, persons);
    }
    Evidence best = ranked.isEmpty() ? null : ranked.get(0);
    double belief = best == null ? 0 : share(best, persons) / all;
    boolean carries = ranked.stream().anyMatch(e -> e.number() == NumberAgreement.EQUAL);
    List<Evidence> shown = ranked.subList(0, Math.min(SHOWN, ranked.size()));
    return new Verdict(
        outcome(row, best, belief, nobody / all, carries), best, belief, List.copyOf(shown));
  }

  private static Outcome outcome(
      RowView row, @Nullable Evidence best, double belief, double nobody, boolean carries) {
    if (best != null && belief >= least(row, best) && best.name().fits() && !contradicts(best)) {
      return Outcome.LINK;
    }
    boolean named = best != null && nobody < 1 - DOUBTFUL;
    if (row.name().isEmpty()) {
      return carries ? Outcome.REVIEW : Outcome.REFUSED;
    }
    if (row.saysMoreThanName()) {
      return named || carries ? Outcome.REVIEW : Outcome.NEW;
    }
    return named && belief > 0.3 ? Outcome.REVIEW : Outcome.REFUSED;
  }

  /** A whole number that the person is not known to carry asks for more than a rare name. */
  private static double least(RowView row, Evidence best) {
    return row.number().whole() && !best.number().strong() && !best.relativesNumber()
        ? SURE_AGAINST_NUMBER
        : SURE;
  }

  /** Two whole numbers, or sex and birth, against the person: not the same one. */
  private static boolean contradicts(Evidence best) {
    if (best.number() == NumberAgreement.OTHER && !best.relativesNumber()) {
      return true;
    }
    return best.level(Field.SEX) == 1 && best.level(Field.BIRTH) == 1;
  }

  private static double share(Evidence candidate, int persons) {
    return (1 - ABSENT) * Math.pow(2, Math.min(60, candidate.bits())) / persons;
  }
}

package org.yimen.eligibility.indication;

import java.time.LocalDate;
import org.yimen.eligibility.evidence.FactKind;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.IncomeTold;
import org.yimen.eligibility.evidence.Lists;
import org.yimen.eligibility.evidence.MemberRecord;
import org.yimen.policy.Category;

/**
 * How worth a visit a household is, 0 to 100: doubts about a list and likely entitlements first, by
 * how certain they are, how grave, how many people and how much money they concern. Explained in
 * {@code docs/spec/screening.md}.
 */
final class Worth {

  private static final int MOST = 100;
  private static final int OLD = 60;
  private static final int GROWN = 16;
  private static final int SEVERE = 2;

  private final Tried tried;
  private final HouseholdRecord household;
  private final LocalDate asOf;

  private Worth(Tried tried, LocalDate asOf) {
    this.tried = tried;
    this.household = tried.household();
    this.asOf = asOf;
  }

  static int of(Tried tried, Group group, LocalDate asOf) {
    Worth worth = new Worth(tried, asOf);
    int points =
        switch (group) {
          case LISTED_CONTRADICTED -> worth.contradicted();
          case UNLISTED_LIKELY -> worth.likely();
          case LISTED_OTHER -> 60 + worth.people();
          case UNLISTED_UNCLEAR -> worth.unclear();
          case LISTED_AGREES -> tried.household().gone().isEmpty() ? 2 : 30;
          case UNLISTED_NOT -> worth.severe() ? 3 : 0;
        };
    return Math.min(MOST, points);
  }

  private int contradicted() {
    int gravest = tried.doubts().stream().mapToInt(doubt -> doubt.kind().worth()).max().orElse(0);
    int more = Math.min(8, 4 * (tried.doubts().size() - 1));
    long paid = Math.min(6, Lists.payment(household) / 10_000);
    return 50 + gravest + more + (int) paid;
  }

  private int likely() {
    int category =
        switch (tried.likely().category()) {
          case TEKUN, DIBAO -> 12;
          case RIGID_EXPENSE -> 8;
          default -> 4;
        };
    return 68 + category + depth() + people() + hardship();
  }

  /** How far below the line of 低保边缘 the income told lies: up to 8. */
  private int depth() {
    IncomeTold told = tried.told();
    long line = tried.lines().margin();
    return told == null ? 0 : (int) Math.max(0, 8 * (line - told.monthlyPerHead()) / line);
  }

  private int people() {
    return Math.min(4, household.members().size());
  }

  private int hardship() {
    int points = 0;
    points += severe() ? 3 : 0;
    points += household.anybodyHas(FactKind.SERIOUS_ILLNESS) ? 3 : 0;
    points += household.members().stream().anyMatch(this::dependent) ? 1 : 0;
    return points;
  }

  private boolean severe() {
    return household.disabled(SEVERE) > 0;
  }

  private boolean dependent(MemberRecord one) {
    int age = one.age(asOf);
    return age >= OLD || age >= 0 && age < GROWN;
  }

  /** Little is known: what families in need have in common, each worth a few points. */
  private int unclear() {
    int points = 8 + hardship();
    points += tried.likely().category() == Category.OTHER_DIFFICULTY ? 15 : 0;
    points += tried.told() != null ? 15 : 0;
    points += nobodyEarns() ? 12 : 0;
    points += littleWage() ? 10 : 0;
    points += burdened() ? 10 : 0;
    points += household.has(FactKind.RISK) || household.has(FactKind.HOUSING_UNSAFE) ? 4 : 0;
    return points;
  }

  private boolean nobodyEarns() {
    return household.members().stream()
        .noneMatch(one -> one.wage() > 0 || !dependent(one) && !one.disabled(SEVERE));
  }

  private boolean littleWage() {
    long perHead = household.wages() / household.members().size();
    return perHead > 0 && perHead * 2 < tried.lines().standard();
  }

  /** Illness cost a fifth of an ordinary family's yearly income. */
  private boolean burdened() {
    return household.medical() * 5 >= tried.lines().local() * household.members().size();
  }
}

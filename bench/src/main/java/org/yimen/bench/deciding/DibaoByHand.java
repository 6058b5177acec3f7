package org.yimen.bench.deciding;

import java.time.LocalDate;
import java.time.Period;
import org.yimen.policy.facts.Asset;
import org.yimen.policy.facts.Cost;
import org.yimen.policy.facts.Disability;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;

/**
 * The peer: the dibao test alone, as somebody would write it by hand for one place and one day, on
 * facts that are all known, without 特困 persons, obligors, reasons, dates and areas. Money is fen a
 * year.
 */
final class DibaoByHand {
  private static final long STANDARD_YEARLY = 12 * 80_000;
  private static final long ASSETS_PER_HEAD = 24 * 80_000;

  private DibaoByHand() {}

  static boolean entitled(Household household, LocalDate date) {
    long income = 0;
    int counted = 0;
    long assets = 0;
    int homes = 0;
    boolean barred = false;
    for (Asset asset : household.property()) {
      assets += financial(asset);
      homes += asset.kind() == Asset.Kind.HOME ? 1 : 0;
      barred |= isBarred(asset);
    }
    for (Member member : household.members()) {
      if (counts(member, date)) {
        counted++;
        income += income(member);
        for (Asset asset : member.property()) {
          assets += financial(asset);
          homes += asset.kind() == Asset.Kind.HOME ? 1 : 0;
          barred |= isBarred(asset);
        }
      }
    }
    return counted > 0
        && income < STANDARD_YEARLY * counted
        && assets <= ASSETS_PER_HEAD * counted
        && homes <= 1
        && !barred;
  }

  static long financial(Asset asset) {
    return switch (asset.kind()) {
      case DEPOSIT, SECURITIES, FUND, INSURANCE, CLAIM -> asset.value().low();
      default -> 0;
    };
  }

  static boolean isBarred(Asset asset) {
    return switch (asset.kind()) {
      case VEHICLE ->
          (asset.vehicle() == Asset.Vehicle.CAR || asset.vehicle() == Asset.Vehicle.TRUCK)
              && !asset.soleLivelihood();
      case NON_RESIDENTIAL -> true;
      case BUSINESS -> {
        Asset.Business business = asset.business();
        yield business != null && (business.employees() > 0 || !business.familyRun());
      }
      default -> false;
    };
  }

  static boolean away(Member member) {
    return member.flags().has(Flag.LIVE_ELSEWHERE)
        || member.flags().has(Flag.IMPRISONED)
        || member.flags().has(Flag.COMPULSORY_DETOX)
        || member.flags().has(Flag.MISSING)
        || member.flags().has(Flag.CONSCRIPT)
        || member.clergyYears() >= 300;
  }

  private static boolean counts(Member member, LocalDate date) {
    if (away(member)) {
      return false;
    }
    boolean together = member.livesTogetherMonths().low() >= 12;
    return switch (member.relation()) {
      case APPLICANT, SPOUSE -> true;
      case SON, DAUGHTER -> together || dependent(member, date);
      case FATHER, MOTHER -> together;
      case GRANDPARENT, GRANDCHILD, SIBLING -> together && member.flags().has(Flag.DUTY_OWED);
      default -> false;
    };
  }

  static boolean dependent(Member member, LocalDate date) {
    return Period.between(member.birthDate(), date).getYears() < 18
        || member.student() != Member.Student.NONE
            && member.student() != Member.Student.POSTGRADUATE
        || member.labour() == Member.Labour.NONE
        || member.disabilities().stream().anyMatch(DibaoByHand::severe);
  }

  private static boolean severe(Disability disability) {
    return disability.level() <= 2
        || disability.level() == 3
            && (disability.kind() == Disability.Kind.INTELLECTUAL
                || disability.kind() == Disability.Kind.MENTAL);
  }

  static long income(Member member) {
    long all = 0;
    long wage = 0;
    for (IncomeItem item : member.income()) {
      if (item.kind() != IncomeItem.Kind.DISABILITY_SUBSIDY) {
        long yearly = Math.max(0, item.yearly() ? item.amount().low() : 12 * item.amount().low());
        all += yearly;
        wage += item.kind() == IncomeItem.Kind.WAGE ? yearly : 0;
      }
    }
    for (Cost cost : member.costs()) {
      long yearly = cost.yearly() ? cost.amount().low() : 12 * cost.amount().low();
      all -= cost.kind() == Cost.Kind.EMPLOYMENT ? Math.min(wage, yearly) : yearly;
    }
    return Math.max(0, all);
  }
}

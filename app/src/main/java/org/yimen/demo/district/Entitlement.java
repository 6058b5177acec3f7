package org.yimen.demo.district;

import java.util.ArrayList;
import java.util.List;
import org.yimen.demo.district.Household.Standing;

/** What a household is truly entitled to, and where the present lists err. */
final class Entitlement {
  private Entitlement() {}

  static Standing of(Household h, Dice dice) {
    List<String> risks = risks(h);
    Watch watch = watch(h, risks, dice);
    Category entitled = category(h, watch, dice);
    return new Standing(
        entitled,
        watch,
        risks,
        listed(h, entitled, dice),
        watch != Watch.NONE && dice.chance(.85) ? watch : Watch.NONE);
  }

  private static Category category(Household h, Watch watch, Dice dice) {
    if (h.propertyWithinLimits()) {
      if (h.perHead() < Parameters.DIBAO_YEAR) {
        return isAloneAndUnable(h) && dice.chance(.6) ? Category.TEKUN : Category.DIBAO;
      }
      if (h.perHead() < Parameters.MARGIN_YEAR) {
        return Category.MARGIN;
      }
      if (h.perHead() < Parameters.lastYear(h.place().rural())
          && h.expenses().total() >= Parameters.RIGID_RATIO * h.income().total()) {
        return Category.RIGID;
      }
    }
    return watch == Watch.NONE ? Category.NONE : Category.OTHER;
  }

  private static boolean isAloneAndUnable(Household h) {
    Person head = h.head();
    return h.size() == 1 && (head.age() >= 60 || head.health().gravelyDisabled());
  }

  private static Watch watch(Household h, List<String> risks, Dice dice) {
    if (!h.place().rural() || risks.isEmpty() || h.perHead() >= Parameters.MARGIN_YEAR) {
      return Watch.NONE;
    }
    if (h.perHead() < Parameters.WATCH_LINE) {
      return h.formerlyPoor() ? Watch.UNSTABLE : dice.chance(.5) ? Watch.MARGINAL : Watch.NONE;
    }
    boolean sudden = h.expenses().total() >= .4 * h.income().total();
    return sudden && dice.chance(.8) ? Watch.SUDDEN : Watch.NONE;
  }

  static List<String> risks(Household h) {
    List<String> risks = new ArrayList<>();
    Expenses cost = h.expenses();
    double income = h.income().total();
    add(risks, "因病", cost.medical() >= .3 * income);
    add(risks, "因残", h.members().stream().anyMatch(p -> p.health().gravelyDisabled()));
    add(risks, "因学", cost.schooling() >= .3 * income);
    add(risks, "因自然灾害", cost.disaster() >= .2 * income);
    add(risks, "因意外事故", cost.accident() >= .2 * income);
    add(risks, "因安全住房", h.place().rural() && h.dwelling().unsafe());
    add(risks, "因安全饮水", !h.dwelling().waterIsSafe());
    add(risks, "缺劳动力", h.members().stream().allMatch(p -> p.work().labour().equals(Work.NONE)));
    return risks;
  }

  private static void add(List<String> risks, String risk, boolean present) {
    if (present) {
      risks.add(risk);
    }
  }

  private static Category listed(Household h, Category entitled, Dice dice) {
    double kept =
        switch (entitled) {
          case TEKUN -> .9;
          case DIBAO -> .887;
          case MARGIN -> .18;
          case RIGID -> .56;
          default -> 0;
        };
    if (kept > 0) {
      return dice.chance(kept) ? entitled : Category.NONE;
    }
    boolean nearTheLine = h.perHead() >= 15_000 && h.perHead() <= 21_500;
    return nearTheLine && dice.chance(.034) ? Category.DIBAO : Category.NONE;
  }
}

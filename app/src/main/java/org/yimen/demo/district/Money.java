package org.yimen.demo.district;

import java.util.List;

/** Draws what a household earns, owns and must spend. */
final class Money {
  private Money() {}

  static Income income(
      List<Kin> family, List<Health> health, List<Work> work, Place place, Dice dice) {
    boolean rural = place.rural();
    int size = family.size();
    double perHead = rural ? dice.logNormal(23_800, .62) : dice.logNormal(41_500, .6);
    boolean burdened = health.stream().anyMatch(h -> h.gravelyDisabled() || h.serious() != null);
    double total = perHead * size * (burdened ? .85 : 1);
    int transfers = transfers(family, rural, dice);
    long earners = work.stream().filter(Work::earns).count();
    if (earners == 0) {
      total *= .6;
      int property = (int) (total * Math.min(.2, dice.logNormal(.01, 1.2)));
      return new Income(0, 0, property, Math.max(transfers, (int) total - property));
    }
    double earned = Math.max(total - transfers, total * .35);
    double property = earned * Math.min(.3, dice.logNormal(.045, 1.2));
    double share = Math.max(.05, Math.min(.97, (rural ? .45 : .75) + .2 * dice.normal()));
    int wage = (int) ((earned - property) * share / earners) * (int) earners;
    return new Income(wage, (int) (earned - property - wage), (int) property, transfers);
  }

  private static int transfers(List<Kin> family, boolean rural, Dice dice) {
    int sum = rural ? 1_500 * family.size() : 0;
    for (Kin kin : family) {
      if (kin.age() >= 60) {
        sum += rural ? 2_600 : dice.chance(.88) ? 15_000 : 0;
      }
    }
    return sum;
  }

  static Expenses expenses(List<Health> health, List<Work> work, Dice dice) {
    int medical = health.stream().mapToInt(Health::paid).sum();
    int schooling = work.stream().mapToInt(Money::fees).sum();
    int disaster = dice.chance(.0038) ? (int) dice.logNormal(15_000, .6) : 0;
    int accident = dice.chance(.002) ? (int) dice.logNormal(32_000, .6) : 0;
    return new Expenses(medical, schooling, disaster, accident);
  }

  private static int fees(Work work) {
    return "高中".equals(work.student()) ? 2_500 : "大学".equals(work.student()) ? 9_000 : 0;
  }

  static int savings(Income income, Dice dice) {
    return (int) dice.logNormal(.347 * income.total(), .8);
  }

  /** Whether the household has a car: the richer the likelier. */
  static boolean car(double perHead, Dice dice) {
    return dice.chance(Math.max(.02, Math.min(.67, 1.15e-5 * perHead - .07)));
  }
}

package org.yimen.demo.district;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws the members of a household: alone, a couple, with children, parents or grandchildren. */
final class Families {
  private static final LocalDate LAST_BIRTH = LocalDate.of(2025, 6, 30);

  List<Kin> draw(Dice dice) {
    return switch (dice.weighted(14, 24, 38, 16.5, 2.8, 4.7)) {
      case 0 -> List.of(kin(Kin.HEAD, dice.chance(.55), dice.between(22, 88), dice));
      case 1 -> couple(dice.between(23, 80), dice);
      case 2 ->
          withChildren(couple(dice.between(26, 60), dice), dice.weighted(0, 62, 28, 10), dice);
      case 3 -> withParents(couple(dice.between(28, 58), dice), dice);
      case 4 -> withChildren(alone(dice.between(26, 56), dice), 1, dice);
      default -> withGrandchildren(alone(dice.between(58, 78), dice), dice);
    };
  }

  private static List<Kin> alone(int age, Dice dice) {
    return new ArrayList<>(List.of(kin(Kin.HEAD, dice.chance(.5), age, dice)));
  }

  private static List<Kin> couple(int age, Dice dice) {
    List<Kin> family = new ArrayList<>();
    family.add(kin(Kin.HEAD, true, age, dice));
    family.add(kin(Kin.WIFE, false, Math.max(21, age + dice.between(-4, 2)), dice));
    return family;
  }

  private static List<Kin> withChildren(List<Kin> family, int children, Dice dice) {
    int youngest = family.get(family.size() - 1).age();
    for (int i = 0; i < children; i++) {
      boolean boy = dice.chance(.51);
      int age = Math.min(32, Math.max(0, youngest - dice.between(21, 34)));
      family.add(kin(boy ? Kin.SON : Kin.DAUGHTER, boy, age, dice));
    }
    return family;
  }

  private static List<Kin> withParents(List<Kin> family, Dice dice) {
    int head = family.get(0).age();
    withChildren(family, dice.weighted(9, 50, 41), dice);
    int which = dice.weighted(34, 33, 33);
    if (which != 1) {
      family.add(kin(Kin.FATHER, true, Math.min(86, head + dice.between(20, 31)), dice));
    }
    if (which != 0) {
      family.add(kin(Kin.MOTHER, false, Math.min(86, head + dice.between(19, 29)), dice));
    }
    return family;
  }

  private static List<Kin> withGrandchildren(List<Kin> family, Dice dice) {
    for (int i = dice.weighted(50, 50); i >= 0; i--) {
      boolean boy = dice.chance(.5);
      String relation = boy ? Kin.GRANDSON : Kin.GRANDDAUGHTER;
      family.add(kin(relation, boy, dice.between(4, 17), dice));
    }
    return family;
  }

  private static Kin kin(String relation, boolean male, int age, Dice dice) {
    LocalDate birth = LocalDate.of(2025 - age, 1, 1).plusDays(dice.between(0, 364));
    return new Kin(relation, male, birth.isAfter(LAST_BIRTH) ? birth.minusDays(190) : birth);
  }
}

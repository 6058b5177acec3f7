package org.yimen.demo.district;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yimen.demo.district.Person.Holdings;

/** Draws one household after the other. */
final class Settlement {
  private final Places places = new Places();
  private final Families families = new Families();
  private final Namer namer = new Namer();
  private final Numbers numbers = new Numbers();
  private final Dice dice;
  private int people;

  Settlement(long seed) {
    this.dice = Dice.of(seed, "district");
  }

  Household next(int id) {
    Place place = places.of(id, dice);
    List<Kin> family = families.draw(dice);
    List<Health> health = family.stream().map(kin -> Health.draw(kin, dice)).toList();
    List<Work> work = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      work.add(Work.draw(family.get(i), health.get(i), place.rural(), dice));
    }
    Income income = Money.income(family, health, work, place, dice);
    Livelihood lived = new Livelihood(family, health, shareWages(work, income.wage()));
    List<Person> members = members(lived, (double) income.total() / family.size());
    boolean formerlyPoor = place.rural() && dice.chance(.092);
    Household household =
        new Household(
            id,
            place,
            2 + id % 299,
            members,
            income,
            Money.expenses(health, work, dice),
            Money.savings(income, dice),
            Dwelling.draw(place.rural(), dice),
            formerlyPoor,
            Household.Standing.UNKNOWN);
    return household.with(Entitlement.of(household, dice));
  }

  private record Livelihood(List<Kin> family, List<Health> health, List<Work> work) {}

  private static List<Work> shareWages(List<Work> work, int wage) {
    int earners = (int) work.stream().filter(Work::earns).count();
    return work.stream().map(w -> w.earns() ? w.withWage(wage / earners) : w).toList();
  }

  private List<Person> members(Livelihood lived, double perHead) {
    List<Kin> family = lived.family();
    String ethnic = namer.ethnicGroup(dice);
    List<Name> names = namer.name(family, ethnic, dice);
    List<Holdings> holdings = holdings(family, perHead);
    List<Person> members = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      Kin kin = family.get(i);
      members.add(
          new Person(
              ++people,
              names.get(i),
              numbers.draw(kin, dice),
              ethnic,
              kin,
              lived.health().get(i),
              lived.work().get(i),
              holdings.get(i),
              died(kin) ? LocalDate.of(2024, 10, 1).plusDays(dice.between(0, 300)) : null,
              "100" + String.format("%08d", dice.between(0, 99_999_999)),
              dice.chance(.9655)));
    }
    return List.copyOf(members);
  }

  private boolean died(Kin kin) {
    return dice.chance(kin.age() >= 60 ? .0101 : .0004);
  }

  private List<Holdings> holdings(List<Kin> family, double perHead) {
    boolean car = Money.car(perHead, dice);
    boolean home = car ? dice.chance(.4) : dice.chance(.02);
    boolean business = car ? dice.chance(.28) : dice.chance(.015);
    int carOwner = car ? owner(family) : -1;
    int homeOwner = home ? owner(family) : -1;
    int businessOwner = business ? owner(family) : -1;
    List<Holdings> all = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      boolean any = i == carOwner || i == homeOwner || i == businessOwner;
      all.add(
          any ? new Holdings(i == carOwner, i == homeOwner, i == businessOwner) : Holdings.NOTHING);
    }
    return all;
  }

  private int owner(List<Kin> family) {
    int at = dice.between(0, family.size() - 1);
    return family.get(at).age() >= 18 ? at : 0;
  }
}

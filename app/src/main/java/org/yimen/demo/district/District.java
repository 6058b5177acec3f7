package org.yimen.demo.district;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An invented district, the same from the same seed and size. */
public record District(long seed, List<Household> households) {

  /** Some 700 bytes a person are held; a district of 140,000 households fits into 400 MB. */
  public static District draw(long seed, int households) {
    Settlement settlement = new Settlement(seed);
    List<Household> all = new ArrayList<>(households);
    for (int id = 1; id <= households; id++) {
      all.add(settlement.next(id));
    }
    return new District(seed, List.copyOf(all));
  }

  public Stream<Person> persons() {
    return households.stream().flatMap(h -> h.members().stream());
  }

  public Stream<Household> listedAs(Category category) {
    return households.stream().filter(h -> h.standing().listed() == category);
  }
}

package org.yimen.demo.district;

import java.util.List;

/** The villages in the order of their codes. */
public final class Places {
  private final List<Place> all =
      Table.rows("villages.csv").stream()
          .map(r -> new Place(r[0], r[1], r[2], r[3].equals("yes"), Double.parseDouble(r[4])))
          .toList();
  private final double[] weights = all.stream().mapToDouble(Place::weight).toArray();

  public List<Place> all() {
    return all;
  }

  public List<String> towns() {
    return all.stream().map(Place::town).distinct().toList();
  }

  /**
   * The first villages get one household each, so that every town exists in the smallest district.
   */
  Place of(int household, Dice dice) {
    return household <= all.size() ? all.get(household - 1) : all.get(dice.weighted(weights));
  }

  Place named(String village) {
    return all.stream().filter(p -> p.village().equals(village)).findFirst().orElseThrow();
  }
}

package org.yimen.linkage.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much more, or less, than usual an equal value says: agreement on a rare one says more. */
final class Rarity {
  private static final int EQUAL = Column.LEVELS - 1;

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final double[] chance;
  private final double rows;

  Rarity(int columns, List<String[]> left, List<String[]> right) {
    rows = left.size() + right.size();
    chance = new double[columns];
    for (int c = 0; c < columns; c++) {
      Map<String, Integer> count = new HashMap<>();
      for (String[] row : left) {
        count.merge(row[c], 1, Integer::sum);
      }
      for (String[] row : right) {
        count.merge(row[c], 1, Integer::sum);
      }
      counts.add(count);
      for (Map.Entry<String, Integer> value : count.entrySet()) {
        double share = value.getKey().isEmpty() ? 0 : value.getValue() / rows;
        chance[c] += share * share;
      }
    }
  }

  double bits(byte[] pattern, String[] left) {
    double bits = 0;
    for (int c = 0; c < pattern.length; c++) {
      if (pattern[c] == EQUAL) {
        double share = counts.get(c).getOrDefault(left[c], 1) / rows;
        bits += Math.log(chance[c] / share) / Math.log(2);
      }
    }
    return bits;
  }
}

package org.yimen.linkage.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the rows of one table that speak of the same person or thing as rows of another, with
 * weights learnt from the two tables themselves and at most one partner for each row. This is the
 * machinery of the district's linker without its knowledge of names, numbers and households.
 */
public final class TableLinker {
  private static final double FIRST_SHARE = 0.02;

  /** Words that begin alike are looked at together; a block larger than this is passed over. */
  private static final int LARGEST_BLOCK = 150;

  private final List<Column> columns;

  /** A linker for tables whose rows hold these columns in this order. */
  public TableLinker(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * The pairs found, as positions of rows.
   *
   * @param left rows of trimmed values, empty where unknown
   * @param right the same of the other table
   */
  public List<OneToOne.Pair> link(List<String[]> left, List<String[]> right) {
    List<int[]> pairs = candidates(left, right);
    byte[][] patterns = new byte[pairs.size()][];
    for (int p = 0; p < patterns.length; p++) {
      patterns[p] = pattern(left.get(pairs.get(p)[0]), right.get(pairs.get(p)[1]));
    }
    if (patterns.length == 0) {
      return List.of();
    }
    int[] levels = new int[columns.size()];
    java.util.Arrays.fill(levels, Column.LEVELS);
    AgreementWeights weights = AgreementWeights.learn(patterns, levels, FIRST_SHARE);
    Rarity rarity = new Rarity(columns.size(), left, right);
    List<OneToOne.Pair> weighed = new ArrayList<>(patterns.length);
    for (int p = 0; p < patterns.length; p++) {
      int[] pair = pairs.get(p);
      double bits = weights.total(patterns[p]) + rarity.bits(patterns[p], left.get(pair[0]));
      weighed.add(new OneToOne.Pair(pair[0], pair[1], bits));
    }
    return OneToOne.assign(weighed, weights.evenOdds());
  }

  private byte[] pattern(String[] left, String[] right) {
    byte[] levels = new byte[columns.size()];
    for (int c = 0; c < levels.length; c++) {
      levels[c] = (byte) columns.get(c).level(left[c], right[c]);
    }
    return levels;
  }

  private List<int[]> candidates(List<String[]> left, List<String[]> right) {
    BlockIndex index = new BlockIndex(right.size() * 32);
    for (int j = 0; j < right.size(); j++) {
      for (long key : keys(right.get(j))) {
        index.add(key, j);
      }
    }
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      Set<Integer> seen = new HashSet<>();
      for (long key : keys(left.get(i))) {
        if (index.count(key) > LARGEST_BLOCK) {
          continue;
        }
        for (int e = index.first(key); e >= 0; e = index.next(e)) {
          if (seen.add(index.item(e))) {
            pairs.add(new int[] {i, index.item(e)});
          }
        }
      }
    }
    return pairs;
  }

  /** Every long value alone and every two columns together, words by their beginning. */
  private Set<Long> keys(String[] row) {
    Set<Long> keys = new HashSet<>();
    for (int a = 0; a < row.length; a++) {
      if (row[a].length() >= 5) {
        keys.add(Keys.of(a, row[a]));
      }
      for (int b = a + 1; b < row.length; b++) {
        if (!row[a].isEmpty() && !row[b].isEmpty()) {
          keys.add(Keys.of(100 + a * row.length + b, start(a, row[a]), start(b, row[b])));
        }
      }
    }
    return keys;
  }

  private String start(int column, String value) {
    boolean text = columns.get(column).kind() == Column.Kind.TEXT;
    return text && value.length() > 4 ? value.substring(0, 4) : value;
  }
}

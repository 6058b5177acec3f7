package org.yimen.linkage.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each left item at most one right item and the other way round, best pairs first. */
public final class OneToOne {
  private OneToOne() {}

  /** A possible pair and its evidence in bits. */
  public record Pair(int left, int right, double weight) {}

  /** The pairs kept; equal weights are settled by the smaller left, then the smaller right. */
  public static List<Pair> assign(List<Pair> pairs, double least) {
    List<Pair> ordered = new ArrayList<>(pairs);
    ordered.sort(
        Comparator.comparingDouble(Pair::weight)
            .reversed()
            .thenComparingInt(Pair::left)
            .thenComparingInt(Pair::right));
    Set<Integer> left = new HashSet<>();
    Set<Integer> right = new HashSet<>();
    List<Pair> kept = new ArrayList<>();
    for (Pair pair : ordered) {
      if (pair.weight() < least) {
        break;
      }
      if (!left.contains(pair.left()) && !right.contains(pair.right())) {
        left.add(pair.left());
        right.add(pair.right());
        kept.add(pair);
      }
    }
    return kept;
  }
}

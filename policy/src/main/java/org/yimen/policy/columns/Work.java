package org.yimen.policy.columns;

/** Memory in which a plan works on one block after the other; for one thread. */
public final class Work {
  final Numbers[] numbers;
  private static final Place[] PLACES = Place.values();

  public final Truths[] truths;
  Block block;
  private int most;
  private long[] spare = {};
  private long[] ones = {};

  public Work(int numbers, int truths, Block block) {
    this.numbers = new Numbers[numbers];
    this.truths = new Truths[truths];
    this.block = block;
    for (int i = 0; i < numbers; i++) {
      this.numbers[i] = new Numbers();
    }
    for (int i = 0; i < truths; i++) {
      this.truths[i] = new Truths();
    }
  }

  /** Takes a block; true where it is larger than any before, so that constants have to be made. */
  public boolean take(Block next) {
    block = next;
    int rows = 0;
    for (Place place : PLACES) {
      rows = Math.max(rows, next.table(place).rows);
    }
    boolean larger = rows > most;
    most = larger ? rows + rows / 4 + 16 : most;
    return larger;
  }

  /** At least as many rows as any table of any block so far. */
  int most() {
    return most;
  }

  int rows(Place place) {
    return block.table(place).rows;
  }

  /** Room for running sums. */
  long[] spare(int rows) {
    if (spare.length < rows) {
      spare = new long[rows + 64];
    }
    return spare;
  }

  long[] ones(int rows) {
    if (ones.length < rows) {
      ones = new long[rows + 64];
      java.util.Arrays.fill(ones, 1);
    }
    return ones;
  }
}

package org.yimen.policy.columns;

/** Memory in which a plan works on one block after the other; for one thread. */
public final class Work {
  final Numbers[] numbers;
  public final Truths[] truths;

  /** Of the block in hand, by the places' ordinals. */
  public final int[] rows = new int[Place.values().length];

  Block block;
  private int most;
  private long[] spare = {};
  private long[] ones = {};
  private long[] noughts = {};

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
    int longest = 0;
    for (int place = 0; place < rows.length; place++) {
      rows[place] = next.table(place).rows;
      longest = Math.max(longest, rows[place]);
    }
    boolean larger = longest > most;
    most = larger ? longest + longest / 4 + 16 : most;
    return larger;
  }

  /** At least as many rows as any table of any block so far. */
  int most() {
    return most;
  }

  int rows(Place place) {
    return rows[place.ordinal()];
  }

  /** Room for what one step works out on its way. */
  long[] spare(int rows) {
    if (spare.length < rows) {
      spare = new long[rows + 64];
    }
    return spare;
  }

  /** Nothing in every row; not to be written into. */
  long[] noughts(int rows) {
    if (noughts.length < rows) {
      noughts = new long[rows + 64];
    }
    return noughts;
  }

  long[] ones(int rows) {
    if (ones.length < rows) {
      ones = new long[rows + 64];
      java.util.Arrays.fill(ones, 1);
    }
    return ones;
  }
}

package org.yimen.policy.columns;

/** Memory in which a plan works on one block after the other; for one thread. */
public final class Work {
  final Numbers[] numbers;
  public final Truths[] truths;
  public Block block;
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

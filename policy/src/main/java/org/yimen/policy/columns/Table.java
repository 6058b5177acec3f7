package org.yimen.policy.columns;

import java.util.Arrays;

/** Rows of one kind: codes as bytes, numbers as bounds in longs. */
public final class Table {
  public final Place place;
  public final byte[][] codes;
  public final long[][] low;
  public final long[][] high;

  /** Per column of codes: some code is not known. */
  final boolean[] open;

  /** Per column of numbers: some row's bounds differ, or have no end. */
  final boolean[] vague;

  final boolean[] endless;
  public int rows;

  /** Flags that any row has or may have. */
  long flags;

  /** Row of the wider table that each row lies in. */
  public int[] parent = {};

  /** First row in each row of the wider table, and one more. */
  public int[] start = {0};

  Table(Place place) {
    this.place = place;
    this.codes = new byte[place.codes()][0];
    this.low = new long[place.numbers()][0];
    this.high = new long[place.numbers()][0];
    this.open = new boolean[place.codes()];
    this.vague = new boolean[place.numbers()];
    this.endless = new boolean[place.numbers()];
  }

  void clear() {
    rows = 0;
    Arrays.fill(open, false);
    flags = 0;
    Arrays.fill(vague, false);
    Arrays.fill(endless, false);
  }

  /** Begins the rows of a row of the wider table. */
  void startOf(int wider) {
    if (start.length < wider + 2) {
      start = Arrays.copyOf(start, Math.max(16, wider * 2 + 2));
    }
    start[wider] = rows;
  }

  int row(int in) {
    if (rows == parent.length) {
      grow(Math.max(8, rows * 2));
    }
    parent[rows] = in;
    return rows++;
  }

  /** Makes so many rows, to be filled. */
  void room(int count) {
    if (parent.length < count) {
      grow(count + count / 4);
    }
    rows = count;
  }

  /** Makes so many rows in each row of the wider table. */
  void room(long[] counts) {
    if (start.length < counts.length + 1) {
      start = new int[counts.length + counts.length / 4 + 1];
    }
    int next = 0;
    for (int i = 0; i < counts.length; i++) {
      start[i] = next;
      next += (int) counts[i];
    }
    start[counts.length] = next;
    room(next);
    for (int i = 0; i < counts.length; i++) {
      Arrays.fill(parent, start[i], start[i + 1], i);
    }
  }

  private void grow(int size) {
    parent = Arrays.copyOf(parent, size);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Arrays.copyOf(codes[i], size);
    }
    for (int i = 0; i < low.length; i++) {
      low[i] = Arrays.copyOf(low[i], size);
      high[i] = Arrays.copyOf(high[i], size);
    }
  }

  /** Gives back what is not used. */
  void trim(int wider) {
    if (parent.length > rows) {
      grow(rows);
    }
    start = Arrays.copyOf(start, wider + 1);
    for (int i = 0; i < low.length; i++) {
      if (!vague[i]) {
        high[i] = low[i];
      }
    }
  }

  void code(int column, int row, int code) {
    codes[column][row] = (byte) code;
    if (code < 0) {
      open[column] = true;
    }
  }

  void truth(int column, int row, boolean value) {
    codes[column][row] = (byte) (value ? Cells.MET : 0);
  }

  /** Whether all rows have the same code. */
  boolean uniform(int column) {
    byte[] all = codes[column];
    return rows < 2 || Arrays.mismatch(all, 0, rows - 1, all, 1, rows) < 0;
  }

  void number(int column, int row, long value) {
    low[column][row] = value;
    high[column][row] = value;
  }

  void bounds(int column, int row, long least, long most) {
    low[column][row] = least;
    high[column][row] = most;
    if (least != most) {
      vague[column] = true;
      endless[column] |= most == Long.MAX_VALUE;
    }
  }

  long bytes() {
    long sum = 4L * parent.length + 4L * start.length;
    for (byte[] column : codes) {
      sum += column.length;
    }
    for (int i = 0; i < low.length; i++) {
      sum += 8L * low[i].length + (high[i] == low[i] ? 0 : 8L * high[i].length);
    }
    return sum;
  }
}

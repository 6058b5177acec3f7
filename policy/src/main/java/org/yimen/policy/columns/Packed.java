package org.yimen.policy.columns;

/**
 * A block packed for keeping: a column that says the same in every row takes nearly nothing, every
 * other as few bits as its values need. Its words alone are all of it, so that it can be sent or
 * stored.
 */
public final class Packed {
  private static final Place[] PLACES = Place.values();

  private final long[] words;

  private Packed(long[] words) {
    this.words = words;
  }

  public static Packed of(Block block) {
    BitWriter out = new BitWriter();
    for (Place place : PLACES) {
      write(block, block.table(place), out);
    }
    return new Packed(out.words());
  }

  /** What {@link #words} of another gave. */
  public static Packed of(long[] words) {
    return new Packed(words.clone());
  }

  public long[] words() {
    return words.clone();
  }

  public long bytes() {
    return 8L * words.length;
  }

  private static void write(Block block, Table table, BitWriter out) {
    Place wider = table.place.wider();
    if (wider == null) {
      out.number(table.rows);
    } else {
      int within = block.table(wider).rows;
      long[] counts = new long[within];
      for (int i = 0; i < within; i++) {
        counts[i] = table.start[i + 1] - table.start[i];
      }
      out.column(counts, within);
    }
    out.number(table.flags);
    long[] row = new long[table.rows];
    for (int c = 0; c < table.codes.length; c++) {
      out.flag(table.open[c]);
      for (int i = 0; i < table.rows; i++) {
        row[i] = table.codes[c][i];
      }
      out.column(row, table.rows);
    }
    writeNumbers(table, out);
  }

  private static void writeNumbers(Table table, BitWriter out) {
    for (int c = 0; c < table.low.length; c++) {
      out.flag(table.endless[c]);
      out.flag(table.vague[c]);
      out.column(table.low[c], table.rows);
      if (table.vague[c]) {
        out.column(table.high[c], table.rows);
      }
    }
  }

  /** Lays it into a block; what was in the block is forgotten. */
  public void into(Block block) {
    BitReader in = new BitReader(words);
    for (Place place : PLACES) {
      Table table = block.table(place);
      table.clear();
      rows(block, table, in);
      table.flags = in.number();
      read(table, in);
    }
  }

  private static void rows(Block block, Table table, BitReader in) {
    Place wider = table.place.wider();
    if (wider == null) {
      table.room((int) in.number());
      return;
    }
    int within = block.table(wider).rows;
    long[] counts = new long[within];
    in.column(counts, within);
    table.room(counts);
  }

  private static void read(Table table, BitReader in) {
    long[] row = new long[table.rows];
    for (int c = 0; c < table.codes.length; c++) {
      table.open[c] = in.flag();
      in.column(row, table.rows);
      for (int i = 0; i < table.rows; i++) {
        table.codes[c][i] = (byte) row[i];
      }
    }
    for (int c = 0; c < table.low.length; c++) {
      table.endless[c] = in.flag();
      table.vague[c] = in.flag();
      in.column(table.low[c], table.rows);
      if (table.vague[c]) {
        in.column(table.high[c], table.rows);
      } else {
        System.arraycopy(table.low[c], 0, table.high[c], 0, table.rows);
      }
    }
  }
}

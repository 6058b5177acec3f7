package org.yimen.policy.columns;

import java.util.List;
import org.yimen.policy.facts.Household;

/**
 * Facts of some hundreds of households as columns, which {@link Plan}s decide together. Money in
 * fen, days of birth as yyyymmdd. Filled by one thread; read by any number.
 */
public final class Block {
  /** Few enough that all columns stay in the processor's second cache. */
  public static final int USUAL = 256;

  private static final Place[] PLACES = Place.values();

  private final Table[] tables = new Table[PLACES.length];
  private final Filling filling;

  /** Nothing in it yet. */
  public Block() {
    for (Place place : PLACES) {
      tables[place.ordinal()] = new Table(place);
    }
    this.filling = new Filling(this);
  }

  /** Exactly these households; all have to be within the limits of columns. */
  public static Block of(List<Household> households) {
    Block block = new Block();
    for (Household household : households) {
      if (!block.add(household)) {
        throw new IllegalArgumentException("beyond the limits of columns");
      }
    }
    block.trim();
    return block;
  }

  /**
   * Adds a household, or nothing where an amount or a count is beyond what columns hold.
   *
   * @return false where it was not added: {@link org.yimen.policy.Law#determine} takes it
   */
  public boolean add(Household household) {
    int[] before = new int[tables.length];
    for (int i = 0; i < tables.length; i++) {
      before[i] = tables[i].rows;
    }
    boolean within = filling.household(household);
    if (!within) {
      for (int i = 0; i < tables.length; i++) {
        tables[i].rows = before[i];
      }
    }
    for (Table table : tables) {
      Place wider = table.place.wider();
      if (wider != null) {
        table.startOf(tables[wider.ordinal()].rows);
      }
    }
    return within;
  }

  /** Takes everything out and keeps the memory. */
  public void clear() {
    for (Table table : tables) {
      table.clear();
    }
  }

  /** Gives back memory that is not used. */
  public void trim() {
    for (Table table : tables) {
      Place wider = table.place.wider();
      table.trim(wider == null ? 0 : tables[wider.ordinal()].rows);
    }
  }

  /** How many households. */
  public int size() {
    return tables[Place.HOUSEHOLD.ordinal()].rows;
  }

  /** How many members. */
  public int members() {
    return tables[Place.MEMBER.ordinal()].rows;
  }

  /** Memory of the columns. */
  public long bytes() {
    long sum = 0;
    for (Table table : tables) {
      sum += table.bytes();
    }
    return sum;
  }

  /** The rows of the place of that ordinal. */
  public Table table(int place) {
    return tables[place];
  }

  /** The rows of one kind. */
  public Table table(Place place) {
    return tables[place.ordinal()];
  }
}

package org.yimen.linkage.matching;

import java.util.Arrays;

/**
 * Items under 64-bit keys, kept in plain arrays: about 30 bytes an entry. An item may stand under
 * many keys, a key may hold many items; items of a key come back in the reverse order of adding.
 */
public final class BlockIndex {
  private static final int NONE = -1;

  private long[] keys;
  private int[] head;
  private int[] count;
  private int used;
  private int[] item;
  private int[] next;
  private int entries;

  /** An empty index with room for about so many entries; it grows by itself. */
  public BlockIndex(int expected) {
    int slots = Integer.highestOneBit(Math.max(16, expected)) * 2;
    keys = new long[slots];
    head = new int[slots];
    count = new int[slots];
    Arrays.fill(head, NONE);
    item = new int[Math.max(16, expected)];
    next = new int[item.length];
  }

  /** Puts an item under a key; equal pairs are kept once for each call. */
  public void add(long key, int value) {
    if (used * 3L > keys.length * 2L) {
      widen();
    }
    if (entries == item.length) {
      item = Arrays.copyOf(item, entries * 2);
      next = Arrays.copyOf(next, entries * 2);
    }
    int slot = slot(key);
    if (head[slot] == NONE) {
      keys[slot] = key;
      used++;
    }
    item[entries] = value;
    next[entries] = head[slot];
    head[slot] = entries++;
    count[slot]++;
  }

  /** How many items stand under the key. */
  public int count(long key) {
    return count[slot(key)];
  }

  /** The first entry under the key, negative where there is none. */
  public int first(long key) {
    return head[slot(key)];
  }

  /** The entry after this one, negative after the last. */
  public int next(int entry) {
    return next[entry];
  }

  /** The item of an entry. */
  public int item(int entry) {
    return item[entry];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) spread(key) & mask;
    while (head[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }

  private void widen() {
    long[] oldKeys = keys;
    int[] oldHead = head;
    int[] oldCount = count;
    keys = new long[oldKeys.length * 2];
    head = new int[keys.length];
    count = new int[keys.length];
    Arrays.fill(head, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHead[i] != NONE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        head[slot] = oldHead[i];
        count[slot] = oldCount[i];
      }
    }
  }
}

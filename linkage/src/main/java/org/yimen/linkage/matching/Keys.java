package org.yimen.linkage.matching;

/** 64-bit keys out of texts. */
public final class Keys {
  private static final long SEED = 0xCBF29CE484222325L;
  private static final long FACTOR = 0x100000001B3L;

  private Keys() {}

  /** A key for one text under one kind of key. */
  public static long of(int kind, CharSequence text) {
    return add(add(SEED, kind), text);
  }

  /** A key for two texts together under one kind of key. */
  public static long of(int kind, CharSequence first, CharSequence second) {
    return add(add(of(kind, first), 0x1F), second);
  }

  /** A key for a text and a number under one kind of key. */
  public static long of(int kind, CharSequence text, long number) {
    return add(of(kind, text), number);
  }

  /** A key for a number under one kind of key. */
  public static long of(int kind, long number) {
    return add(add(SEED, kind), number);
  }

  private static long add(long hash, CharSequence text) {
    long mixed = hash;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * FACTOR;
    }
    return mixed ^ (mixed >>> 29);
  }

  private static long add(long hash, long number) {
    long mixed = (hash ^ number) * 0xBF58476D1CE4E5B9L;
    return mixed ^ (mixed >>> 31);
  }
}
